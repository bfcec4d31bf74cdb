import { createActor } from 'xstate';
import type { NegotiationMachine } from './compile-scenario.ts';
import type { RunEvent } from './run.ts';
import type { RunState } from './run-state.ts';

/** A running statechart. It holds no timer and no resource: dropping it is enough. */
export interface RunActor {
  /** The present snapshot as plain data. */
  state(): RunState;
  /** XState's own state value: for tests and drawings. */
  stateValue(): unknown;
  /** False when no transition is enabled for the event: then nothing has changed. */
  send(event: RunEvent): boolean;
}

/**
 * Starts the statechart. A live actor instead of the pure `transition()`, which builds the initial
 * state anew for every step and is four times slower.
 */
export function startRun({ statechart }: NegotiationMachine): RunActor {
  const actor = createActor(statechart);
  // Without an observer XState throws errors of guards and actions later, out of reach.
  actor.subscribe({ error: () => undefined });
  actor.start();
  const snapshot = () => {
    const present = actor.getSnapshot();
    if (present.status === 'error') throw present.error;
    return present;
  };
  return {
    state: () => {
      const { run, values, story } = snapshot().context;
      return { context: run, values, story };
    },
    stateValue: () => snapshot().value,
    send: (event) => {
      if (!snapshot().can(event)) return false;
      actor.send(event);
      snapshot();
      return true;
    },
  };
}
