import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDice } from '../../../src/core/domain/index.ts';
import {
  compileScenario,
  type RegionValues,
  type RunState,
  runTables,
  startRun,
  stepKernel,
} from '../../../src/core/machine/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { candidateEvents, picks, randomTurn } from '../../support/random-run.ts';

const machine = compileScenario(miniScenario);
const tables = runTables(miniScenario);

describe('the kernel and the statechart', () => {
  test('begin alike', () => {
    expect(startRun(machine).state()).toEqual(tables.initial);
  });

  test('agree on every step of random runs, possible or not, to the byte', () => {
    fc.assert(
      fc.property(picks(80), (numbers) => {
        const run = startRun(machine);
        let state = tables.initial;
        for (const number of numbers) {
          const events = candidateEvents(tables, state);
          const event = events[number % events.length]!;
          const next = stepKernel(tables, state, event);
          expect(run.send(event), JSON.stringify(event)).toBe(next !== undefined);
          state = next ?? state;
          expect(JSON.stringify(run.state())).toBe(JSON.stringify(state));
          expect(leavesOf(run.snapshot().value)).toEqual({ ...state.values, story: state.story });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('agree on every step of whole runs, to the end', () => {
    const endings = new Set<string>();
    for (let seed = 0; seed < 300; seed += 1) {
      const dice = createDice(seed);
      const run = startRun(machine);
      let state = tables.initial;
      while (state.story !== 'ended') {
        const event = randomTurn(tables, seed, state, dice);
        state = stepKernel(tables, state, event)!;
        expect(run.send(event)).toBe(true);
        expect(JSON.stringify(run.state())).toBe(JSON.stringify(state));
      }
      endings.add(state.context.endingId!);
    }
    expect(endings.size).toBe(7);
  });

  test('random runs get to every ending but those that nothing leads to', () => {
    const endings = new Set<string>();
    const random = fc.sample(picks(200), { numRuns: 400, seed: 7 });
    for (const numbers of random) endings.add(walk(numbers).context.endingId ?? 'none');
    expect([...endings]).toEqual(
      expect.arrayContaining(['exit', 'revolt', 'walkout', 'double-yes', 'signed', 'court', 'ban']),
    );
  });

  test('a snapshot is JSON', () => {
    const state = walk(fc.sample(picks(200), { numRuns: 1, seed: 3 })[0]!);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});

function walk(numbers: readonly number[]): RunState {
  let state = tables.initial;
  for (const number of numbers) {
    const events = candidateEvents(tables, state);
    state = stepKernel(tables, state, events[number % events.length]!) ?? state;
  }
  return state;
}

/** Leaves by region id, read from XState's own state value. */
function leavesOf(stateValue: unknown): RegionValues {
  const leafOf = (value: unknown): string =>
    typeof value === 'string'
      ? value
      : Object.entries(value as object)
          .map(([key, below]) => `${key}.${leafOf(below)}`)
          .join();
  const { court, ...rest } = stateValue as Record<string, object>;
  const flat = Object.entries(rest).map(([region, value]) => [region, leafOf(value)]);
  const courts = Object.entries(court!).map(([region, value]) => [`court.${region}`, leafOf(value)]);
  return Object.fromEntries([...flat, ...courts]);
}
