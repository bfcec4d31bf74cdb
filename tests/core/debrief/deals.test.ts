import { describe, expect, test } from 'vitest';
import { reviewDeals } from '../../../src/core/debrief/deals.ts';
import { type RetracedRun, retraceRun } from '../../../src/core/debrief/run-record.ts';
import { runInPhase } from '../../../src/core/debrief/zone-history.ts';
import { circumstancesAt } from '../../../src/core/machine/index.ts';
import { dealSpace, indexOfOffer, judge, surplusOf, zoneOfAgreement } from '../../../src/core/model/index.ts';
import { keptRecord, randomRecord } from '../../support/debrief-runs.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { loadTiktok } from '../../support/tiktok.ts';

const randomRun = (seed: number) => retraceRun(miniScenario, randomRecord(miniScenario, seed));
const historyRun = () => retraceRun(loadTiktok(), keptRecord('history-3.json'));

function check(run: RetracedRun) {
  const { scenario, tables, states, end } = run;
  const review = reviewDeals(run);
  expect(reviewDeals(run)).toEqual(review);
  for (const cloud of review.clouds) {
    const space = dealSpace(scenario.model, cloud.track, tables.tier);
    const last = states.findLast(({ context }) => context.talks?.track === cloud.track) ?? end;
    const now = cloud.isOwn
      ? circumstancesAt(scenario, last)
      : runInPhase(run, scenario.model.phases.find(({ id }) => id === cloud.phase)!).circumstances;
    expect(cloud.sample.length).toBeLessThanOrEqual(600);
    expect(cloud.agreed).toBe(zoneOfAgreement(space, surplusOf(space, now)).length);
    for (const { offer, isAgreed } of cloud.sample) {
      expect(indexOfOffer(space, offer)).toBeGreaterThanOrEqual(0);
      expect(isAgreed).toBe(judge(scenario.model, cloud.track, offer, now).every(({ yes }) => yes));
    }
    for (const { x, y, points } of cloud.frontiers) {
      const xs = space.utilities[x]!;
      const ys = space.utilities[y]!;
      expect(points.length).toBeGreaterThan(0);
      for (const { utilities } of points) {
        const [a, b] = [utilities[x]! + 1e-9, utilities[y]! + 1e-9];
        expect(
          xs.some((value, at) => (value > a && ys[at]! >= b - 1e-9) || (value >= a - 1e-9 && ys[at]! > b)),
        ).toBe(false);
      }
    }
    for (const deal of cloud.named) if (deal.kind === 'nearest') expect(deal.refusedBy).toEqual([]);
  }
  return review;
}

describe('the contracts with a name', () => {
  const [cloud] = reviewDeals(historyRun()).clouds;
  const kinds = (kind: string) => cloud!.named.filter((deal) => deal.kind === kind);

  test('keep the day of a refusal, also when the same contract was accepted later', () => {
    const [final] = kinds('final');
    const [offer] = kinds('offer');
    expect(offer?.offer).toEqual(final?.offer);
    expect(offer?.refusedBy).not.toEqual([]);
    expect(offer!.date! < final!.date!).toBe(true);
    expect(kinds('nearest')[0]).toMatchObject({ date: offer?.date, from: offer?.offer });
  });

  test('say who is against the last one when the run ends', () => {
    const run = historyRun();
    const [final] = kinds('final');
    const now = circumstancesAt(run.scenario, run.end);
    const against = judge(run.scenario.model, cloud!.track, final!.offer, now).filter(({ yes }) => !yes);
    expect(final?.refusedBy).toEqual([]);
    expect(final?.atEnd).toEqual({
      date: run.end.context.date,
      refusedBy: against.map(({ party }) => party),
    });
    expect(against).not.toEqual([]);
  });

  test('of a run that put none on a table are those of the place and the time with the most room', () => {
    const run = retraceRun(loadTiktok(), keptRecord('court-only-2.json'));
    const { clouds, zones } = reviewDeals(run);
    expect(clouds).toHaveLength(1);
    expect(clouds[0]).toMatchObject({ isOwn: false });
    const rooms = zones
      .filter(({ date }) => date <= run.end.context.date)
      .flatMap((zone) => Object.values(zone.zones).map(({ agreed, valid }) => agreed / valid));
    expect(clouds[0]!.agreed / clouds[0]!.valid).toBe(Math.max(...rooms));
    expect(clouds[0]!.agreed).toBeGreaterThan(0);
  });
});

describe('the deals of a run', () => {
  test.each(Array.from({ length: 25 }, (_, seed) => seed))('hold in random run %i', (seed) => {
    check(randomRun(seed));
  });

  test('hold in the run of history, with a zone for every phase', () => {
    const review = check(historyRun());
    expect(review.zones.map(({ phase }) => phase)).toEqual(loadTiktok().model.phases.map(({ id }) => id));
    expect(review.clouds[0]?.named.some(({ kind }) => kind === 'final')).toBe(true);
    expect(
      review.zones.map(({ zones }) => Object.values(zones).map(({ agreed }) => agreed)),
    ).toMatchInlineSnapshot(`
      [
        [
          108,
          286,
          0,
        ],
        [
          54,
          181,
          0,
        ],
        [
          0,
          6,
          0,
        ],
        [
          0,
          69,
          0,
        ],
        [
          0,
          102,
          0,
        ],
        [
          0,
          45,
          0,
        ],
        [
          0,
          80,
          3,
        ],
        [
          0,
          61,
          4,
        ],
        [
          0,
          16,
          1,
        ],
        [
          0,
          11,
          0,
        ],
      ]
    `);
  });

  test('are empty for a model without tables', () => {
    const run = randomRun(1);
    const scenario = { ...miniScenario, model: { ...miniScenario.model, tracks: [] } };
    expect(reviewDeals({ ...run, scenario })).toMatchObject({ clouds: [], zones: [] });
  });
});
