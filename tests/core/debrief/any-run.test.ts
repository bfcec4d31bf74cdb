import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/author/index.ts';
import { type Causes, reviewCauses } from '../../../src/core/debrief/causes.ts';
import type { RunRecord } from '../../../src/core/debrief/index.ts';
import { retraceRun } from '../../../src/core/debrief/run-record.ts';
import { createPlayer, outcomeAt } from '../../../src/core/debrief/what-if.ts';
import { zoneHistory } from '../../../src/core/debrief/zone-history.ts';
import { circumstancesAt, openChoices } from '../../../src/core/machine/index.ts';
import {
  completeOffer,
  judge,
  type Offer,
  structureErrors,
  type Tier,
} from '../../../src/core/model/index.ts';
import { RANDOM_PERSONA } from '../../../src/core/report/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { BARGAINER, finished, randomRecord, workedOut } from '../../support/debrief-runs.ts';
import { loadTiktok } from '../../support/tiktok.ts';

// What the debrief of any run must be, in the scenarios as they are shipped.

const { scenario: grindr } = readScenario(
  path.resolve(import.meta.dirname, '../../../scenarios/grindr-2019'),
);
if (!grindr) throw new Error('the second scenario cannot be read');

/** Which run: any seed, the levels that are quickly worked out, tables played round by round or in one go. */
const picks = fc.record({
  seed: fc.nat({ max: 100_000 }),
  level: fc.constantFrom(0, 1),
  bargains: fc.boolean(),
});

function picked(
  scenario: Scenario,
  { seed, level, bargains }: { seed: number; level: number; bargains: boolean },
): RunRecord {
  const tier = scenario.manifest.tiers[level] ?? '';
  return randomRecord(scenario, seed, { tier, persona: bargains ? BARGAINER : RANDOM_PERSONA });
}

/** The same ones each time; a seed that fails is not made smaller, since a small one is no simpler run. */
const few = (numRuns: number) => ({ numRuns, seed: 7, endOnFailure: true });

function expectShares({ choice, others, chance }: Causes): void {
  for (const share of [choice, others, chance]) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
  const sum = choice + others + chance;
  if (sum !== 0) expect(sum).toBeCloseTo(1, 12);
}

/** Every contract of a table, by trying all combinations of its open lines. */
function everyOffer({ model }: Scenario, track: string, tier: Tier): readonly Offer[] {
  let drafts: readonly Offer[] = [{}];
  for (const { id, options } of model.issues)
    if (tier.issues.includes(id))
      drafts = drafts.flatMap((draft) => options.map((option) => ({ ...draft, [id]: option })));
  const offers = drafts.map((draft) => completeOffer(model, tier, draft));
  return offers.filter((offer) => structureErrors(model, track, offer).length === 0);
}

describe.each([
  { name: 'tiktok-2020', scenario: loadTiktok(), played: 100, worked: 8, judged: 2, copied: 2 },
  { name: 'grindr-2019', scenario: grindr, played: 100, worked: 10, judged: 6, copied: 3 },
])('a run of $name', ({ scenario, played, worked, judged, copied }) => {
  test('comes out as it did when it is played again without a change', () => {
    fc.assert(
      fc.property(picks, (pick) => {
        const run = retraceRun(scenario, picked(scenario, pick));
        const player = createPlayer(run);
        expect(player.play({ from: run.tables.initial }).outcome).toEqual(outcomeAt(run, run.end));
        const [middle] = run.decisions.slice(run.decisions.length >> 1);
        if (middle) expect(player.play({ from: middle.before }).outcome).toEqual(outcomeAt(run, run.end));
      }),
      few(played),
    );
  });

  test('comes out with other chance as if it were played with it from the start', () => {
    let moved = 0;
    fc.assert(
      fc.property(picks, fc.nat({ max: 1000 }), (pick, other) => {
        const run = retraceRun(scenario, picked(scenario, pick));
        const from = run.tables.initial;
        const player = createPlayer(run);
        // Where all choices are drawn, the seed of the run says nothing but how chance falls.
        const otherSeed = createPlayer({ ...run, record: { ...run.record, seed: other } });
        const drawn = { from, draws: pick.seed };
        const replay = player.play(drawn);
        expect(replay.withChance(other)).toEqual(otherSeed.play(drawn).outcome);
        expect(player.asItWas(from).withChance(other)).toEqual(player.play({ from }).withChance(other));
        if (JSON.stringify(replay.withChance(other)) !== JSON.stringify(replay.outcome)) moved += 1;
      }),
      few(played / 2),
    );
    expect(moved).toBeGreaterThan(0);
  });

  test('is split into shares of a whole, and a choice without another gets none', () => {
    fc.assert(
      fc.property(picks, (pick) => {
        const run = retraceRun(scenario, picked(scenario, pick));
        const review = finished(reviewCauses(run));
        expectShares(review.run);
        for (const { decision, weight, ways, causes } of review.decisions) {
          const open = openChoices(run.tables, run.decisions[decision]!.before).map(({ id }) => id);
          expect(ways.filter(({ isOpen }) => isOpen).map(({ choice }) => choice)).toEqual(open);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
          if (causes) expectShares(causes);
          if (open.length > 1) continue;
          expect(weight).toBe(0);
          expect(causes?.choice ?? 0).toBe(0);
        }
      }),
      few(worked),
    );
  });

  test('has the same debrief each time', () => {
    fc.assert(
      fc.property(picks, (pick) => {
        const record = picked(scenario, pick);
        const copy = structuredClone({ scenario, record });
        expect(workedOut(copy.scenario, copy.record)).toEqual(workedOut(scenario, record));
      }),
      few(copied),
    );
  });

  test('has as many contracts that everyone accepts as there are when each is judged by itself', () => {
    const known = new Map<string, readonly Offer[]>();
    fc.assert(
      fc.property(picks, (pick) => {
        const run = retraceRun(scenario, picked(scenario, { ...pick, level: 0 }));
        const { tier } = run.tables;
        for (const point of zoneHistory(run)) {
          const state = run.states.findLast(({ context }) => context.date <= point.date) ?? run.states[0]!;
          const circumstances = { ...circumstancesAt(scenario, state), phase: point.phase };
          for (const { id: track } of scenario.model.tracks) {
            const offers = known.get(track) ?? everyOffer(scenario, track, tier);
            known.set(track, offers);
            const agreed = offers.filter((offer) =>
              judge(scenario.model, track, offer, circumstances).every(({ yes }) => yes),
            );
            expect(point.zones[track]).toEqual({ agreed: agreed.length, valid: offers.length });
          }
        }
      }),
      few(judged),
    );
  });
});
