import { failure, type Problem, type Result, success } from '../domain/index.ts';
import {
  compileScenario,
  type Intent,
  type NegotiationMachine,
  type RunActor,
  type RunEvent,
  type RunSnapshot,
  type RunTables,
  runTables,
  startRun,
  tableSettingAt,
} from '../machine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { offerErrors } from '../strategy/index.ts';
import { drawAgendaEvent } from './chance.ts';
import { stepEffects } from './run-effects.ts';
import { intentSchema } from './run-schema.ts';
import {
  type Decision,
  type Frame,
  type RunEffect,
  SAVE_FORMAT,
  SAVE_VERSION,
  type Session,
  type SessionOptions,
  type StoryState,
} from './session-api.ts';

/** A run from its beginning to its present frame. Each step replaces it and hands on the actor. */
interface Progress {
  readonly actor: RunActor;
  readonly log: readonly RunEvent[];
  readonly frames: readonly Frame[];
  /** How the statechart stood at each frame: going back goes on from there. */
  readonly snapshots: readonly RunSnapshot[];
  readonly decisions: readonly Decision[];
}

interface Engine {
  readonly machine: NegotiationMachine;
  readonly tables: RunTables;
  readonly seed: number;
}

/**
 * Starts a run at its first scene. The same seed and the same intents give the same run.
 * Throws a RangeError when the scenario has no such level: whoever starts a run offers those it has.
 */
export function createSession(scenario: Scenario, options: SessionOptions): Session {
  const { tiers } = scenario.manifest;
  if (!tiers.includes(options.tier))
    throw new RangeError(`There is no level "${options.tier}". The scenario has ${tiers.join(', ')}.`);
  const engine = createEngine(scenario, options);
  return sessionOf(engine, options, begin(engine), []);
}

/** Where a list of intents could not go on. */
export interface Stop {
  /** Index of the intent, among the player's intents, that was not possible. */
  readonly at: number;
  readonly intent: Intent;
  /** What is wrong with the offer of the intent at the table that was open, as of `offerErrors`. */
  readonly brokenRules: readonly string[];
}

/** How a log is taken up again. */
export interface Resuming {
  /** What there is to say about it. */
  readonly notes: readonly Problem[];
  /** The log knows no tables: each is over at once, with the prepared draft as the last word. */
  readonly closesTables: boolean;
}

/** A session that has taken the given intents; or where they stopped being possible. */
export function resumeSession(
  scenario: Scenario,
  options: SessionOptions,
  intents: readonly Intent[],
  { notes, closesTables }: Resuming,
): { readonly session: Session } | { readonly stop: Stop } {
  const engine = createEngine(scenario, options);
  const progress = takeAll(engine, intents, closesTables);
  return 'stop' in progress ? progress : { session: sessionOf(engine, options, progress, notes) };
}

function createEngine(scenario: Scenario, { seed, tier }: SessionOptions): Engine {
  return { machine: compileScenario(scenario, tier), tables: runTables(scenario, tier), seed };
}

function sessionOf(
  engine: Engine,
  options: SessionOptions,
  start: Progress,
  notes: readonly Problem[],
): Session {
  let progress = start;
  const show = (next: Progress): Result<Frame> => {
    progress = next;
    return success(lastFrame(progress));
  };
  const rewind = (index: number): Result<Frame> => {
    const decision = progress.decisions[index];
    return decision ? show(goBack(engine, progress, decision)) : failure(NO_SUCH_DECISION);
  };
  return {
    tier: options.tier,
    frame: () => lastFrame(progress),
    frames: () => progress.frames,
    send: (value) => {
      const intent = intentSchema.safeParse(value);
      const next = intent.success ? take(engine, progress, intent.data) : undefined;
      return next ? show(next) : failure(NOT_POSSIBLE);
    },
    log: () => progress.log,
    decisions: () => progress.decisions,
    undo: () => rewind(progress.decisions.length - 1),
    rewind,
    save: (language) => ({
      format: SAVE_FORMAT,
      version: SAVE_VERSION,
      scenario: { id: engine.machine.scenario.manifest.id, hash: engine.machine.scenario.hash },
      seed: options.seed,
      language,
      tier: options.tier,
      events: progress.log,
    }),
    notes: () => notes,
  };
}

const NOT_POSSIBLE: Problem = {
  code: 'intent-not-possible',
  path: '',
  message: 'This is not possible now; nothing was changed. Show the present frame again.',
};
const NO_SUCH_DECISION: Problem = {
  code: 'no-such-decision',
  path: '',
  message: 'There is no such decision to go back to; nothing was changed.',
};

