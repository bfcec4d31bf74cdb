import { describe, expect, test } from 'vitest';
import {
  completeOffer,
  countOverlap,
  type DealSpace,
  enumerateDeals,
  isSigned,
  judge,
  kalaiSmorodinskyPoint,
  nashPoint,
  type Offer,
  offerAt,
  paretoFrontier,
  surplusOf,
  type Tier,
  zoneOfAgreement,
} from '../../src/core/model/index.ts';
import { loadTiktok } from '../support/tiktok.ts';

// Golden counts of the decision paper (`negotiation.md` 2.5): the engine and the shipped numbers together.

const { model, drafts } = loadTiktok();
const tier = (id: string) => model.tiers.find((candidate) => candidate.id === id) as Tier;
const spaces = Object.fromEntries(
  ['M', 'O', 'S'].map((track) => [track, enumerateDeals(model, track, tier('expert'))]),
) as Record<'M' | 'O' | 'S', DealSpace>;
const neutral = (phase: string, hasOwnSuit: boolean) => ({ phase, hasOwnSuit, trust: {}, goodwill: {} });
const accepted = (space: DealSpace, phase: string, hasOwnSuit: boolean) =>
  zoneOfAgreement(space, surplusOf(space, neutral(phase, hasOwnSuit))).length;

describe('the shipped model', () => {
  test('has 57,996 valid deals on three tracks', () => {
    expect([spaces.M, spaces.O, spaces.S].map(({ codes }) => codes.length)).toEqual([27_702, 27_702, 2_592]);
  });

  test.each([
    ['starter', 252],
    ['standard', 3_078],
    ['expert', 27_702],
  ])('has %s tables of %i deals with Microsoft', (id, count) => {
    expect(enumerateDeals(model, 'M', tier(id)).codes.length).toBe(count);
  });

  // Our counts, for the paper does not say how it filled hidden lines: docs/decisions/0010-hidden-lines-of-a-level.md.
  // [level, track, contracts all accept with an own suit from P2 on, phase by phase]
  test.each([
    ['starter', 'M', [28, 19, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['starter', 'O', [45, 36, 0, 2, 8, 0, 6, 4, 4, 4]],
    ['starter', 'S', [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]],
    ['standard', 'M', [109, 62, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['standard', 'O', [325, 278, 7, 40, 50, 6, 19, 22, 18, 17]],
    ['standard', 'S', [0, 0, 0, 0, 3, 0, 0, 0, 0, 0]],
  ])('leaves on the level %s at table %s the counted contracts', (id, track, counts) => {
    const space = enumerateDeals(model, track, tier(id));
    expect(model.phases.map(({ id: phase }) => accepted(space, phase, phase !== 'P1'))).toEqual(counts);
  });

  test.each(['starter', 'standard'])(
    'keeps the fire sale of September without a suit on the level %s',
    (id) => {
      const space = enumerateDeals(model, 'M', tier(id));
      expect(['P3', 'P4', 'P5', 'P5b'].map((phase) => accepted(space, phase, false))).toEqual([4, 5, 6, 0]);
    },
  );

  const september = model.references.find(({ id }) => id === 'oracle-sept')?.offer as Offer;

  test.each(model.tiers)('fills the plan of September whole on the level $id', (level) => {
    const offer = completeOffer(model, level, september);
    expect(offer).toEqual(september);
    const votes = (phase: string) => judge(model, 'O', offer, neutral(phase, true));
    expect(isSigned(model, 'O', offer, neutral('P4', true))).toBe(true);
    expect(votes('P5').every(({ yes }) => yes)).toBe(true);
    expect(votes('P5b').filter(({ yes }) => !yes)).toMatchObject([{ party: 'W' }]);
    expect(votes('P8').filter(({ yes }) => !yes)).toMatchObject([{ party: 'B' }]);
  });

  test('judges every prepared draft on the middle level as on the highest, on the day of the blessing', () => {
    const yes = (track: string, offer: Offer) =>
      judge(model, track, offer, neutral('P5', true)).flatMap((vote) => (vote.yes ? vote.party : []));
    for (const { id, offers } of drafts)
      for (const [track, offer] of Object.entries(offers))
        expect(yes(track, completeOffer(model, tier('standard'), offer)), `${id} ${track}`).toEqual(
          yes(track, offer),
        );
  });

  // [phase, Microsoft without suit, with suit, Oracle without, with, spin-off without, with]
  test.each([
    ['P1', 851, undefined, 3325, undefined, 0, undefined],
    ['P2', 851, 452, 3325, 2854, 0, 0],
    ['P3', 4, 0, 17, 17, 0, 0],
    ['P4', 5, 0, 167, 167, 1, 1],
    ['P5', 6, 0, 271, 271, 3, 3],
    ['P5b', 0, 0, 26, 26, 0, 0],
    ['P6', 0, 0, 113, 113, 0, 0],
    ['P7', 0, 0, 134, 118, 0, 0],
    ['P8', 0, 0, 104, 84, 2, 2],
    ['P9', 0, 0, 140, 85, 6, 5],
  ])('in phase %s everyone accepts as many deals as the paper says', (phase, ...counts) => {
    const found = (['M', 'O', 'S'] as const).flatMap((track) => [
      accepted(spaces[track], phase, false),
      accepted(spaces[track], phase, true),
    ]);
    counts.forEach((count, at) => {
      if (count !== undefined) expect(found[at]).toBe(count);
    });
  });

  // [phase, own suit, what each side accepts, what is left after each side]
  test.each([
    ['P2', false, [1289, 27_070, 6927, 27_702], [1289, 866, 851, 851]],
    ['P2', true, [1289, 26_067, 6927, 27_702], [1289, 467, 452, 452]],
    ['P3', false, [1289, 26_290, 7791, 14_522], [1289, 815, 811, 4]],
    ['P3', true, [1289, 23_949, 7791, 14_522], [1289, 355, 351, 0]],
  ])(
    'loses the overlap with Microsoft as Beijing gets its say: %s, own suit %s',
    (phase, suit, each, left) => {
      const { valid, sides, agreed } = countOverlap(spaces.M, neutral(phase, suit));
      expect(valid).toBe(27_702);
      expect(sides.map(({ parties }) => parties)).toEqual([['M'], ['F', 'I'], ['W'], ['B']]);
      expect(sides.map(({ hasSay }) => hasSay)).toEqual([true, true, true, phase === 'P3']);
      expect(sides.map(({ accepted: count }) => count)).toEqual(each);
      expect(sides.map(({ left: count }) => count)).toEqual(left);
      expect(agreed).toBe(left.at(-1));
    },
  );

  test('blames Beijing alone for 351 contracts of late August, and the founder for 108', () => {
    const { blockers } = countOverlap(spaces.M, neutral('P3', true));
    expect(Object.fromEntries(blockers.map(({ party, alone }) => [party, alone]))).toMatchObject({
      B: 351,
      F: 108,
    });
  });

  test('finds the historical pattern as the balanced contract of the September phase', () => {
    const surplus = surplusOf(spaces.O, neutral('P6', true));
    const best = nashPoint(surplus, zoneOfAgreement(spaces.O, surplus), Object.keys(surplus)) as number;
    expect(offerAt(spaces.O, best)).toEqual({
      own: 'bd80',
      ctrl: 'mixed',
      algo: 'keep',
      data: 'trust',
      code: 'inspect',
      price: 'high',
      jobs: 'hq25',
      terr: 'us',
      fund: 'edu',
      time: 'fast',
    });
  });

  test.each([
    ['ms-aug', 'P1', [27, 65, 93, 86, 16], true],
    ['ms-noalgo', 'P1', [40, 60, 69, 81, 44], false],
    ['oracle-sept', 'P5', [77, 95, 77, 63, 75], true],
    ['oracle-sept', 'P5b', [77, 95, 77, 63, 75], false],
    ['oracle-sept', 'P8', [77, 95, 77, 63, 75], false],
    ['oracle-techonly', 'P5', [87, 61, 65, 40, 91], false],
    ['project-texas', 'P5', [84, 59, 74, 51, 81], false],
    ['jv-2026', 'P5', [53, 58, 92, 68, 52], false],
  ])('judges the reference %s in phase %s as the paper does', (id, phase, utilities, isAccepted) => {
    const { track, offer } = model.references.find(
      (reference) => reference.id === id,
    ) as (typeof model.references)[number];
    const votes = judge(model, track, offer, neutral(phase, phase !== 'P1'));
    votes.forEach(({ utility }, at) => expect(Math.abs(utility - (utilities[at] as number))).toBeLessThan(1));
    expect(votes.every(({ yes }) => yes)).toBe(isAccepted);
  });
});

describe('the frontier of the shipped model', () => {
  const judged = (track: 'M' | 'O', phase: string, hasOwnSuit: boolean) => {
    const space = spaces[track];
    const surplus = surplusOf(space, neutral(phase, hasOwnSuit));
    return { space, surplus, zone: zoneOfAgreement(space, surplus), parties: Object.keys(surplus) };
  };

  // [table, phase, suit, all who have a say, the same and Beijing (decision 13); the paper gives the last]
  test.each([
    ['M', 'P1', false, 217, 333],
    ['M', 'P2', true, 110, 169],
    ['O', 'P1', false, 385, 624],
    ['O', 'P2', true, 340, 555],
    ['O', 'P3', true, 17, 17],
    ['O', 'P4', true, 111, 111],
    ['O', 'P5', true, 142, 142],
    ['O', 'P5b', true, 23, 23],
    ['O', 'P6', true, 74, 74],
    ['O', 'P7', true, 67, 67],
    ['O', 'P8', true, 51, 51],
    ['O', 'P9', true, 41, 41],
  ] as const)(
    'on table %s in phase %s, own suit %s, has %i contracts, %i with Beijing',
    (track, phase, suit, own, all) => {
      const { space, zone, parties } = judged(track, phase, suit);
      expect(paretoFrontier(space, zone, parties).length).toBe(own);
      expect(paretoFrontier(space, zone, [...new Set([...parties, 'B'])]).length).toBe(all);
    },
  );

  test('balances on the contract of the paper in September, by Nash and by Kalai and Smorodinsky', () => {
    const { space, surplus, zone, parties } = judged('O', 'P5', true);
    const paper = 'bd80/mixed/keep/trust/build/high/hq25/us/none/fast';
    for (const solve of [nashPoint, kalaiSmorodinskyPoint])
      expect(Object.values(offerAt(space, solve(surplus, zone, parties) as number)).join('/')).toBe(paper);
  });

  test.each([
    [0, 271],
    [5, 806],
    [9, 1358],
  ])('widens with the goodwill of Beijing: %i points, %i contracts', (points, count) => {
    const surplus = surplusOf(spaces.O, { ...neutral('P5', true), goodwill: { B: points } });
    expect(zoneOfAgreement(spaces.O, surplus).length).toBe(count);
  });
});
