import { describe, expect, test } from 'vitest';
import map from '../../../assets/map/map.json';
import { overlaps, rectAround } from '../../../src/client/stage/geometry.ts';
import {
  cityPlaces,
  layoutStage,
  placeLabels,
  relationLine,
  toCanvas,
} from '../../../src/client/stage/layout.ts';

const SIZES = [
  [960, 392],
  [960, 300],
  [1440, 500],
  [960, 210],
  [1600, 330],
  [700, 330],
  [390, 214],
  [320, 180],
] as const;

describe('layout of the stage', () => {
  test.each(SIZES)('all portraits lie on the canvas at %i x %i', (width, height) => {
    for (const ratio of [1, 1.5, 3]) {
      const layout = layoutStage(map, width, height, ratio);
      for (const city of Object.keys(layout.frame.cities)) {
        const place = cityPlaces(layout, city)?.portrait;
        const radius = layout.portrait;
        expect(place?.x, city).toBeGreaterThanOrEqual(radius);
        expect(place?.x, city).toBeLessThanOrEqual(layout.width - radius);
        expect(place?.y, city).toBeGreaterThanOrEqual(radius);
        expect(place?.y, city).toBeLessThanOrEqual(layout.height - radius);
      }
    }
  });

  test('no two windows of portraits overlap', () => {
    for (const frame of [map.wide, map.band, map.compact]) {
      const slots = Object.values(frame.slots);
      for (const [index, one] of slots.entries()) {
        for (const other of slots.slice(index + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * frame.portrait);
        }
      }
    }
  });

  test('a narrow host gets the compact map without plates', () => {
    const layout = layoutStage(map, 390, 214, 2);
    expect(layout.isCompact).toBe(true);
    expect(cityPlaces(layout, 'beijing')?.plate).toBe('none');
    expect(layoutStage(map, 960, 392 + 22, 1).frame).toBe(map.wide);
  });

  test('a low and broad host gets the band, whose faces are larger than on a phone', () => {
    const layout = layoutStage(map, 960, 210, 1);
    expect(layout.frame).toBe(map.band);
    expect(layout.portrait).toBeGreaterThan(map.compact.portrait);
  });

  test('the map is centred and scaled by the tighter side', () => {
    const layout = layoutStage(map, 1000, 392 + 22, 1);
    expect(layout.scale).toBe(1);
    expect(toCanvas(layout, { x: 480, y: 196 })).toEqual({ x: 500, y: 196 });
    expect(layout.strip.height).toBe(22);
  });

  test('a city that the map lacks has no place', () => {
    const layout = layoutStage(map, 960, 392, 1);
    expect(cityPlaces(layout, 'atlantis')).toBeUndefined();
    expect(cityPlaces(layout, undefined)).toBeUndefined();
    expect(relationLine(layout, 'beijing', 'atlantis')).toBeUndefined();
  });

  test('a relation runs from city to city in either order of the pair, at home to the portrait', () => {
    const layout = layoutStage(map, 960, 392, 1);
    const there = relationLine(layout, 'beijing', 'seattle') ?? [];
    const back = relationLine(layout, 'seattle', 'beijing') ?? [];
    expect(there[0]).toEqual(cityPlaces(layout, 'beijing')?.city);
    expect(there.at(-1)).toEqual(cityPlaces(layout, 'seattle')?.city);
    expect(back[20]?.x).toBeCloseTo(there[20]?.x ?? 0);
    expect(relationLine(layout, 'beijing', 'beijing')?.at(-1)).toEqual(
      cityPlaces(layout, 'beijing')?.portrait,
    );
  });
});

describe('labels on lines', () => {
  const bounds = { x: 0, y: 0, width: 200, height: 100 };
  const line = [
    { x: 0, y: 50 },
    { x: 200, y: 50 },
  ];

  test('the second label on the same way moves aside', () => {
    const wishes = ['a', 'b'].map((id) => ({ id, line, width: 30, height: 10 }));
    const places = placeLabels(wishes, [], bounds);
    expect(places.get('a')).toEqual({ x: 100, y: 50 });
    const [a, b] = ['a', 'b'].map((id) => rectAround(places.get(id) ?? { x: 0, y: 0 }, 30, 10));
    expect(a && b && overlaps(a, b)).toBe(false);
  });

  test('a label without room is left out', () => {
    const wish = { id: 'a', line, width: 30, height: 10 };
    expect(placeLabels([wish], [{ x: 0, y: 40, width: 200, height: 20 }], bounds).size).toBe(0);
    expect(placeLabels([{ ...wish, height: 150 }], [], bounds).size).toBe(0);
  });
});
