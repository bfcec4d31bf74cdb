import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, placeLabels } from '../../../src/client/dom/charts/label-places.ts';

const FRAME: Box = { left: 40, top: 10, width: 560, height: 360 };
const wish = fc.record({
  x: fc.integer({ min: 40, max: 600 }),
  y: fc.integer({ min: 10, max: 370 }),
  width: fc.integer({ min: 40, max: 220 }),
  height: fc.constant(26),
});
const marksOf = (wishes: readonly { readonly x: number; readonly y: number }[]): readonly Box[] =>
  wishes.map(({ x, y }) => ({ left: x - 14, top: y - 14, width: 28, height: 28 }));
const isApart = (a: Box, b: Box) =>
  a.left + a.width <= b.left ||
  b.left + b.width <= a.left ||
  a.top + a.height <= b.top ||
  b.top + b.height <= a.top;

test('labels lie inside the picture, over no mark and no other label', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 12 }), (wanted) => {
      const wishes = wanted.map((one, at) => ({ ...one, id: String(at) }));
      const marks = marksOf(wishes);
      const places = [...placeLabels(wishes, FRAME, marks).values()];
      for (const [at, place] of places.entries()) {
        expect(place.left).toBeGreaterThanOrEqual(FRAME.left);
        expect(place.top).toBeGreaterThanOrEqual(FRAME.top);
        expect(place.left + place.width).toBeLessThanOrEqual(FRAME.left + FRAME.width);
        expect(place.top + place.height).toBeLessThanOrEqual(FRAME.top + FRAME.height);
        for (const other of [...marks, ...places.slice(at + 1)]) expect(isApart(place, other)).toBe(true);
      }
    }),
  );
});

test('a single mark always has its label, and one without room has none', () => {
  const alone = { id: 'a', x: 300, y: 200, width: 150, height: 26 };
  expect(placeLabels([alone], FRAME, marksOf([alone])).has('a')).toBe(true);
  const wide = { ...alone, width: 600 };
  expect(placeLabels([wide], FRAME, marksOf([wide])).size).toBe(0);
});
