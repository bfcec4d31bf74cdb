import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOf } from '../../../src/client/dom/charts/deal-mark.tsx';
import { SCALE, windowAround } from '../../../src/client/dom/charts/plane-window.ts';
import type { NamedDealView } from '../../../src/core/view-model/index.ts';

describe('what of a scale is in the picture', () => {
  const middles = fc.double({ min: 0, max: SCALE, noNaN: true });

  test('is everything at first', () => {
    fc.assert(
      fc.property(middles, (middle) => {
        expect(windowAround(middle, 1)).toEqual([0, SCALE]);
      }),
    );
  });

  test('lies within the scale, holds what is picked, and is as large as the zoom says', () => {
    fc.assert(
      fc.property(middles, fc.constantFrom(1, 2, 4), (middle, zoom) => {
        const [low, high] = windowAround(middle, zoom);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(SCALE);
        expect(low).toBeLessThanOrEqual(middle);
        expect(high).toBeGreaterThanOrEqual(middle);
        expect(high - low).toBeCloseTo(SCALE / zoom);
      }),
    );
  });
});

test('references are numbered from 1 in the order of the list, other contracts are not', () => {
  const kinds = ['final', 'reference', 'nearest', 'reference', 'offer', 'reference'] as const;
  const named = kinds.map(
    (kind, at): NamedDealView => ({
      id: `deal-${at}`,
      kind,
      name: kind,
      refusedBy: [],
      changes: [],
      lines: [],
      values: [],
      isAgreed: false,
    }),
  );
  expect(named.map((deal) => numberOf(deal, named))).toEqual([undefined, 1, undefined, 2, undefined, 3]);
});
