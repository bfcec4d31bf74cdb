import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, layOutField, ROWS } from '../../../src/client/dom/play/overlap-field.ts';
import type { OverlapPhaseView, OverlapSetView } from '../../../src/core/view-model/index.ts';

// Three or four sides with every mixture of answers, dealt out over the thousand dots of the picture.

const DOTS = COLUMNS * ROWS;
const count = { count: 1, perThousand: 1 };
const setOf = (who: OverlapSetView['who'], index: number, hasSay: boolean): OverlapSetView => ({
  who,
  parties: [`P${index}`],
  name: `P${index}`,
  members: [],
  emblem: `e${index}`,
  color: '',
  hasSay,
  isNew: hasSay && index === 3,
  ...count,
  left: count,
});

const phase: fc.Arbitrary<Pick<OverlapPhaseView, 'sets' | 'regions'>> = fc
  .record({ hasFourth: fc.boolean(), weights: fc.array(fc.nat(20), { minLength: 16, maxLength: 16 }) })
  .filter(({ weights, hasFourth }) => weights.slice(0, hasFourth ? 16 : 8).some((weight) => weight > 0))
  .map(({ hasFourth, weights }) => {
    const asked = hasFourth ? 4 : 3;
    const used = weights.slice(0, 2 ** asked);
    const total = used.reduce((sum, weight) => sum + weight, 0);
    const dots = used.map((weight) => Math.floor((weight / total) * DOTS));
    const largest = used.indexOf(Math.max(...used));
    dots[largest] = (dots[largest] ?? 0) + DOTS - dots.reduce((sum, each) => sum + each, 0);
    return {
      sets: (['buyer', 'own', 'ratifier', 'ratifier'] as const).map((who, index) =>
        setOf(who, index, index < asked),
      ),
      regions: dots
        .map((each, region) => ({
          answers: Array.from({ length: asked }, (_, bit) => (region & (1 << bit)) !== 0),
          dots: each,
        }))
        .filter((region) => region.dots > 0),
    };
  });

/** Squares inside of an outline; holes turn the other way and count less. */
function squaresIn(path: string): number {
  return path
    .split('Z')
    .filter((loop) => loop !== '')
    .reduce((sum, loop) => {
      const points = loop
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number));
      return (
        sum +
        points.reduce((area, [x = 0, y = 0], index) => {
          const [nextX = 0, nextY = 0] = points[(index + 1) % points.length] ?? [];
          return area + (x * nextY - nextX * y) / 2;
        }, 0)
      );
    }, 0);
}
const dotsWhere = (
  regions: OverlapPhaseView['regions'],
  isIn: (answers: readonly boolean[]) => boolean,
): number => regions.reduce((sum, { answers, dots }) => sum + (isIn(answers) ? dots : 0), 0);

describe('the field of dots', () => {
  test('has every dot once, each in a square of its own', () => {
    fc.assert(
      fc.property(phase, (view) => {
        const marks = layOutField(view).dots.flatMap(({ path }) => path.match(/M[\d.]+ [\d.]+/g) ?? []);
        expect(new Set(marks).size).toBe(DOTS);
        expect(marks).toHaveLength(DOTS);
      }),
      { numRuns: 60 },
    );
  });

  test('draws around a set exactly as many squares as it has dots', () => {
    fc.assert(
      fc.property(phase, (view) => {
        const { agreed, lost, areas } = layOutField(view);
        const { regions, sets } = view;
        const asked = sets.filter(({ hasSay }) => hasSay).length;
        const everyone = dotsWhere(regions, (answers) => answers.every((yes) => yes));
        expect(squaresIn(agreed?.path ?? '')).toBeCloseTo(everyone, 6);
        // The last one's line runs right along its squares.
        const last = dotsWhere(regions, (answers) => answers[asked - 1] === true);
        expect(squaresIn(areas[asked - 1]?.path ?? '')).toBeCloseTo(last, 6);
        const onlyNew = (answers: readonly boolean[]) => answers.every((yes, index) => yes === (index !== 3));
        expect(squaresIn(lost?.path ?? '')).toBeCloseTo(asked === 4 ? dotsWhere(regions, onlyNew) : 0, 6);
      }),
      { numRuns: 60 },
    );
  });

  test('draws no overlap where there is none, and nobody who has no say', () => {
    const field = layOutField({
      sets: [setOf('buyer', 0, true), setOf('own', 1, true), setOf('ratifier', 2, false)],
      regions: [
        { answers: [true, false], dots: 400 },
        { answers: [false, true], dots: 600 },
      ],
    });
    expect(field.agreed).toBeUndefined();
    expect(field.areas.map((area) => area !== undefined)).toEqual([true, true, false]);
  });
});
