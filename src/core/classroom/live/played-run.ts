import { type Intent, openChoices, runTables } from '../../machine/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { createSession, type Session, type SessionOptions } from '../../session/index.ts';
import type { Place } from '../class-run.ts';

/** A run of the room: the steps are what is kept, the session behind them is opened when somebody needs it. */
export interface PlayedRun {
  /** Of this run alone in the room, and another one after it was set back. */
  version: number;
  steps: Intent[];
  session?: Session;
  /** Steps the session has taken. */
  taken: number;
  /** Where it stood when it was last asked, after so many steps. */
  stand?: { readonly steps: number; readonly stand: Stand };
}

/** Where a run stands, and what can be said to it there. */
export interface Stand {
  readonly choice?: Ballot;
  readonly quiz?: Ballot;
  readonly isEnded: boolean;
}

export interface Ballot {
  readonly place: Place;
  /** Nothing for a question: its item says what is an answer. */
  readonly choices: readonly string[];
  /** The run waits for it; else it has just gone on from there. */
  readonly isOpen: boolean;
}

export interface RunSetting extends SessionOptions {
  readonly scenario: Scenario;
}

/** A full run has some hundred; a draft that is edited again and again leaves room for what follows. */
const MAX_STEPS = 2_000;
const MAX_STEPS_WITH_DRAFTS = 1_500;

export function createPlayedRun(version: number, steps: readonly Intent[] = []): PlayedRun {
  return { version, steps: [...steps], taken: 0 };
}

/**
 * Whether the step is possible; then the session has taken it, and `addStep` must follow. Throws nothing.
 */
export function tryStep(setting: RunSetting, run: PlayedRun, intent: Intent): boolean {
  const limit = intent.type === 'table.lay' ? MAX_STEPS_WITH_DRAFTS : MAX_STEPS;
  if (run.steps.length >= limit) return false;
  if (!sessionOf(setting, run).send(intent).ok) return false;
  run.taken += 1;
  return true;
}

export function addStep(run: PlayedRun, intent: Intent): void {
  run.steps.push(intent);
}

/** Decisions of the run so far. */
export function decisionsOf({ steps }: PlayedRun): number {
  return steps.reduce((count, { type }) => count + (type === 'choice.take' ? 1 : 0), 0);
}

/** Before this decision again; false when there was no such one. */
export function rewindRun(run: PlayedRun, decision: number, version: number): boolean {
  const taken = run.steps.flatMap(({ type }, index) => (type === 'choice.take' ? [index] : []));
  const index = taken[decision];
  if (index === undefined) return false;
  run.steps = run.steps.slice(0, index);
  run.version = version;
  // Opened again when it is needed: the steps alone say where it stands.
  delete run.session;
  delete run.stand;
  run.taken = 0;
  return true;
}

export function standOf(setting: RunSetting, run: PlayedRun): Stand {
  if (run.stand?.steps === run.steps.length) return run.stand.stand;
  const stand = findStand(setting, sessionOf(setting, run));
  run.stand = { steps: run.steps.length, stand };
  return stand;
}

function sessionOf(setting: RunSetting, run: PlayedRun): Session {
  run.session ??= createSession(setting.scenario, setting);
  // A step that is not possible any more (the game has changed since) is left out: the run goes on without it.
  for (const step of run.steps.slice(run.taken)) run.session.send(step);
  run.taken = run.steps.length;
  return run.session;
}

function findStand({ scenario, tier }: RunSetting, session: Session): Stand {
  const frame = session.frame();
  const { story, context } = frame;
  const scene = context.sceneId ?? '';
  const decisions = session.decisions().length;
  const tables = runTables(scenario, tier);
  const isEnded = story === 'ended';
  if (story === 'quiz.question' || story === 'quiz.explained') {
    const item = tables.scenes.get(scene)?.scene.quiz ?? '';
    const place: Place = { kind: 'quiz', decision: decisions, scene: item };
    return { quiz: { place, choices: [], isOpen: story === 'quiz.question' }, isEnded };
  }
  if (story !== 'decide' && story !== 'feedback') return { isEnded };
  const isOpen = story === 'decide';
  const asked = isOpen
    ? frame
    : session
        .frames()
        .findLast((earlier) => earlier.story === 'decide' && earlier.context.sceneId === context.sceneId);
  if (!asked) return { isEnded };
  const place: Place = { kind: 'choice', decision: isOpen ? decisions : decisions - 1, scene };
  return { choice: { place, choices: openChoices(tables, asked).map(({ id }) => id), isOpen }, isEnded };
}
