import {
  compileScenario,
  type RunEvent,
  runTables,
  startRun,
  stepKernel,
} from '../src/core/machine/index.ts';
import { botIntent, explore, RANDOM_PERSONA } from '../src/core/report/index.ts';
import type { Scenario } from '../src/core/scenario/index.ts';
import { createDice, drawAgendaEvent } from '../src/core/session/index.ts';
import { miniScenario } from '../tests/support/mini-scenario.ts';

interface Spread {
  readonly median: number;
  /** Value that 95 % of the runs reach: for a rate the slow end, for a time the long one. */
  readonly p95: number;
  readonly runs: number;
}

export interface MachineBench {
  /** Steps of the kernel per second over recorded random runs; median. */
  readonly stepsPerSecond: number;
  /** Transitions per second of the same runs through an XState actor; median. */
  readonly xstateTransitionPerSecond: number;
  /** Whole exhaustive search; median. */
  readonly exploreSeconds: number;
  readonly snapshots: number;
  readonly spread: {
    readonly stepsPerSecond: Spread;
    readonly xstateTransitionPerSecond: Spread;
    readonly exploreSeconds: Spread;
  };
}

const RECORDED_RUNS = 300;
const KERNEL_ROUNDS = 10;

/** Measures the machine of a scenario; without one, the small test scenario. Takes some ten seconds. */
export async function run(scenario: Scenario = miniScenario): Promise<MachineBench> {
  const runs = Array.from({ length: RECORDED_RUNS }, (_, seed) => recordRun(scenario, seed));
  const steps = measure(9, () => rateOf(() => replayOnKernel(scenario, runs)));
  const transitions = measure(5, () => rateOf(() => replayOnStatechart(scenario, runs.slice(0, 60))));
  let snapshots = 0;
  const seconds = measure(3, () => {
    const started = performance.now();
    snapshots = explore(scenario).snapshots;
    return (performance.now() - started) / 1_000;
  });
  const spread = {
    stepsPerSecond: spreadOf(steps, 'rate'),
    xstateTransitionPerSecond: spreadOf(transitions, 'rate'),
    exploreSeconds: spreadOf(seconds, 'time'),
  };
  return {
    stepsPerSecond: Math.round(spread.stepsPerSecond.median),
    xstateTransitionPerSecond: Math.round(spread.xstateTransitionPerSecond.median),
    exploreSeconds: spread.exploreSeconds.median,
    snapshots,
    spread,
  };
}

/** Events of one random run, chance included. */
function recordRun(scenario: Scenario, seed: number): readonly RunEvent[] {
  const tables = runTables(scenario);
  const dice = createDice(seed);
  const events: RunEvent[] = [];
  for (let state = tables.initial; ; ) {
    const isWaiting = state.story === 'advance';
    const event = isWaiting
      ? drawAgendaEvent(tables, seed, state)
      : botIntent(tables, state, RANDOM_PERSONA, dice);
    const next = event && stepKernel(tables, state, event);
    if (!next) return events;
    events.push(event);
    state = next;
  }
}

function replayOnKernel(scenario: Scenario, runs: readonly (readonly RunEvent[])[]): number {
  const tables = runTables(scenario);
  let steps = 0;
  for (let round = 0; round < KERNEL_ROUNDS; round += 1) {
    for (const events of runs) {
      let state = tables.initial;
      for (const event of events) state = stepKernel(tables, state, event) ?? state;
      steps += events.length;
    }
  }
  return steps;
}

function replayOnStatechart(scenario: Scenario, runs: readonly (readonly RunEvent[])[]): number {
  const machine = compileScenario(scenario);
  let steps = 0;
  for (const events of runs) {
    const actor = startRun(machine);
    for (const event of events) actor.send(event);
    steps += events.length;
  }
  return steps;
}

function rateOf(work: () => number): number {
  const started = performance.now();
  const steps = work();
  return steps / ((performance.now() - started) / 1_000);
}

/** One warm-up, then the given number of measured runs. */
function measure(runs: number, sample: () => number): readonly number[] {
  sample();
  return Array.from({ length: runs }, sample);
}

function spreadOf(samples: readonly number[], kind: 'rate' | 'time'): Spread {
  const bestFirst = samples.toSorted((a, b) => (kind === 'rate' ? b - a : a - b));
  const at = (share: number) => bestFirst[Math.max(0, Math.ceil(share * bestFirst.length) - 1)] ?? 0;
  return { median: at(0.5), p95: at(0.95), runs: samples.length };
}
