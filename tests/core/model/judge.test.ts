import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accepts,
  isSigned,
  judge,
  type NegotiationModel,
  type Offer,
  offerUtility,
  phaseAt,
  reservationValue,
  structureErrors,
} from '../../../src/core/model/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import { arbitraryCircumstances, arbitraryModel } from '../../support/random-model.ts';

const { model } = miniScenario;
const OFFER: Offer = { own: 'all', algo: 'sell', price: 'high' };
const AT = { phase: 'P2', hasOwnSuit: false, trust: {}, goodwill: {} };
const offer = fc.record({
  own: fc.constantFrom('a', 'b', 'c'),
  algo: fc.constantFrom('a', 'b', 'c'),
  price: fc.constantFrom('a', 'b', 'c'),
});

describe('utility', () => {
  test('is the weighted sum of the scores', () => {
    // F: own 20 · 10, algo 30 · 40, price 50 · 100
    expect(offerUtility(model, 'F', OFFER)).toBe((20 * 10 + 30 * 40 + 50 * 100) / 100);
  });

  test('never falls when an option becomes worth more', () => {
    fc.assert(
      fc.property(
        arbitraryModel,
        offer,
        fc.constantFrom('own', 'algo', 'price'),
        fc.nat(20),
        (random, deal, issue, more) => {
          const better: NegotiationModel = {
            ...random,
            preferences: random.preferences.map((preference) => {
              const scores = preference.scores[issue] ?? {};
              const option = deal[issue as keyof typeof deal];
              return {
                ...preference,
                scores: {
                  ...preference.scores,
                  [issue]: { ...scores, [option]: (scores[option] ?? 0) + more },
                },
              };
            }),
          };
          for (const { party } of random.preferences)
            expect(offerUtility(better, party, deal)).toBeGreaterThanOrEqual(
              offerUtility(random, party, deal),
            );
        },
      ),
    );
  });
});

describe('structure', () => {
  test('names missing options, limits of the track and broken rules', () => {
    const strict: NegotiationModel = {
      ...model,
      structure: [{ id: 'S1', if: { own: ['all'] }, then: { price: ['low'] } }],
      tracks: [{ id: 'M', buyer: 'M', allow: { algo: ['keep'] }, signs: 'X.Y' }],
    };
    expect(structureErrors(strict, 'M', OFFER)).toEqual(['allow.algo', 'S1']);
    expect(structureErrors(strict, 'M', { own: 'part', algo: 'keep' })).toEqual(['option.price']);
    expect(structureErrors(strict, 'M', { own: 'part', algo: 'keep', price: 'high' })).toEqual([]);
  });
});

describe('plan B', () => {
  test('of the own side is what the court is worth, less the cost of an own suit', () => {
    expect(reservationValue(model, 'F', AT)).toBeCloseTo(0.2 * 60 + 0.8 * 10);
    expect(reservationValue(model, 'F', { ...AT, hasOwnSuit: true })).toBeCloseTo(0.7 * 60 + 0.3 * 10 - 5);
  });

  test('falls with trust and goodwill', () => {
    expect(reservationValue(model, 'W', { ...AT, trust: { W: 60 }, goodwill: { W: 3 } })).toBe(
      60 - 0.2 * 10 - 3,
    );
  });

  test('belongs to the phase of the day; days before the first phase belong to it', () => {
    expect(
      ['2029-01-01', '2030-01-31', '2030-02-01', '2031-01-01'].map((date) => phaseAt(model, date).id),
    ).toEqual(['P1', 'P1', 'P2', 'P2']);
  });
});

describe('votes', () => {
  test('of a ratifier without a veto do not count', () => {
    const early = judge(model, 'M', OFFER, { ...AT, phase: 'P1' }).find(({ party }) => party === 'B');
    expect(early).toMatchObject({ hasSay: false, yes: true });
    const late = judge(model, 'M', OFFER, AT).find(({ party }) => party === 'B');
    expect(late).toMatchObject({ hasSay: true, yes: false });
  });

  test('are all yes for a signature, but ratifiers vote later', () => {
    let signed = 0;
    for (const own of ['part', 'all'])
      for (const algo of ['keep', 'sell'])
        for (const price of ['low', 'high']) {
          const offer = { own, algo, price };
          const asked = judge(model, 'M', offer, AT).filter(({ role }) => role !== 'ratifier');
          const isYes = asked.every(({ yes }) => yes);
          expect(isSigned(model, 'M', offer, AT)).toBe(isYes);
          if (isYes) signed += 1;
        }
    expect(signed).toBeGreaterThan(0);
    expect(signed).toBeLessThan(8);
  });

  test('explain themselves: a no misses points or crosses a red line, a yes does neither', () => {
    fc.assert(
      fc.property(arbitraryModel, offer, arbitraryCircumstances, (random, deal, at) => {
        for (const vote of judge(random, 'M', deal, at)) {
          expect(accepts(random, vote.party, 'M', deal, at)).toBe(vote.yes);
          if (vote.hasSay) expect(vote.yes).toBe(vote.shortBy === 0 && vote.redLines.length === 0);
          expect(vote.shortBy).toBeCloseTo(Math.max(0, vote.reservation - vote.utility), 6);
          const losses = vote.reasons.map(({ loss }) => loss);
          expect(losses).toEqual(losses.toSorted((a, b) => b - a));
        }
      }),
    );
  });

  test('never turn to no through more trust or goodwill', () => {
    fc.assert(
      fc.property(arbitraryModel, offer, arbitraryCircumstances, fc.nat(30), (random, deal, at, more) => {
        const raise = (numbers: Readonly<Record<string, number>>, neutral: number) =>
          Object.fromEntries(
            ['F', 'I', 'M', 'W', 'B'].map((party) => [party, (numbers[party] ?? neutral) + more]),
          );
        const warmer = { ...at, trust: raise(at.trust, 50), goodwill: raise(at.goodwill, 0) };
        for (const { party } of judge(random, 'M', deal, at).filter(({ yes }) => yes))
          expect(accepts(random, party, 'M', deal, warmer)).toBe(true);
      }),
    );
  });
});