/** What the player did, without what the world did in between. */
export function intentsOf(log: readonly RunEvent[]): readonly Intent[] {
  return log.filter((event) => event.type !== 'agenda.next');
}

function begin(engine: Engine): Progress {
  const actor = startRun(engine.machine);
  return runAgenda(engine, { actor, log: [], frames: [], snapshots: [], decisions: [] }, []);
}

/** The moment before a decision. Nothing is replayed: what stood there was kept, and never changes. */
function goBack({ machine }: Engine, progress: Progress, { logIndex }: Decision): Progress {
  const log = progress.log.slice(0, logIndex);
  // The first frame, and one more for each thing the player did.
  const count = intentsOf(log).length + 1;
  return {
    actor: startRun(machine, progress.snapshots[count - 1]),
    log,
    frames: progress.frames.slice(0, count),
    snapshots: progress.snapshots.slice(0, count),
    decisions: progress.decisions.filter((decision) => decision.logIndex < logIndex),
  };
}

function takeAll(
  engine: Engine,
  intents: readonly Intent[],
  closesTables: boolean,
): Progress | { readonly stop: Stop } {
  let progress = begin(engine);
  for (const [at, intent] of intents.entries()) {
    const next = take(engine, progress, intent);
    if (!next) return { stop: { at, intent, brokenRules: rulesBroken(engine, progress, intent) } };
    progress = (closesTables && closeTable(engine, next)) || next;
  }
  return progress;
}

function rulesBroken({ machine }: Engine, { actor }: Progress, intent: Intent): readonly string[] {
  const state = actor.state();
  const { talks, sceneId } = state.context;
  if (!talks || !('offer' in intent) || intent.scene !== sceneId) return [];
  return offerErrors(tableSettingAt(machine.scenario, state, talks), intent.offer);
}

/** The prepared draft of the open table as the last word; undefined when no table is open. */
function closeTable(engine: Engine, progress: Progress): Progress | undefined {
  const { talks, sceneId: scene } = progress.actor.state().context;
  if (!talks || scene === undefined) return undefined;
  const { turns, offer } = talks;
  return take(engine, progress, { type: 'table.final', scene, turn: turns.length, offer });
}

/**
 * One intent and all that the world does until the player's next turn. A draft that is edited again and again
 * stands in the log once, as it was last: a table cannot fill the log.
 */
function take(engine: Engine, progress: Progress, intent: Intent): Progress | undefined {
  const isEditedAgain = intent.type === 'table.lay' && progress.log.at(-1)?.type === 'table.lay';
  return isEditedAgain
    ? takeOne(engine, withoutLast(engine, progress), intent)
    : takeOne(engine, progress, intent);
}

/** The moment before the last thing the player did, after which the world has done nothing. */
function withoutLast({ machine }: Engine, progress: Progress): Progress {
  return {
    ...progress,
    actor: startRun(machine, progress.snapshots.at(-2)),
    log: progress.log.slice(0, -1),
    frames: progress.frames.slice(0, -1),
    snapshots: progress.snapshots.slice(0, -1),
  };
}

function takeOne(engine: Engine, progress: Progress, intent: Intent): Progress | undefined {
  const { actor, log } = progress;
  const before = actor.state();
  if (!actor.send(intent)) return undefined;
  const decision: readonly Decision[] =
    intent.type === 'choice.take'
      ? [{ logIndex: log.length, date: before.context.date, scene: intent.scene, choice: intent.choice }]
      : [];
  const next: Progress = {
    ...progress,
    log: [...log, intent],
    decisions: [...progress.decisions, ...decision],
  };
  return runAgenda(engine, next, stepEffects(engine.tables, before, intent, actor.state()));
}

function runAgenda(engine: Engine, progress: Progress, effectsSoFar: readonly RunEffect[]): Progress {
  const { actor } = progress;
  const log = [...progress.log];
  const effects = [...effectsSoFar];
  let state = actor.state();
  while (state.story === 'advance') {
    const event = drawAgendaEvent(engine.tables, engine.seed, state);
    if (!actor.send(event)) {
      throw new Error(`dead end after ${state.context.date}: no ending holds (run "scenario explore")`);
    }
    effects.push(...stepEffects(engine.tables, state, event, actor.state()));
    log.push(event);
    state = actor.state();
  }
  const { context, values } = state;
  const frame: Frame = { context, values, story: state.story satisfies StoryState, effects };
  return {
    ...progress,
    log,
    frames: [...progress.frames, frame],
    snapshots: [...progress.snapshots, actor.snapshot()],
  };
}

function lastFrame({ frames }: Progress): Frame {
  const frame = frames.at(-1);
  if (!frame) throw new Error('a run has at least one frame');
  return frame;
}
