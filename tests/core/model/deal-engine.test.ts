import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dealSpace,
  enumerateDeals,
  indexOfOffer,
  type NegotiationModel,
  nearestOffer,
  offerAt,
  paretoFrontier,
  type Tier,
} from '../../../src/core/model/index.ts';
import { arbitraryCircumstances, arbitraryMixedModel, arbitraryModel } from '../../support/random-model.ts';
import { type Case, differences, referenceDeals, referenceFrontier } from '../../support/reference-deals.ts';
import { loadTiktok } from '../../support/tiktok.ts';

// The fast engine against the slow, obvious one.

const { model } = loadTiktok();
const tierOf = (id: string) => model.tiers.find((tier) => tier.id === id) as Tier;
const NEUTRAL = { phase: 'P6', hasOwnSuit: true, trust: {}, goodwill: {} };

const arbitraryCase = (models: fc.Arbitrary<NegotiationModel>): fc.Arbitrary<Case> =>
  fc
    .tuple(models, fc.constantFrom('M', 'S'), fc.nat(), arbitraryCircumstances)
    .map(([random, track, tierAt, at]) => ({
      model: random,
      track,
      tier: random.tiers[tierAt % random.tiers.length] as Tier,
      at,
    }));

describe('the engine agrees with the obvious way', () => {
  test.each(['M', 'O', 'S'])(
    'on the starter level of the shipped model, track %s, in every phase',
    (track) => {
      for (const { id: phase } of model.phases)
        for (const hasOwnSuit of [false, true])
          expect(
            differences({ model, track, tier: tierOf('starter'), at: { ...NEUTRAL, phase, hasOwnSuit } }),
          ).toEqual([]);
    },
  );

  test.each(['M', 'O', 'S'])('on the standard level of the shipped model, track %s', (track) => {
    for (const phase of ['P1', 'P5'])
      expect(differences({ model, track, tier: tierOf('standard'), at: { ...NEUTRAL, phase } })).toEqual([]);
  });

  test('on random models of one size', () => {
    fc.assert(
      fc.property(arbitraryCase(arbitraryModel), (table) => {
        expect(differences(table)).toEqual([]);
      }),
      { numRuns: 1_200 },
    );
  });

  test('on random models of many shapes, rules and levels', () => {
    let offers = 0;
    fc.assert(
      fc.property(arbitraryCase(arbitraryMixedModel), (table) => {
        expect(differences(table)).toEqual([]);
        offers += referenceDeals(table).length;
      }),
      { numRuns: 1_200 },
    );
    // Spaces that are always empty would prove nothing.
    expect(offers).toBeGreaterThan(5_000);
  });

  test('on the frontier of a space so large that a sample is taken first', () => {
    const space = enumerateDeals(model, 'M', tierOf('expert'));
    const some = Uint32Array.from({ length: 2_500 }, (_, at) => at * 11);
    for (const parties of [
      ['F', 'M'],
      ['F', 'I', 'M', 'W'],
    ]) {
      const values = Array.from(some, (index) =>
        parties.map((party) => space.utilities[party]?.[index] as number),
      );
      expect([...paretoFrontier(space, some, parties)]).toEqual(
        referenceFrontier(values).map((position) => some[position]),
      );
    }
  });
});

test('the frontier is the same when its parties are asked more than once', () => {
  const space = enumerateDeals(model, 'O', tierOf('standard'));
  const all = Uint32Array.from(space.codes.keys());
  const parties = ['F', 'O', 'W'];
  // As many as leave no bit of a sketch for each.
  const often = Array.from({ length: 13 }, () => parties).flat();
  expect(paretoFrontier(space, all, often)).toEqual(paretoFrontier(space, all, parties));
});

describe('an offer', () => {
  test('is found again under its index, and others nowhere', () => {
    fc.assert(
      fc.property(arbitraryCase(arbitraryMixedModel), ({ model: random, track, tier }) => {
        const space = enumerateDeals(random, track, tier);
        space.codes.forEach((code, index) =>
          expect(indexOfOffer(space, offerAt(space, index))).toBe(space.codes.indexOf(code)),
        );
        const valid = new Set(Array.from(space.codes, (_, index) => JSON.stringify(offerAt(space, index))));
        const whole = enumerateDeals({ ...random, structure: [] }, track, random.tiers[0] as Tier);
        whole.codes.forEach((_, index) => {
          const offer = offerAt(whole, index);
          expect(indexOfOffer(space, offer) >= 0).toBe(valid.has(JSON.stringify(offer)));
        });
        space.codes.forEach((_, index) => {
          for (const { id } of random.issues)
            expect(indexOfOffer(space, { ...offerAt(space, index), [id]: 'unknown' })).toBe(-1);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('has the nearest wanted one found as by sorting them all', () => {
    fc.assert(
      fc.property(
        arbitraryCase(arbitraryMixedModel),
        fc.tuple(fc.nat(), fc.nat(15)),
        fc.func(fc.boolean()),
        fc.option(fc.func(fc.nat(3)), { nil: undefined }),
        ({ model: random, track, tier }, [at, mask], isWanted, likes) => {
          const space = enumerateDeals(random, track, tier);
          const indices = Array.from(space.codes.keys());
          const from = offerAt(space, at % Math.max(1, indices.length));
          const preferBy = likes && Float64Array.from(indices, likes);
          const visible = random.issues.flatMap(({ id }, bit) => ((mask >> bit) & 1 ? id : []));
          const changes = (index: number) =>
            visible.filter((issue) => offerAt(space, index)[issue] !== from[issue]).length;
          const [nearest] = indices
            .filter((index) => isWanted(index))
            .toSorted(
              (a, b) => changes(a) - changes(b) || (preferBy?.[b] ?? 0) - (preferBy?.[a] ?? 0) || a - b,
            );
          expect(nearestOffer(space, from, (index) => isWanted(index), visible, preferBy)).toBe(nearest);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('spaces', () => {
  test('are made once for a model, a track and a level', () => {
    const starter = tierOf('starter');
    expect(dealSpace(model, 'M', starter)).toBe(dealSpace(model, 'M', starter));
    expect(dealSpace(model, 'O', starter).track).toBe('O');
    expect(dealSpace(model, 'M', tierOf('standard')).codes.length).toBe(3_078);
    expect(dealSpace({ ...model }, 'M', starter)).not.toBe(dealSpace(model, 'M', starter));
  });

  test('keep levels apart that only share a name', () => {
    const made: Tier = { ...tierOf('standard'), id: 'starter' };
    dealSpace(model, 'M', tierOf('starter'));
    expect(dealSpace(model, 'M', made).codes.length).toBe(3_078);
  });

  test('obey rules beyond the thirty-second', () => {
    const idle = Array.from({ length: 40 }, (_, at) => ({
      id: `idle-${at}`,
      if: { own: ['sale'] },
      then: { own: ['sale'] },
    }));
    const many = { ...model, structure: [...idle, ...model.structure] };
    for (const tier of [tierOf('starter'), tierOf('expert')])
      expect(enumerateDeals(many, 'M', tier).codes).toEqual(enumerateDeals(model, 'M', tier).codes);
  });

  test('of more than 2^32 offers are refused', () => {
    const issues = Array.from({ length: 33 }, (_, at) => ({ id: `i${at}`, options: ['a', 'b'] }));
    const tier: Tier = { id: 'all', issues: [], derived: [] };
    expect(() => enumerateDeals({ ...model, issues }, 'M', tier)).toThrow('2^32');
  });
});
