import { type Dice, failure, type PartyId, type Result, success } from '../domain/index.ts';
import {
  insightsLeft,
  isAskable,
  openChoices,
  type RunEvent,
  type RunState,
  type RunTables,
  type TableIntent,
  tableSettingAt,
} from '../machine/index.ts';
import { guessResponse } from '../quiz/index.ts';
import type { Choice, PersonaFile, Scenario } from '../scenario/index.ts';
import { canPayWithRound } from '../strategy/index.ts';
import { isAllKnown, type KnowledgeView } from './bargaining-beliefs.ts';
import { bargainingMove } from './bargaining-bot.ts';

/** How a bot chooses: the first rule that finds an open choice; where none does, at random. */
export interface Persona {
  /** Named choices, `scene/choice`, wherever they are open. */
  readonly takes: readonly string[];
  /** Takes what was really done. */
  readonly followsHistory: boolean;
  /** Takes what wins most trust of this party. */
  readonly pleases?: PartyId;
  /** Negotiates at tables; else puts the prepared draft to the vote. */
  readonly bargains: boolean;
  /** Asks these parties at tables, while it can and does not know all their wishes. */
  readonly asks: readonly PartyId[];
  /** Answers quiz items right, which earns free questions. */
  readonly learns: boolean;
}

/** Chooses among what is open with equal odds. */
export const RANDOM_PERSONA: Persona = {
  takes: [],
  followsHistory: false,
  bargains: false,
  asks: [],
  learns: false,
};

/**
 * `random`, `history`, `please:<party>`, `prefer:<scene>/<choice>,…`, or the id of a persona that the
 * scenario describes. Problems: `unknown-persona`, `unknown-party`, `unknown-choice`.
 */
export function parsePersona(
  scenario: Scenario,
  text: string,
  described: readonly PersonaFile[] = [],
): Result<Persona> {
  const known = described.find(({ id }) => id === text);
  if (known) return success(personaOf(known));
  const [kind, rest = ''] = text.split(':', 2);
  if (text === 'random') return success(RANDOM_PERSONA);
  if (text === 'history') return success({ ...RANDOM_PERSONA, followsHistory: true });
  if (kind === 'please') {
    const parties = scenario.parties.map(({ id }) => id);
    if (parties.includes(rest)) return success({ ...RANDOM_PERSONA, pleases: rest });
    return problem('unknown-party', `There is no party "${rest}". Use one of ${parties.join(', ')}.`);
  }
  if (kind === 'prefer') {
    const takes = rest.split(',');
    const choices = new Set(
      scenario.scenes.flatMap((scene) => scene.choices.map(({ id }) => `${scene.id}/${id}`)),
    );
    const unknown = takes.filter((choice) => !choices.has(choice));
    if (unknown.length === 0) return success({ ...RANDOM_PERSONA, takes });
    return problem('unknown-choice', `There is no choice ${unknown.join(', ')}. Write <scene>/<choice>.`);
  }
  const names = [...new Set(['random', 'history', ...described.map(({ id }) => id)])].join(', ');
  return problem(
    'unknown-persona',
    `There is no persona "${text}". Use ${names}, please:<party> or prefer:<scene>/<choice>,….`,
  );
}

/** A persona as the scenario describes it, ready to play. */
export function personaOf({ history, pleases, ...rest }: PersonaFile): Persona {
  return { ...rest, followsHistory: history, ...(pleases === undefined ? {} : { pleases }) };
}

function problem(code: string, message: string): Result<never> {
  return failure({ code, path: 'persona', message });
}

/** A turn at the open table. Who does not negotiate puts the prepared draft to the vote. */
function tableIntent(
  tables: RunTables,
  state: RunState,
  { asks, bargains }: Persona,
  dice: Dice,
): TableIntent | undefined {
  const { talks, sceneId: scene = '', info } = state.context;
  if (!talks) return undefined;
  const turn = talks.turns.length;
  const setting = tableSettingAt(tables.scenario, state, talks);
  const party = partyToAsk(tables, state, { setting, talks, info }, asks);
  if (party !== undefined) return { type: 'table.ask', scene, turn, party };
  if (!bargains) return { type: 'table.final', scene, turn, offer: talks.offer };
  const move = bargainingMove({ setting, talks, info, style: 'firm' }, dice);
  switch (move.kind) {
    case 'propose':
      return { type: 'table.propose', scene, turn, offer: move.offer };
    case 'final':
      return { type: 'table.final', scene, turn, offer: move.offer };
    case 'accept':
      return { type: 'table.accept', scene, turn };
    case 'leave':
      return { type: 'table.leave', scene, turn };
  }
}

/** Of those to be asked, one of whom least is known; undefined when no question is needed or can be paid. */
function partyToAsk(
  tables: RunTables,
  state: RunState,
  view: KnowledgeView,
  asks: readonly PartyId[],
): PartyId | undefined {
  const { setting, talks, info } = view;
  if (insightsLeft({ tables, state }) <= 0 && !canPayWithRound(talks)) return undefined;
  const [first] = asks
    .filter((party) => isAskable(setting, party) && !isAllKnown(view, party))
    .toSorted((a, b) => (info[a] ?? 0) - (info[b] ?? 0));
  return first;
}

/** What the bot does now; undefined between two entries of the agenda, at the end and in a dead end. */
export function botIntent(
  tables: RunTables,
  state: RunState,
  persona: Persona,
  dice: Dice,
): Exclude<RunEvent, { readonly type: 'agenda.next' }> | undefined {
  const { sceneId: scene = '' } = state.context;
  switch (state.story) {
    case 'decide': {
      const choice = pick(preferred(scene, openChoices(tables, state), persona), dice);
      return choice && { type: 'choice.take', scene, choice: choice.id };
    }
    case 'table':
      return tableIntent(tables, state, persona, dice);
    case 'present':
    case 'feedback':
    case 'quiz.explained':
      return { type: 'scene.continue', scene };
    case 'quiz.question': {
      const item = tables.quiz.get(tables.scenes.get(scene)?.scene.quiz ?? '');
      if (!item) return undefined;
      return persona.learns
        ? { type: 'quiz.answer', item: item.id, response: item.key, confidence: 'sure' }
        : {
            type: 'quiz.answer',
            item: item.id,
            response: guessResponse(item, (count) => dice.nextIndex(count)),
            confidence: 'guess',
          };
    }
    case 'advance':
    case 'ended':
      return undefined;
  }
}

function pick<T>(items: readonly T[], dice: Dice): T | undefined {
  return items.length > 1 ? items[dice.nextIndex(items.length)] : items[0];
}

function preferred(
  scene: string,
  open: readonly Choice[],
  { takes, followsHistory, pleases }: Persona,
): readonly Choice[] {
  const named = open.filter(({ id }) => takes.includes(`${scene}/${id}`));
  if (named.length > 0) return named;
  const historical = followsHistory ? open.filter(({ history }) => history) : [];
  if (historical.length > 0) return historical;
  if (pleases === undefined) return open;
  const most = Math.max(...open.map((choice) => trustGain(choice, pleases)));
  return open.filter((choice) => trustGain(choice, pleases) === most);
}

function trustGain({ effects }: Choice, party: PartyId): number {
  return effects.reduce(
    (sum, effect) => ('trust' in effect && effect.trust === party ? sum + effect.by : sum),
    0,
  );
}
