import type { RunEvent, RunState, RunTables } from '../machine/index.ts';
import { isRight } from '../quiz/index.ts';
import type { RunEffect } from './session-api.ts';

/** What one step did, read off the states before and after it. */
export function stepEffects(
  tables: RunTables,
  before: RunState,
  event: RunEvent,
  after: RunState,
): readonly RunEffect[] {
  return [
    ...playerEffects(tables, event),
    ...calendarEffects(tables, before, event, after),
    ...partyEffects(before, after),
    ...tableEffects(before, after),
    ...regionEffects(tables, before, after),
    ...storyEffects(before, after),
  ];
}

function playerEffects(tables: RunTables, event: RunEvent): readonly RunEffect[] {
  if (event.type === 'choice.take')
    return [{ type: 'choice.taken', scene: event.scene, choice: event.choice }];
  if (event.type !== 'quiz.answer') return [];
  const item = tables.quiz.get(event.item);
  const isCorrect = item !== undefined && isRight(item, event.response);
  return [{ type: 'quiz.answered', item: event.item, isCorrect }];
}

function calendarEffects(
  tables: RunTables,
  before: RunState,
  event: RunEvent,
  after: RunState,
): readonly RunEffect[] {
  const entry = event.type === 'agenda.next' ? tables.agenda[before.context.position] : undefined;
  if (event.type !== 'agenda.next' || entry?.kind !== 'calendar') return [];
  const { id } = entry.event;
  if (!after.context.fired.includes(id) || before.context.fired.includes(id)) return [];
  return [{ type: 'calendar.fired', event: id, ...(event.chance ? { chance: event.chance } : {}) }];
}

function partyEffects({ context: before }: RunState, { context: after }: RunState): readonly RunEffect[] {
  const changes = (was: Readonly<Record<string, number>>, is: Readonly<Record<string, number>>) =>
    Object.entries(is)
      .map(([party, value]) => ({ party, by: value - (was[party] ?? 0) }))
      .filter(({ by }) => by !== 0);
  return [
    ...changes(before.trust, after.trust).map((change) => ({ type: 'trust.changed', ...change }) as const),
    ...changes(before.info, after.info).map((change) => ({ type: 'info.gained', ...change }) as const),
  ];
}

function tableEffects({ context: before }: RunState, { context: after }: RunState): readonly RunEffect[] {
  const effects: RunEffect[] = [];
  const { talks } = after;
  if (talks && !before.talks) effects.push({ type: 'table.opened', track: talks.track });
  // Every table makes a new result, also when it says the same as the last one.
  const result = after.table !== before.table ? after.table : undefined;
  const { track, turns } = result ?? talks ?? { track: '', turns: [] };
  const turn = turns.at(-1);
  if (turn && turns.length > (before.talks?.turns.length ?? 0))
    effects.push({ type: 'table.turned', track, turn });
  if (result) {
    const { draft, signed } = result;
    effects.push({ type: 'table.judged', track, draft, signed });
  }
  return effects;
}

function regionEffects(tables: RunTables, before: RunState, after: RunState): readonly RunEffect[] {
  return tables.regions.flatMap(({ id }): RunEffect[] => {
    const state = after.values[id];
    return state === undefined || state === before.values[id]
      ? []
      : [{ type: 'state.entered', region: id, state }];
  });
}

function storyEffects(before: RunState, after: RunState): readonly RunEffect[] {
  const { sceneId, endingId } = after.context;
  const isOpened = before.story === 'advance' && (after.story === 'decide' || after.story === 'present');
  return [
    ...(isOpened && sceneId !== undefined ? [{ type: 'scene.opened', scene: sceneId } as const] : []),
    ...(after.story === 'ended' && before.story !== 'ended' && endingId !== undefined
      ? [{ type: 'run.ended', ending: endingId } as const]
      : []),
  ];
}
