import { describe, expect, test } from 'vitest';
import {
  beside,
  curveThrough,
  dashes,
  lengthOf,
  overlaps,
  partOf,
  placeAt,
  rectAround,
  ticksAcross,
} from '../../../src/client/stage/geometry.ts';

const STRAIGHT = [
  { x: 0, y: 0 },
  { x: 30, y: 0 },
  { x: 100, y: 0 },
];

describe('lines on the map', () => {
  test('a curve starts, ends and passes half way where it should', () => {
    const curve = curveThrough({ x: 0, y: 0 }, { x: 50, y: -30 }, { x: 100, y: 0 }, 10);
    expect(curve[0]).toEqual({ x: 0, y: 0 });
    expect(curve[5]).toEqual({ x: 50, y: -30 });
    expect(curve[10]).toEqual({ x: 100, y: 0 });
  });

  test('a place is found by its share of the way, not of the points', () => {
    expect(placeAt(STRAIGHT, 0.5)).toEqual({ point: { x: 50, y: 0 }, along: { x: 1, y: 0 } });
    expect(placeAt(STRAIGHT, -1).point).toEqual({ x: 0, y: 0 });
    expect(placeAt(STRAIGHT, 2).point).toEqual({ x: 100, y: 0 });
  });

  test('a part keeps the points between its ends', () => {
    expect(partOf(STRAIGHT, 0.1, 0.5)).toEqual([
      { x: 10, y: 0 },
      { x: 30, y: 0 },
      { x: 50, y: 0 },
    ]);
    expect(partOf(STRAIGHT, 0.5, 0.5)).toEqual([]);
  });

  test('dashes cover the line to its end', () => {
    const strokes = dashes(STRAIGHT, 15, 10);
    expect(strokes).toHaveLength(4);
    expect(strokes.map((stroke) => Math.round(lengthOf(stroke)))).toEqual([15, 15, 15, 15]);
    expect(dashes([{ x: 1, y: 1 }], 4, 4)).toEqual([]);
  });

  test('ticks stand across the line and clear of its ends', () => {
    const ticks = ticksAcross(STRAIGHT, 20, 4, 15);
    expect(ticks.map(([from]) => Math.round(from?.x ?? -1))).toEqual([20, 40, 60, 80]);
    for (const tick of ticks) expect(lengthOf(tick)).toBeCloseTo(8);
    expect(ticksAcross(STRAIGHT, 20, 4, 60)).toEqual([]);
  });

  test('a line beside another keeps its distance', () => {
    for (const point of beside(STRAIGHT, 3)) expect(Math.abs(point.y)).toBeCloseTo(3);
  });

  test('boxes that only touch do not overlap', () => {
    expect(overlaps(rectAround({ x: 0, y: 0 }, 10, 10), rectAround({ x: 10, y: 0 }, 10, 10))).toBe(false);
    expect(overlaps(rectAround({ x: 0, y: 0 }, 10, 10), rectAround({ x: 9, y: 0 }, 10, 10))).toBe(true);
  });
});
