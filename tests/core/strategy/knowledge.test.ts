import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Preference } from '../../../src/core/model/index.ts';
import { knownIssues, type Weight, weightWord } from '../../../src/core/strategy/index.ts';

const RANK: Readonly<Record<Weight, number>> = { none: 0, slight: 1, strong: 2, decisive: 3 };

const weights = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 });
const ofWeights = (list: readonly number[]) => {
  const issues = list.map((_, at) => ({ id: `line${at}`, options: ['a'] }));
  const byIssue = Object.fromEntries(issues.map(({ id }, at) => [id, list[at] ?? 0]));
  const preference: Preference = {
    party: 'W',
    role: 'ratifier',
    weights: byIssue,
    scores: {},
    redLines: {},
    trustShift: 0,
  };
  return { issues, byIssue, preference };
};

describe('what asking reveals', () => {
  test('is nothing before the first answer', () => {
    const { preference, issues } = ofWeights([10, 20]);
    expect(knownIssues(preference, issues, 0).size).toBe(0);
    expect(knownIssues(preference, issues, -1).size).toBe(0);
  });

  test('is four lines an answer, the heaviest first', () => {
    fc.assert(
      fc.property(weights, fc.nat(4), (list, answers) => {
        const { preference, issues, byIssue } = ofWeights(list);
        const known = knownIssues(preference, issues, answers);
        expect(known.size).toBe(Math.min(list.length, 4 * answers));
        const lightest = Math.min(...[...known].map((id) => byIssue[id]!));
        for (const { id } of issues) if (!known.has(id)) expect(byIssue[id]).toBeLessThanOrEqual(lightest);
      }),
    );
  });

  test('is never forgotten: another answer only adds', () => {
    fc.assert(
      fc.property(weights, fc.nat(4), (list, answers) => {
        const { preference, issues } = ofWeights(list);
        const later = knownIssues(preference, issues, answers + 1);
        for (const id of knownIssues(preference, issues, answers)) expect(later.has(id)).toBe(true);
      }),
    );
  });

  test('follows the order of the model among equal weights', () => {
    const { preference, issues } = ofWeights([5, 5, 5, 5, 5, 5]);
    expect([...knownIssues(preference, issues, 1)]).toEqual(['line0', 'line1', 'line2', 'line3']);
  });
});

describe('the word for a weight', () => {
  test('has its bounds', () => {
    expect([0, 1, 7.9, 8, 15.9, 16, 40].map(weightWord)).toEqual([
      'none',
      'slight',
      'slight',
      'strong',
      'strong',
      'decisive',
      'decisive',
    ]);
  });

  test('never gets weaker with the weight', () => {
    for (let weight = 1; weight <= 100; weight += 1)
      expect(RANK[weightWord(weight)]).toBeGreaterThanOrEqual(RANK[weightWord(weight - 1)]);
  });
});
