import { failure, type PartyId, type Problem, type Result, success, type TrackId } from '../domain/index.ts';
import { isAskable, runTables } from '../machine/index.ts';
import { completeOffer, type Offer } from '../model/index.ts';
import type { Scenario } from '../scenario/index.ts';
import {
  draftAt,
  type Move,
  offerErrors,
  openTalks,
  playMove,
  type TableSetting,
  type Talks,
} from '../strategy/index.ts';

// A table outside a run: any contract, anybody opposite, any phase. Nothing of it is saved.

/** How much the player knows of the others at the practice table. */
export const KNOWLEDGE_LEVELS = ['nothing', 'some', 'everything'] as const;
export type KnowledgeLevel = (typeof KNOWLEDGE_LEVELS)[number];

/** What the player sets up. Ids of the model. */
export interface PracticeOptions {
  readonly track: TrackId;
  /** Missing: nobody sits opposite, only the votes count. */
  readonly counterpart?: PartyId;
  readonly phase: string;
  readonly tier: string;
  readonly hasOwnSuit: boolean;
  readonly knowledge: KnowledgeLevel;
}

/** A practice table as it stands. Plain data. */
export interface Practice {
  readonly options: PracticeOptions;
  readonly talks: Talks;
  /** Answers that each party has given. */
  readonly info: Readonly<Record<PartyId, number>>;
}

/** Answers by which everything about a party is known, whatever the number of lines. */
const ALL_ANSWERS = 99;
const ANSWERS = { nothing: 0, some: 1, everything: ALL_ANSWERS } as const satisfies Record<
  KnowledgeLevel,
  number
>;

/** Who can sit opposite at a table: its buyer, and everyone who may say no to it. */
export function counterpartsAt({ model }: Scenario, track: TrackId): readonly PartyId[] {
  const buyer = model.tracks.find(({ id }) => id === track)?.buyer;
  return model.preferences
    .filter(({ role, party }) => role === 'ratifier' || party === buyer)
    .map(({ party }) => party);
}

/** A table to begin with: the first one that has somebody opposite, in the phase of most interest. */
export function defaultPractice({ model, manifest }: Scenario): PracticeOptions {
  const track = model.tracks.find(({ buyer }) => buyer !== undefined) ?? model.tracks[0];
  const { tiers } = manifest;
  return {
    track: track?.id ?? '',
    ...(track?.buyer === undefined ? {} : { counterpart: track.buyer }),
    phase: model.phases[0]?.id ?? '',
    tier: tiers[Math.min(1, tiers.length - 1)] ?? '',
    hasOwnSuit: false,
    knowledge: 'some',
  };
}

/**
 * Opens a practice table. With an offer, that contract lies on it; hidden lines of the level may be left out.
 * Problems: `practice-unknown` (an id that the model does not have), `deal-incomplete` (ids: lines without a
 * known option), `deal-broken` (ids: the broken rules).
 */
export function startPractice(scenario: Scenario, options: PracticeOptions, offer?: Offer): Result<Practice> {
  const unknown = unknownIds(scenario, options);
  if (unknown.length > 0) return failure(problem('practice-unknown', unknown.join(' ')));
  const setting = practiceSetting(scenario, options);
  const wished = offer && { ...completeOffer(setting.model, setting.tier, offer), ...offer };
  const errors = wished ? offerErrors(setting, wished) : [];
  // While lines are missing, rules between lines say nothing.
  const missing = errors.filter((error) => error.startsWith('option.'));
  if (missing.length > 0)
    return failure({ ...problem('deal-incomplete', missing.join(' ')), path: 'offer', ids: missing });
  if (errors.length > 0)
    return failure({ ...problem('deal-broken', errors.join(' ')), path: 'offer', ids: errors });
  const draft = scenario.drafts.find(({ offers }) => offers[options.track]);
  const laid = wished ?? draftAt(setting, draft?.offers[options.track] ?? {});
  if (!laid) return failure(problem('practice-unknown', options.track));
  const answers = ANSWERS[options.knowledge];
  return success({
    options,
    talks: openTalks(setting, draft?.id ?? '', laid),
    info: Object.fromEntries(scenario.model.preferences.map(({ party }) => [party, answers])),
  });
}

/** The table after a move; undefined when it is not possible now. */
export function movePractice(
  scenario: Scenario,
  practice: Practice,
  turn: number | undefined,
  move: Move,
): Practice | undefined {
  const { options, talks, info } = practice;
  if (turn !== undefined && turn !== talks.turns.length) return undefined;
  const setting = practiceSetting(scenario, options);
  if ('offer' in move && offerErrors(setting, move.offer).length > 0) return undefined;
  if (move.kind === 'ask' && !isAskable(setting, move.party)) return undefined;
  const next = playMove(setting, talks, move);
  if (!next) return undefined;
  const learned = move.kind === 'ask' ? { ...info, [move.party]: (info[move.party] ?? 0) + 1 } : info;
  return { options, talks: next, info: learned };
}

/** Neutral circumstances: no trust won or lost, no goodwill. */
export function practiceSetting(scenario: Scenario, options: PracticeOptions): TableSetting {
  const { track, counterpart, phase, hasOwnSuit } = options;
  return {
    model: scenario.model,
    track,
    tier: runTables(scenario, options.tier).tier,
    circumstances: { phase, hasOwnSuit, trust: {}, goodwill: {} },
    ...(counterpart === undefined ? {} : { counterpart }),
  };
}

function unknownIds(
  scenario: Scenario,
  { track, counterpart, phase, tier }: PracticeOptions,
): readonly string[] {
  const { model, manifest } = scenario;
  return [
    ...(model.tracks.some(({ id }) => id === track) ? [] : [track]),
    ...(counterpart === undefined || counterpartsAt(scenario, track).includes(counterpart)
      ? []
      : [counterpart]),
    ...(model.phases.some(({ id }) => id === phase) ? [] : [phase]),
    ...(manifest.tiers.includes(tier) ? [] : [tier]),
  ];
}

function problem(code: string, path: string): Problem {
  return { code, path, message: `${code}: ${path}` };
}
