import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aspirationMargin } from '../../../src/core/strategy/concession.ts';
import { roundsOf, styleName, styleOf } from '../../../src/core/strategy/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

const span = fc.double({ min: 0.5, max: 100, noNaN: true });
const beta = fc.double({ min: 0.1, max: 10, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const points = fc.double({ min: 0, max: 100, noNaN: true });
const byTime = (beta: number, span: number, progress: number) =>
  aspirationMargin({ beta, reciprocity: 0 }, { span, progress, received: 0 });

describe('what a party still asks for', () => {
  test('is everything at the start and nothing at the end', () => {
    fc.assert(
      fc.property(beta, span, (beta, span) => {
        expect(byTime(beta, span, 0)).toBe(span);
        expect(byTime(beta, span, 1)).toBe(0);
      }),
    );
  });

  test('never rises as the table goes on, whatever the style and the concessions', () => {
    fc.assert(
      fc.property(beta, share, span, points, share, share, (beta, reciprocity, span, received, one, two) => {
        const [early, late] = one < two ? [one, two] : [two, one];
        const at = (progress: number) =>
          aspirationMargin({ beta, reciprocity }, { span, progress, received });
        expect(at(late)).toBeLessThanOrEqual(at(early) + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('falls late for a hard style, steadily for a linear one, early for a soft one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.8, noNaN: true }),
        fc.double({ min: 1.25, max: 10, noNaN: true }),
        span,
        fc.integer({ min: 1, max: 19 }),
        (hard, soft, span, twentieth) => {
          const progress = twentieth / 20;
          const linear = span * (1 - progress);
          expect(byTime(1, span, progress)).toBeCloseTo(linear, 9);
          expect(byTime(hard, span, progress)).toBeGreaterThan(linear);
          expect(byTime(soft, span, progress)).toBeLessThan(linear);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('follows the formula of Faratin, Sierra and Jennings within 1 % at every round', () => {
    for (let rounds = 1; rounds <= 10; rounds += 1)
      for (let round = 0; round <= rounds; round += 1)
        for (const beta of [0.1, 0.2, 0.3, 0.4, 0.7, 1, 1.3, 2, 2.5, 5, 10]) {
          const progress = round / rounds;
          const expected = 100 * (1 - progress ** (1 / beta));
          expect(Math.abs(byTime(beta, 100, progress) - expected), `${beta} at ${progress}`).toBeLessThan(1);
        }
  });

  test('is less by a share of what the player has given, and never below the reservation value', () => {
    fc.assert(
      fc.property(
        beta,
        fc.double({ min: 0, max: 4, noNaN: true }),
        span,
        share,
        points,
        points,
        (beta, reciprocity, span, progress, one, two) => {
          const [less, more] = one < two ? [one, two] : [two, one];
          const at = (received: number) =>
            aspirationMargin({ beta, reciprocity }, { span, progress, received });
          expect(at(0)).toBeCloseTo(byTime(beta, span, progress), 9);
          expect(at(more)).toBeLessThanOrEqual(at(less) + 1e-9);
          expect(at(more)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
    expect(aspirationMargin({ beta: 1, reciprocity: 0.25 }, { span: 40, progress: 0.5, received: 8 })).toBe(
      18,
    );
  });
});

describe('a style', () => {
  test('has the name of its kind', () => {
    expect([0.4, 1, 2.5].map((beta) => styleName({ beta, reciprocity: 0 }))).toEqual([
      'hard',
      'steady',
      'soft',
    ]);
  });

  test('is the one of the model, and steady in six rounds where the model says nothing', () => {
    const { model } = miniScenario;
    expect([roundsOf(model), styleOf(model, 'M')]).toEqual([6, { beta: 1, reciprocity: 0 }]);
    const hard = { beta: 0.4, reciprocity: 0.25 };
    const bargaining = { rounds: 3, styles: { M: hard } };
    expect(roundsOf({ ...model, bargaining })).toBe(3);
    expect(styleOf({ ...model, bargaining }, 'M')).toEqual(hard);
    expect(styleOf({ ...model, bargaining }, 'W')).toEqual({ beta: 1, reciprocity: 0 });
  });
});
