import { insightsLeft, isAskable, runTables, type TableResult, tableSettingAt } from '../machine/index.ts';
import { type Talks, type Turn, votesAt } from '../strategy/index.ts';
import type { Presenting } from './run-history.ts';
import { currentScene } from './scene-view.ts';
import { isVoteKnown, lightFor } from './table-lights.ts';
import type { LightView, TableView } from './table-types.ts';
import { moodAfter, presentTable } from './table-view.ts';
import type { Sitting } from './table-words.ts';
import type { PartyView, RelationView, StampView } from './view-model.ts';

// The table of a run: what the run knows, handed to the views of a table.

/** The open table; undefined when none is open. */
export function presentRunTable(present: Presenting): TableView | undefined {
  const { talks } = present.frame.context;
  return talks && presentTable(sittingAt(present, talks));
}

/** How everyone judged the last contract of a table that is over, as far as the player can know. */
export function presentClosedLights(present: Presenting, table: TableResult): readonly LightView[] {
  const { frame, previous = frame } = present;
  // The votes were cast before the table had its consequences.
  const { talks } = previous.context;
  const { track, draft, offer, rounds, turns, signed } = table;
  const closed: Talks = {
    ...(talks ?? { track, draft, base: offer, rounds }),
    offer,
    used: rounds,
    turns,
    status: signed ? 'signed' : 'refused',
  };
  const sitting = { ...sittingAt({ ...present, frame: previous }, closed), info: frame.context.info };
  return votesAt(sitting.setting, offer).map((vote) => lightFor(sitting, vote, isVoteKnown(sitting, vote)));
}

/** At a table the face of who sits opposite follows the last answer, not the mood of the day. */
export function withTableFace({ frame }: Presenting, parties: readonly PartyView[]): readonly PartyView[] {
  const { talks } = frame.context;
  const turn = talks?.turns.findLast(({ kind }) => kind !== 'question');
  if (!talks || !turn) return parties;
  return parties.map((party) =>
    party.id === talks.counterpart ? { ...party, mood: moodAfter(turn), isSpeaking: true } : party,
  );
}

const MAX_TENSION = 5;

/** Every round without a signature draws the line on the map tighter. */
export function withTableLine(
  { frame }: Presenting,
  relations: readonly RelationView[],
): readonly RelationView[] {
  const { talks } = frame.context;
  const rounds = talks?.turns.filter(({ kind }) => kind !== 'question').length ?? 0;
  if (!talks || rounds === 0) return relations;
  return relations.map((relation) =>
    relation.party === talks.counterpart && (relation.style === 'open' || relation.style === 'tense')
      ? { ...relation, tension: Math.min(MAX_TENSION, relation.tension + rounds) }
      : relation,
  );
}

const TONES = {
  signed: 'good',
  countered: 'mixed',
  blocked: 'mixed',
  refused: 'bad',
} as const satisfies Partial<Record<Turn['reply'], StampView['tone']>>;

/** An answer at the table lands on the map as a stamp, where who sits opposite is at home. */
export function tableStamps({ texts, frame }: Presenting): readonly StampView[] {
  const { talks } = frame.context;
  const isNew = frame.effects.some(({ type }) => type === 'table.turned');
  const reply = isNew ? talks?.turns.at(-1)?.reply : undefined;
  if (!talks?.counterpart || reply === undefined || reply === 'answered') return [];
  const text = texts.model.replies[reply];
  if (text === undefined) return [];
  return [
    {
      id: `${talks.counterpart}-turn-${talks.turns.length}`,
      party: talks.counterpart,
      text,
      tone: TONES[reply],
    },
  ];
}

function sittingAt(present: Presenting, talks: Talks): Sitting {
  const { scenario, texts, frame } = present;
  const { context } = frame;
  const setting = tableSettingAt(scenario, frame, talks);
  const tables = runTables(scenario, context.tier);
  return {
    scenario,
    texts,
    setting,
    talks,
    info: context.info,
    insights: insightsLeft({ tables, state: frame }),
    date: context.date,
    kind: 'story',
    stakes: currentScene(present)?.stakes ?? [],
    askable: scenario.model.preferences
      .map(({ party }) => party)
      .filter((party) => isAskable(setting, party)),
  };
}
