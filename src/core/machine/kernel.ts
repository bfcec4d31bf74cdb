import { unreachable } from '../domain/index.ts';
import type { Choice } from '../scenario/index.ts';
import { holds } from './gate-check.ts';
import { type DomainEvent, performEffects } from './perform.ts';
import { exactQuantities, type Quantities } from './quantities.ts';
import type { LeafTransition } from './region-table.ts';
import type { RunContext, RunEvent } from './run.ts';
import type { RunState, StoryNode } from './run-state.ts';
import type { RunTables } from './run-tables.ts';
import {
  agendaTurn,
  continueTurn,
  currentQuiz,
  findChoice,
  isQuizAnswer,
  recordAnswer,
  type StoryView,
  takeAgendaEntry,
  takeChoice,
} from './story-rules.ts';
import { takeTableIntent } from './table-rules.ts';

// The statechart's tables interpreted without a library, for author tools that take millions of
// steps. The compiled statechart stays the authority: a property test holds both equal step by step.

/** Microsteps of one step before a loop of events that raise each other is reported. */
export const MAX_MICROSTEPS = 200;

/**
 * The next state, or undefined when the event is not possible now.
 * Throws when events raise each other without end.
 */
export function stepKernel(
  tables: RunTables,
  state: RunState,
  event: RunEvent,
  quantities: Quantities = exactQuantities,
): RunState | undefined {
  const view: StoryView = {
    scenario: tables.scenario,
    tables,
    state,
    quantities,
    chance: event.type === 'agenda.next' ? event.chance : undefined,
  };
  const turn = storyTurn(view, event);
  return turn && settle(tables, { ...state, ...turn.next }, turn.raised, quantities);
}

/** Choices of the open scene that can be taken now; none outside `decide`. */
export function openChoices(
  tables: RunTables,
  state: RunState,
  quantities: Quantities = exactQuantities,
): readonly Choice[] {
  if (state.story !== 'decide') return [];
  const scene = tables.scenes.get(state.context.sceneId ?? '')?.scene;
  const view = { scenario: tables.scenario, state, quantities };
  return scene?.choices.filter(({ when }) => holds(when, view)) ?? [];
}

interface StoryTurn {
  readonly next: { readonly context: RunContext; readonly story: StoryNode };
  readonly raised: readonly DomainEvent[];
}

function storyTurn(view: StoryView, event: RunEvent): StoryTurn | undefined {
  const { context, story } = view.state;
  const goTo = (next: StoryNode, outcome = { context, raised: [] as readonly DomainEvent[] }): StoryTurn => ({
    next: { context: outcome.context, story: next },
    raised: outcome.raised,
  });
  switch (event.type) {
    case 'agenda.next': {
      const turn = story === 'advance' ? agendaTurn(view) : undefined;
      return turn && goTo(turn === 'pass' ? 'advance' : turn, takeAgendaEntry(view, turn));
    }
    case 'choice.take': {
      const choice = story === 'decide' ? findChoice(view, event) : undefined;
      const outcome = choice && takeChoice(view, choice);
      return outcome && goTo(outcome.context.talks ? 'table' : 'feedback', outcome);
    }
    case 'scene.continue':
      if (event.scene !== context.sceneId) return undefined;
      if (story === 'present' || story === 'feedback') return goTo(continueTurn(view));
      return story === 'quiz.explained' ? goTo('advance') : undefined;
    case 'quiz.answer':
      if (story !== 'quiz.question' || !isQuizAnswer(view, event)) return undefined;
      return goTo('quiz.explained', { context: recordAnswer(context, event), raised: [] });
    case 'quiz.skip':
      if (story !== 'quiz.question' || currentQuiz(view)?.id !== event.item) return undefined;
      return goTo('quiz.explained');
    case 'table.lay':
    case 'table.propose':
    case 'table.final':
    case 'table.accept':
    case 'table.ask':
    case 'table.leave': {
      const outcome = story === 'table' ? takeTableIntent(view, event) : undefined;
      return outcome && goTo(outcome.context.talks ? 'table' : 'feedback', outcome);
    }
    default:
      return unreachable(event);
  }
}

/** Runs the macrostep to its end: an ending closes the story first, then raised events in order. */
function settle(
  tables: RunTables,
  start: RunState,
  raised: readonly DomainEvent[],
  quantities: Quantities,
): RunState {
  let state = closeStory(start);
  const queue = [...raised];
  for (let index = 0; index < queue.length; index += 1) {
    const event = queue[index];
    if (!event) break;
    if (index >= MAX_MICROSTEPS) throw new Error(`events raise each other without end: ${event.type}`);
    state = closeStory(hear(tables, state, event, quantities, queue));
  }
  return state;
}

function closeStory(state: RunState): RunState {
  const isOver = state.story === 'advance' && state.context.endingId !== undefined;
  return isOver ? { ...state, story: 'ended' } : state;
}

/** One microstep: all regions choose against the same state, then their effects are performed. */
function hear(
  tables: RunTables,
  state: RunState,
  event: DomainEvent,
  quantities: Quantities,
  queue: DomainEvent[],
): RunState {
  const view = { scenario: tables.scenario, state, quantities, chance: event.chance };
  const enabled: { readonly region: string; readonly transition: LeafTransition }[] = [];
  for (const { id, leaves } of tables.listeners.get(event.type) ?? []) {
    const rows = leaves.get(state.values[id] ?? '')?.get(event.type);
    const transition = rows?.find(({ when }) => holds(when, view));
    if (transition) enabled.push({ region: id, transition });
  }
  if (enabled.length === 0) return state;
  let { context } = state;
  for (const { transition } of enabled) {
    if (transition.effects.length === 0) continue;
    const outcome = performEffects(transition.effects, { ...view, state: { ...state, context } });
    context = outcome.context;
    queue.push(...outcome.raised);
  }
  const moved = Object.fromEntries(enabled.map(({ region, transition }) => [region, transition.leaf]));
  return { ...state, context, values: { ...state.values, ...moved } };
}
