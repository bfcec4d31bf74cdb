import { describe, expect, test } from 'vitest';
import { sensitivity } from '../../src/core/report/index.ts';
import { loadTiktok } from '../support/tiktok.ts';

// Criterion Q7 of the decision paper with fewer models; `npm run scenario -- sensitivity` takes 200.

const scenario = loadTiktok();

describe('the claims of the shipped model', () => {
  const found = sensitivity(scenario, { n: 30, seed: 1 });

  test('are the four of the decision paper', () =>
    expect(found.claims.map(({ id }) => id)).toEqual([
      'sale-before-the-rule',
      'no-sale-after-the-rule',
      'narrow-window',
      'waiting-pays',
    ]));

  test.each(found.claims)('$id holds as it is, and in nine of ten models with other numbers', (claim) => {
    expect(claim.holds).toBe(true);
    expect(claim.holdsFor).toBeGreaterThanOrEqual(0.9);
  });

  test('hold all together in nine of ten', () => expect(found.all).toBeGreaterThanOrEqual(0.9));

  // Counts of the decision paper (2.5): [table, phase, suit, contracts].
  test.each([
    ['M', 'P1', false, 851],
    ['M', 'P2', true, 452],
    ['M', 'P3', false, 4],
    ['O', 'P5', true, 271],
    ['O', 'P9', false, 140],
    ['S', 'P9', true, 5],
  ])('count contracts as the model does: %s in %s', (track, phase, hasOwnSuit, count) => {
    const zone = { track, phases: [phase], hasOwnSuit, with: {} };
    const size = track === 'S' ? 2_592 : 27_702;
    const claims = [
      { id: 'exactly', zone, min: count, maxShare: (count + 0.5) / size },
      { id: 'more', zone, min: count + 1 },
    ];
    const { claims: judged } = sensitivity({ ...scenario, claims }, { n: 0, seed: 1 });
    expect(judged.map(({ holds }) => holds)).toEqual([true, false]);
  });
});
