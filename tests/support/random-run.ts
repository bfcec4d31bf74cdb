import fc from 'fast-check';
import type { Intent, RunEvent, RunState, RunTables } from '../../src/core/machine/index.ts';
import { botIntent, RANDOM_PERSONA } from '../../src/core/report/index.ts';
import { type Dice, drawAgendaEvent } from '../../src/core/session/index.ts';

/** Every event that could be meant in a state, possible or not: the gates decide. */
export function candidateEvents(tables: RunTables, { context, story }: RunState): readonly RunEvent[] {
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
    { type: 'quiz.answer', item, option: 'a', confidence: 'sure' },
    { type: 'quiz.answer', item, option: 'b', confidence: 'guess' },
    { type: 'quiz.skip', item },
  ];
  // Mostly what fits the state, so that random runs get somewhere.
  return story === 'advance' ? [...agenda, ...agenda, ...intents] : [...intents, ...agenda];
}

/** Numbers that pick one of the candidates at every step. */
export const picks = (length: number) =>
  fc.array(fc.nat({ max: 9_999 }), { minLength: length, maxLength: length });

/** What happens next in a run that a random player plays: the world's turn from the seed, else theirs. */
export function randomTurn(tables: RunTables, seed: number, state: RunState, dice: Dice): RunEvent {
  if (state.story === 'advance') return drawAgendaEvent(tables, seed, state);
  return botIntent(tables, state, RANDOM_PERSONA, dice)!;
}
