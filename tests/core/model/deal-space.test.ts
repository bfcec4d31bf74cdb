import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Circumstances,
  completeOffer,
  enumerateDeals,
  judge,
  kalaiSmorodinskyPoint,
  type NegotiationModel,
  nashPoint,
  type Offer,
  offerAt,
  offerUtility,
  paretoFrontier,
  structureErrors,
  surplusOf,
  type Tier,
  zoneOfAgreement,
} from '../../../src/core/model/index.ts';
import { arbitraryCircumstances, arbitraryModel } from '../../support/random-model.ts';

// The slow, obvious way: write down every offer, ask every party about it.

function allOffers(model: NegotiationModel, tier: Tier): readonly Offer[] {
  const visible = model.issues.filter(({ id }) => tier.issues.includes(id));
  return visible
    .reduce<Offer[]>(
      (offers, { id, options }) =>
        offers.flatMap((offer) => options.map((option) => ({ ...offer, [id]: option }))),
      [{}],
    )
    .map((offer) => completeOffer(model, tier, offer));
}

function acceptedByAll(
  model: NegotiationModel,
  track: string,
  tier: Tier,
  at: Circumstances,
): readonly Offer[] {
  return allOffers(model, tier)
    .filter((offer) => structureErrors(model, track, offer).length === 0)
    .filter((offer) => judge(model, track, offer, at).every(({ yes }) => yes));
}

const asText = (offers: readonly Offer[]) =>
  offers.map((offer) => JSON.stringify(Object.entries(offer).sort())).sort();
const everyCase = fc.tuple(
  arbitraryModel,
  fc.constantFrom('M', 'S'),
  fc.constantFrom(0, 1),
  arbitraryCircumstances,
);

function zoneIn(model: NegotiationModel, track: string, tier: Tier, at: Circumstances) {
  const space = enumerateDeals(model, track, tier);
  const surplus = surplusOf(space, at);
  return { space, surplus, zone: zoneOfAgreement(space, surplus), parties: Object.keys(surplus) };
}

describe('the space of all deals', () => {
  test('has the same zone of agreement as asking everyone about every offer', () => {
    let found = 0;
    fc.assert(
      fc.property(everyCase, ([model, track, tierAt, at]) => {
        const tier = model.tiers[tierAt] as Tier;
        const { space, zone } = zoneIn(model, track, tier, at);
        const offers = [...zone].map((index) => offerAt(space, index));
        expect(asText(offers)).toEqual(asText(acceptedByAll(model, track, tier, at)));
        found += offers.length;
      }),
      { numRuns: 2000 },
    );
    // A zone that is always empty would prove nothing.
    expect(found).toBeGreaterThan(100);
  });

  test('keeps on the frontier exactly what nobody can improve alone', () => {
    fc.assert(
      fc.property(everyCase, ([model, track, tierAt, at]) => {
        const { space, zone, parties } = zoneIn(model, track, model.tiers[tierAt] as Tier, at);
        const values = (index: number) =>
          parties.map((party) => offerUtility(model, party, offerAt(space, index)));
        const isBeaten = (index: number) =>
          [...zone].some((other) => {
            const differences = values(other).map((value, party) => value - (values(index)[party] as number));
            return differences.every((by) => by > -1e-9) && differences.some((by) => by > 1e-9);
          });
        expect([...paretoFrontier(space, zone, parties)]).toEqual(
          [...zone].filter((index) => !isBeaten(index)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('puts the points of Nash and of Kalai and Smorodinsky where no other offer is better', () => {
    fc.assert(
      fc.property(everyCase, ([model, track, tierAt, at]) => {
        const { zone, surplus, parties } = zoneIn(model, track, model.tiers[tierAt] as Tier, at);
        const nash = nashPoint(surplus, zone, parties);
        const ks = kalaiSmorodinskyPoint(surplus, zone, parties);
        if (zone.length === 0) {
          expect([nash, ks]).toEqual([undefined, undefined]);
          return;
        }
        const gains = (index: number) =>
          parties.map((party) => {
            const points = surplus[party]?.[index] as number;
            return points === Number.POSITIVE_INFINITY ? 1 : Math.max(0, points);
          });
        const product = (index: number) => gains(index).reduce((all, gain) => all * gain, 1);
        expect(product(nash as number)).toBe(Math.max(...[...zone].map(product)));
        expect(zone).toContain(ks);
      }),
      { numRuns: 300 },
    );
  });
});
