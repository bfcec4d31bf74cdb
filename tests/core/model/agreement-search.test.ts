import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  completeOffer,
  enumerateDeals,
  judge,
  type Offer,
  offerAt,
  offerUtility,
  searchAgreement,
  type Tier,
} from '../../../src/core/model/index.ts';
import { arbitraryCircumstances, arbitraryModel } from '../../support/random-model.ts';

const option = fc.constantFrom('a', 'b', 'c');
const cases = fc.record({
  model: arbitraryModel,
  track: fc.constantFrom('M', 'S'),
  tierAt: fc.constantFrom(0, 1),
  at: arbitraryCircumstances,
  visible: fc.record({ own: option, algo: option, price: option }),
});

describe('the search for the nearest agreement', () => {
  test('finds what everyone accepts, as near as there is any, and proves it when there is none', () => {
    const seen = { found: 0, none: 0 };
    fc.assert(
      fc.property(cases, ({ model, track, tierAt, at, visible }) => {
        const tier = model.tiers[tierAt] as Tier;
        const space = enumerateDeals(model, track, tier);
        const offer = completeOffer(model, tier, visible);
        const search = searchAgreement(space, at, { offer, issues: tier.issues, player: 'F' });
        const all = Array.from(space.codes, (_, index) => offerAt(space, index));
        const good = all.filter((each) => judge(model, track, each, at).every(({ yes }) => yes));
        const changes = (each: Offer) => tier.issues.filter((issue) => each[issue] !== offer[issue]);
        const own = (each: Offer) => offerUtility(model, 'F', each);

        expect(search.kind).toBe(good.length === 0 ? 'none' : 'found');
        expect(search.valid).toBe(all.length);
        seen[search.kind] += 1;
        if (search.kind === 'none') {
          for (const { party, alone } of search.blockers) {
            const failing = all.filter((each) =>
              judge(model, track, each, at).every((vote) => vote.yes !== (vote.party === party)),
            );
            expect(alone).toBe(failing.length);
          }
          const counts = search.blockers.map(({ alone }) => alone);
          expect(counts).toEqual(counts.toSorted((a, b) => b - a));
          return;
        }
        expect(good).toContainEqual(search.offer);
        expect(search.accepted).toBe(good.length);
        const fewest = Math.min(...good.map((each) => changes(each).length));
        expect(changes(search.offer)).toHaveLength(fewest);
        const nearest = good.filter((each) => changes(each).length === fewest);
        expect(own(search.offer)).toBeCloseTo(Math.max(...nearest.map(own)), 6);
      }),
      { numRuns: 500 },
    );
    // One kind alone would prove only half.
    expect(Math.min(seen.found, seen.none)).toBeGreaterThan(20);
  });
});
