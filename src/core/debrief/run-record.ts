import type { IsoDate } from '../domain/index.ts';
import { type RunEvent, type RunState, type RunTables, runTables, stepKernel } from '../machine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { SessionOptions } from '../session/index.ts';

/** What a run is worked out from: plain data that can go to a worker. */
export interface RunRecord extends SessionOptions {
  readonly log: readonly RunEvent[];
}

/** A decision of the run, and the run as it stood just before it. */
export interface DecisionPlace {
  readonly scene: string;
  readonly choice: string;
  readonly date: IsoDate;
  readonly before: RunState;
}

/** A run walked through again: nothing in it is guessed. */
export interface RetracedRun {
  readonly scenario: Scenario;
  readonly tables: RunTables;
  readonly record: RunRecord;
  /** Every state of the run in order, the first included. */
  readonly states: readonly RunState[];
  /** In the order in which they were made. */
  readonly decisions: readonly DecisionPlace[];
  readonly end: RunState;
}

/** Walks a log again. Throws a RangeError where an event is not possible: a log of a session always is. */
export function retraceRun(scenario: Scenario, record: RunRecord): RetracedRun {
  const tables = runTables(scenario, record.tier);
  const states: RunState[] = [tables.initial];
  const decisions: DecisionPlace[] = [];
  let end = tables.initial;
  for (const [at, event] of record.log.entries()) {
    if (event.type === 'choice.take')
      decisions.push({ scene: event.scene, choice: event.choice, date: end.context.date, before: end });
    const next = stepKernel(tables, end, event);
    if (!next) throw new RangeError(`event ${at} of the log is not possible`);
    end = next;
    states.push(end);
  }
  return { scenario, tables, record, states, decisions, end };
}
