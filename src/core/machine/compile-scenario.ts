import { assign, enqueueActions, setup } from 'xstate';
import { type Effect, type Gate, type Scenario, STORY_REGION } from '../scenario/index.ts';
import { regionStates, storyStates } from './chart-states.ts';
import { holds } from './gate-check.ts';
import { MAX_MICROSTEPS } from './kernel.ts';
import { type DomainEvent, type Outcome, performEffects } from './perform.ts';
import { exactQuantities } from './quantities.ts';
import type { RunContext, RunEvent } from './run.ts';
import type { RegionValues, StoryNode } from './run-state.ts';
import { type RunTables, runTables } from './run-tables.ts';
import {
  type AgendaTurn,
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
import { isTableIntent, takeTableIntent } from './table-rules.ts';

/** Context of the XState machine. */
export interface ChartContext {
  readonly run: RunContext;
  /**
   * Leaf of every region, written on entry. Guards and effects get no state value from XState
   * (`stateIn` is a guard, not a value), but the circumstances of the negotiation model need it.
   */
  readonly values: RegionValues;
  readonly story: StoryNode;
}

/** Domain events carry upper-case ids, intents lower-case ones: they cannot meet. */
type RaisedEvent = DomainEvent & { readonly type: Uppercase<string> };
type ChartEvent = RunEvent | RaisedEvent;

type EventOf<T extends RunEvent['type']> = Extract<RunEvent, { readonly type: T }>;
const is = <T extends RunEvent['type']>(event: ChartEvent, type: T): event is EventOf<T> =>
  event.type === type;

/** Guards and actions by name. A scenario brings only their parameters, never code. */
function createVocabulary(tables: RunTables) {
  const viewOf = ({ run, values, story }: ChartContext, event: ChartEvent): StoryView => ({
    scenario: tables.scenario,
    tables,
    state: { context: run, values, story },
    quantities: exactQuantities,
    chance: 'chance' in event ? event.chance : undefined,
  });
  const choiceOf = (view: StoryView, event: ChartEvent) =>
    is(event, 'choice.take') ? findChoice(view, event) : undefined;
  const opensOf = ({ context }: Outcome) => (context.talks ? 'table' : 'feedback');
  const unchanged = ({ state }: StoryView): Outcome => ({ context: state.context, raised: [] });

  return setup({
    types: { context: {} as ChartContext, events: {} as ChartEvent },
    guards: {
      gate: ({ context, event }, { when }: { when: Gate }) => holds(when, viewOf(context, event)),
      leadsTo: ({ context, event }, { turn }: { turn: AgendaTurn }) =>
        agendaTurn(viewOf(context, event)) === turn,
      isPossibleChoice: ({ context, event }, { opens }: { opens: 'table' | 'feedback' }) => {
        const view = viewOf(context, event);
        const choice = choiceOf(view, event);
        return choice !== undefined && opensOf(takeChoice(view, choice)) === opens;
      },
      isPossibleMove: ({ context, event }, { opens }: { opens: 'table' | 'feedback' }) => {
        const outcome = isTableIntent(event) ? takeTableIntent(viewOf(context, event), event) : undefined;
        return outcome !== undefined && opensOf(outcome) === opens;
      },
      continuesTo: ({ context, event }, { turn }: { turn: ReturnType<typeof continueTurn> }) =>
        is(event, 'scene.continue') &&
        event.scene === context.run.sceneId &&
        continueTurn(viewOf(context, event)) === turn,
      isOpenScene: ({ context, event }) => is(event, 'scene.continue') && event.scene === context.run.sceneId,
      isQuizAnswer: ({ context, event }) =>
        is(event, 'quiz.answer') && isQuizAnswer(viewOf(context, event), event),
      isOpenQuiz: ({ context, event }) =>
        is(event, 'quiz.skip') && currentQuiz(viewOf(context, event))?.id === event.item,
      hasEnding: ({ context }) => context.run.endingId !== undefined,
    },
    actions: {
      perform: enqueueActions(({ context, event, enqueue }, { effects }: { effects: readonly Effect[] }) => {
        const { context: run, raised } = performEffects(effects, viewOf(context, event));
        enqueue.assign({ run });
        for (const next of raised) enqueue.raise(asRaised(next));
      }),
      takeEntry: enqueueActions(({ context, event, enqueue }, { turn }: { turn: AgendaTurn }) => {
        const { context: run, raised } = takeAgendaEntry(viewOf(context, event), turn);
        enqueue.assign({ run });
        for (const next of raised) enqueue.raise(asRaised(next));
      }),
      takeChoice: enqueueActions(({ context, event, enqueue }) => {
        const view = viewOf(context, event);
        const choice = choiceOf(view, event);
        const { context: run, raised } = choice ? takeChoice(view, choice) : unchanged(view);
        enqueue.assign({ run });
        for (const next of raised) enqueue.raise(asRaised(next));
      }),
      takeMove: enqueueActions(({ context, event, enqueue }) => {
        const view = viewOf(context, event);
        const outcome = isTableIntent(event) ? takeTableIntent(view, event) : undefined;
        const { context: run, raised } = outcome ?? unchanged(view);
        enqueue.assign({ run });
        for (const next of raised) enqueue.raise(asRaised(next));
      }),
      recordAnswer: assign(({ context, event }) => ({
        run: is(event, 'quiz.answer') ? recordAnswer(context.run, event) : context.run,
      })),
      enterStory: assign((_, { state }: { state: StoryNode }) => ({ story: state })),
      enterRegion: assign(({ context }, { region, leaf }: { region: string; leaf: string }) => ({
        values: { ...context.values, [region]: leaf },
      })),
    },
  });
}

/** Scenario ids of domain events are upper case by schema. */
const asRaised = (event: DomainEvent): RaisedEvent => event as RaisedEvent;

/**
 * The statechart of a scenario: one parallel region for each of its tracks (ids with a dot nest),
 * and the generic `story` region that opens scenes and takes the player's intents.
 */
function compileStatechart(tables: RunTables) {
  const vocabulary = createVocabulary(tables);
  const { context: run, values, story } = tables.initial;
  const config = {
    id: 'run',
    type: 'parallel',
    context: { run, values, story },
    states: { ...regionStates(tables.regionRows), [STORY_REGION]: storyStates },
    options: { maxIterations: MAX_MICROSTEPS },
  };
  // The states come from data, so their names are unknown to the compiler.
  return vocabulary.createMachine(config as unknown as Parameters<typeof vocabulary.createMachine>[0]);
}

export type Statechart = ReturnType<typeof compileStatechart>;

/** A scenario made into a statechart. */
export interface NegotiationMachine {
  readonly scenario: Scenario;
  /** The XState machine: for drawing and for model checking. Runs go through `startRun`. */
  readonly statechart: Statechart;
}

const compiled = new WeakMap<RunTables, NegotiationMachine>();

/**
 * Compiles a checked scenario, once per scenario object and level; without one for the last level.
 * Throws when a transition leads nowhere: then it was not checked.
 */
export function compileScenario(scenario: Scenario, tier?: string): NegotiationMachine {
  const tables = runTables(scenario, tier);
  const known = compiled.get(tables);
  if (known) return known;
  const machine = { scenario, statechart: compileStatechart(tables) };
  compiled.set(tables, machine);
  return machine;
}
