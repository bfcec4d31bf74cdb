import path from 'node:path';
import { readScenario } from '../src/author/index.ts';
import { createDice } from '../src/core/domain/index.ts';
import {
  compileScenario,
  type RunEvent,
  runTables,
  startRun,
  stepKernel,
} from '../src/core/machine/index.ts';
import { botIntent, explore, RANDOM_PERSONA } from '../src/core/report/index.ts';
import type { Scenario } from '../src/core/scenario/index.ts';
import { drawAgendaEvent } from '../src/core/session/index.ts';
import type { BenchContext } from './bench-context.ts';
import { type Spread, spreadOf } from './spread.ts';

export interface MachineBench {
  /** Steps of the kernel per second over recorded random runs; median. */
  readonly stepsPerSecond: number;
  /** Transitions per second of the same runs through an XState actor; median. */
  readonly xstateTransitionPerSecond: number;
  /** Whole exhaustive search. */
  readonly exploreSeconds: Spread;
  readonly snapshots: number;
  readonly spread: {
    readonly stepsPerSecond: Spread;
    readonly xstateTransitionPerSecond: Spread;
  };
}

const RECORDED_RUNS = 300;
const KERNEL_ROUNDS = 10;

/** Measures the machine of the shipped scenario. Takes about a minute. */
export async function run({ root }: BenchContext): Promise<MachineBench> {
  const { scenario } = readScenario(path.join(root, 'scenarios/tiktok-2020'));
  if (!scenario) throw new Error('the scenario cannot be read; see "npm run scenario -- check"');
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
  };
  return {
    stepsPerSecond: Math.round(spread.stepsPerSecond.median),
    xstateTransitionPerSecond: Math.round(spread.xstateTransitionPerSecond.median),
    exploreSeconds: spreadOf(seconds, 'time'),
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
