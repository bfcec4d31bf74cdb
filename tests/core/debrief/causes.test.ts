import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Causes, reviewCauses } from '../../../src/core/debrief/causes.ts';
import { retraceRun } from '../../../src/core/debrief/run-record.ts';
import { createDice } from '../../../src/core/domain/index.ts';
import { type RunEvent, runTables, stepKernel } from '../../../src/core/machine/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { drawAgendaEvent } from '../../../src/core/session/index.ts';
import { finished, keptRecord, randomRecord } from '../../support/debrief-runs.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { randomTurn } from '../../support/random-run.ts';
import { loadTiktok } from '../../support/tiktok.ts';

const retraced = (scenario: Scenario, seed: number) => retraceRun(scenario, randomRecord(scenario, seed));
const seeds = fc.nat({ max: 100_000 });

function expectShares({ choice, others, chance }: Causes): void {
  for (const share of [choice, others, chance]) expect(share).toBeGreaterThanOrEqual(0);
  const sum = choice + others + chance;
  if (sum !== 0) expect(sum).toBeCloseTo(1, 12);
}

/** The small scenario, with no choice in one scene but this one. */
function forcedIn(scene: string, choice: string): Scenario {
  const only = (each: Scenario['scenes'][number]) =>
    each.id === scene ? { ...each, choices: each.choices.filter(({ id }) => id === choice) } : each;
  return { ...miniScenario, scenes: miniScenario.scenes.map(only) };
}

describe('the causes of any run', () => {
  test('are shares of a whole, or nothing at all', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const review = finished(reviewCauses(retraced(miniScenario, seed)));
        expectShares(review.run);
        for (const { causes, weight } of review.decisions) {
          if (causes) expectShares(causes);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are the same for the same record', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const record = randomRecord(miniScenario, seed);
        const [first, second] = [record, structuredClone(record)].map((each) =>
          finished(reviewCauses(retraceRun(miniScenario, each))),
        );
        expect(first).toEqual(second);
      }),
      { numRuns: 20 },
    );
  });

  test('tell of each decision the way that was taken, with the ending of the run', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const run = retraced(miniScenario, seed);
        const { decisions } = finished(reviewCauses(run));
        expect(decisions.map(({ scene, choice }) => [scene, choice])).toEqual(
          run.decisions.map(({ scene, choice }) => [scene, choice]),
        );
        for (const { ways, choice } of decisions) {
          expect(ways.filter(({ isTaken }) => isTaken)).toEqual([
            { choice, isOpen: true, isTaken: true, ending: run.end.context.endingId },
          ]);
          for (const way of ways) if (!way.isOpen) expect(way).not.toHaveProperty('ending');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('give no share and no weight to a choice that was the only one open', () => {
    const scenario = forcedIn('s4-sue', 'file');
    let others = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const forced = finished(reviewCauses(retraced(scenario, seed))).decisions.find(
          ({ scene }) => scene === 's4-sue',
        );
        if (!forced) return;
        expect(forced.weight).toBe(0);
        expect(forced.causes?.choice ?? 0).toBe(0);
        if ((forced.causes?.chance ?? 0) > 0 || (forced.causes?.others ?? 0) > 0) others += 1;
      }),
      { numRuns: 80, seed: 1 },
    );
    expect(others).toBeGreaterThan(5);
  });

  test('find a weight only where another way comes to something else', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        // Without gauges the ending is all there is to differ in.
        for (const { ways, choice, weight } of finished(reviewCauses(retraced(miniScenario, seed)))
          .decisions) {
          const own = ways.find((way) => way.choice === choice)?.ending;
          const others = ways.filter(({ isOpen, isTaken }) => isOpen && !isTaken);
          const away = others.filter(({ ending }) => ending === undefined || ending !== own).length;
          expect(weight).toBeCloseTo(others.length === 0 ? 0 : away / others.length / 2, 12);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('a run with a single decision that ends it is all choice', () => {
  const log: RunEvent[] = [];
  const tables = runTables(miniScenario, 'starter');
  let state = tables.initial;
  const wanted = { type: 'choice.take', scene: 's1-goal', choice: 'leave' } as const;
  while (state.story !== 'ended') {
    const event: RunEvent = state.story === 'decide' ? wanted : randomTurn(tables, 1, state, createDice(1));
    state = stepKernel(tables, state, event)!;
    log.push(event);
  }
  const review = finished(reviewCauses(retraceRun(miniScenario, { seed: 1, tier: 'starter', log })));
  expect(review.decisions).toMatchObject([{ causes: { choice: 1, others: 0, chance: 0 }, weight: 0.5 }]);
  expect(review.run).toEqual({ choice: 1, others: 0, chance: 0 });
});

test('a kept run of the shipped scenario is told in one piece', () => {
  const scenario = loadTiktok();
  const run = retraceRun(scenario, keptRecord('history-3.json'));
  const review = finished(reviewCauses(run));
  expectShares(review.run);
  expect(review.decisions).toHaveLength(run.decisions.length);
  expect(review.decisions.filter(({ causes }) => causes)).toHaveLength(5);
  const round = (share: number) => Math.round(share * 100);
  expect({
    choice: round(review.run.choice),
    others: round(review.run.others),
    chance: round(review.run.chance),
    replays: review.replays,
  }).toMatchInlineSnapshot(`
    {
      "chance": 8,
      "choice": 74,
      "others": 18,
      "replays": 515,
    }
  `);
});

test.each(['exit-2.json', 'court-only-2.json'])('%s is told alike, however the samples fall', (file) => {
  const scenario = loadTiktok();
  const record = keptRecord(file);
  const run = retraceRun(scenario, record);
  const own = finished(reviewCauses(run)).run;
  // Another seed draws other samples; those are left out with which the run itself would have gone otherwise.
  const seeds = Array.from({ length: 60 }, (_, seed) => seed).filter((seed) =>
    record.log.every((event, at) => {
      if (event.type !== 'agenda.next') return true;
      return JSON.stringify(drawAgendaEvent(run.tables, seed, run.states[at]!)) === JSON.stringify(event);
    }),
  );
  expect(seeds.length).toBeGreaterThan(4);
  for (const seed of seeds.slice(0, 6)) {
    const other = finished(reviewCauses(retraceRun(scenario, { ...record, seed }))).run;
    for (const cause of ['choice', 'others', 'chance'] as const)
      expect(Math.abs(other[cause] - own[cause])).toBeLessThan(0.15);
  }
});
