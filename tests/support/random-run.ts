import fc from 'fast-check';
import type { Dice } from '../../src/core/domain/index.ts';
import {
  type Intent,
  type RunEvent,
  type RunState,
  type RunTables,
  type TableIntent,
  tableSettingAt,
} from '../../src/core/machine/index.ts';
import { botIntent, RANDOM_PERSONA } from '../../src/core/report/index.ts';
import { drawAgendaEvent } from '../../src/core/session/index.ts';
import { openOptions, smallestChangeNow, standingCounter, withLine } from '../../src/core/strategy/index.ts';

/** Every event that could be meant in a state, possible or not: the gates decide. */
export function candidateEvents(tables: RunTables, state: RunState): readonly RunEvent[] {
  const { context, story } = state;
  const entry = tables.agenda[context.position];
  const chance = entry?.kind === 'calendar' ? entry.event.chance?.name : undefined;
  const agenda: RunEvent[] =
    chance === undefined
      ? [{ type: 'agenda.next' }]
      : [true, false].map((isYes) => ({ type: 'agenda.next', chance: { [chance]: isYes } }));
  const scene = context.sceneId ?? 'none';
  const table = tables.scenes.get(scene);
  const item = table?.scene.quiz ?? 'none';
  const intents: Intent[] = [
    ...[...(table?.choices.keys() ?? [])].map((choice) => ({ type: 'choice.take', scene, choice }) as const),
    { type: 'scene.continue', scene },
    { type: 'quiz.answer', item, response: 'a', confidence: 'sure' },
    { type: 'quiz.answer', item, response: 'b', confidence: 'guess' },
    { type: 'quiz.skip', item },
  ];
  // Mostly what fits the state, so that random runs get somewhere.
  switch (story) {
    case 'advance':
      return [...agenda, ...agenda, ...intents];
    case 'table':
      return [...tableMoves(tables, state), ...hostileMoves(tables, state), ...intents, ...agenda];
    default:
      return [...intents, ...agenda, ...hostileMoves(tables, state).slice(0, 1)];
  }
}

/** Moves at the open table that its rules allow, and some that only the turn of talks decides. */
export function tableMoves(tables: RunTables, state: RunState): readonly TableIntent[] {
  const { talks, sceneId: scene = 'none' } = state.context;
  if (!talks) return [];
  const { turns, offer } = talks;
  const turn = turns.length;
  const setting = tableSettingAt(tables.scenario, state, talks);
  const laid = setting.tier.issues.flatMap((issue) =>
    openOptions(setting, issue).map((option) => withLine(setting, offer, issue, option)?.offer ?? offer),
  );
  const wanted = smallestChangeNow(setting, talks, offer) ?? offer;
  const counter = standingCounter(talks) ?? offer;
  return [
    ...laid.map((line): TableIntent => ({ type: 'table.lay', scene, offer: line })),
    ...[offer, wanted, counter, ...laid.slice(0, 2)].map(
      (proposed): TableIntent => ({ type: 'table.propose', scene, turn, offer: proposed }),
    ),
    ...[offer, wanted].map((last): TableIntent => ({ type: 'table.final', scene, turn, offer: last })),
    { type: 'table.accept', scene, turn },
    { type: 'table.accept', scene, turn },
    ...tables.scenario.model.preferences.map(
      ({ party }): TableIntent => ({ type: 'table.ask', scene, turn, party }),
    ),
    { type: 'table.leave', scene, turn },
  ];
}

/** Moves that no table ever takes: late, doubled, at another table, or with what is no contract there. */
export function hostileMoves(tables: RunTables, state: RunState): readonly TableIntent[] {
  const { talks, sceneId: scene = 'none' } = state.context;
  const turn = talks?.turns.length ?? 0;
  const offer =
    talks?.offer ??
    Object.fromEntries(tables.scenario.model.issues.map(({ id, options }) => [id, options[0] ?? '']));
  const [first = '', ...lines] = Object.keys(offer);
  const withoutFirst = Object.fromEntries(lines.map((line) => [line, offer[line] ?? '']));
  return [
    { type: 'table.propose', scene, turn: turn + 1, offer },
    { type: 'table.final', scene, turn: turn - 1, offer },
    { type: 'table.accept', scene, turn: turn - 1 },
    { type: 'table.leave', scene, turn: turn + 1 },
    { type: 'table.ask', scene, turn: turn + 1, party: 'W' },
    { type: 'table.ask', scene, turn, party: 'nobody' },
    { type: 'table.propose', scene: 'elsewhere', turn, offer },
    { type: 'table.lay', scene: 'elsewhere', offer },
    { type: 'table.lay', scene, offer: withoutFirst },
    { type: 'table.propose', scene, turn, offer: { ...offer, [first]: 'nothing' } },
    { type: 'table.final', scene, turn, offer: { ...offer, nothing: 'own' } },
    { type: 'table.final', scene, turn, offer: {} },
  ];
}

/** Numbers that pick one of the candidates at every step. */
export const picks = (length: number) =>
  fc.array(fc.nat({ max: 9_999 }), { minLength: length, maxLength: length });

/** What happens next in a run that a random player plays: the world's turn from the seed, else theirs. */
export function randomTurn(tables: RunTables, seed: number, state: RunState, dice: Dice): RunEvent {
  if (state.story === 'advance') return drawAgendaEvent(tables, seed, state);
  return botIntent(tables, state, RANDOM_PERSONA, dice)!;
}
