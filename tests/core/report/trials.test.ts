import { describe, expect, test } from 'vitest';
import {
  judgeDominance,
  judgeImpact,
  measureReach,
  type SceneTrial,
  tryChoices,
} from '../../../src/core/report/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

interface Given {
  readonly kind?: SceneTrial['kind'];
  readonly n?: number;
  readonly distance?: number;
  readonly scene?: string;
  /** Standard error of every difference and of their sum. */
  readonly error?: number;
}

const trial = (differences: Record<string, number>, given: Given = {}): SceneTrial => {
  const { kind = 'decision', n = 100, distance = 0.2, scene = 's', error = 0 } = given;
  const errors = Object.fromEntries(Object.keys(differences).map((id) => [id, error]));
  return {
    scene,
    kind,
    plays: 200,
    pairs: [{ choices: ['a', 'b'], n, differences, errors, sumError: error, distance }],
  };
};
const dominatedIn = (one: SceneTrial) => judgeDominance([one]).dominated.map(({ choice }) => choice);

describe('trials of choices', () => {
  const trials = tryChoices(miniScenario, { n: 200, seed: 1 });

  test('cover every scene with something to decide, as often as was asked', () => {
    const deciding = miniScenario.scenes.filter(({ choices }) => choices.length > 1).map(({ id }) => id);
    expect(trials.map(({ scene }) => scene).toSorted()).toEqual(deciding.toSorted());
    const most = Math.max(...trials.map(({ plays }) => plays));
    expect(most).toBeGreaterThanOrEqual(200);
    expect(most).toBeLessThan(200 + 5);
  });

  test('are the same for the same seed', () =>
    expect(tryChoices(miniScenario, { n: 200, seed: 1 })).toEqual(trials));

  test('find a choice that ends the run far from one that goes on', () => {
    const [goal] = judgeImpact(trials.map((one) => ({ ...one, kind: 'decision' }))).scenes;
    expect(goal).toMatchObject({ scene: 's1-goal', distance: 1 });
    expect(goal?.choices).toContain('leave');
  });

  test('say how far chance may move each difference', () => {
    // Worth 100 points more from ending to ending: what a run comes to depends on its dice.
    const scored: Scenario = {
      ...miniScenario,
      gauges: [{ id: 'worth', icon: 'coins', trust: {}, shifts: [] }],
      endings: miniScenario.endings.map((one, index) => ({
        ...one,
        gauges: { worth: index % 2 === 0 ? 0 : 100 },
      })),
    };
    const errors = (n: number) =>
      tryChoices(scored, { n, seed: 1 }).flatMap(({ pairs }) =>
        pairs.flatMap((pair) => {
          expect(pair.sumError).toBeCloseTo(pair.errors.worth ?? Number.NaN);
          // Differences lie between -100 and 100, so their deviation is 100 at most.
          expect(pair.sumError).toBeLessThanOrEqual(100 / Math.sqrt(pair.n - 1));
          return [pair.sumError];
        }),
      );
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
    // Four times as many plays: half the error, roughly.
    const [few, many] = [sum(errors(200)), sum(errors(800))];
    expect(few).toBeGreaterThan(0);
    expect(many / few).toBeGreaterThan(0.4);
    expect(many / few).toBeLessThan(0.6);
  });
});

describe('a choice is dominated', () => {
  test.each([
    ['when it is no better anywhere and worse in all', { value: -3, home: -2 }, ['a']],
    ['whichever of the two it is', { value: 3, home: 2 }, ['b']],
    ['also when a lead is too small to count', { value: -6, home: 0.6 }, ['a']],
    ['but not when it is better somewhere', { value: -9, home: 0.8 }, []],
    ['and not when little is lost', { value: -2, home: -1 }, []],
  ] as const)('%s', (_, differences, expected) => {
    expect(dominatedIn(trial(differences))).toEqual(expected);
  });

  test.each(['goal', 'info', 'knowledge'] as const)('but not in a scene of the kind %s', (kind) => {
    expect(dominatedIn(trial({ value: -9 }, { kind }))).toEqual([]);
  });

  test.each([
    ['the lead somewhere may be chance', { value: -9, home: 0.5 }, 0.2, true],
    ['the loss may be chance', { value: -5 }, 0.6, true],
    ['being better somewhere may be chance', { value: -9, home: 0.8 }, 0.2, false],
  ] as const)('by a close call when %s', (_, differences, error, isBeyond) => {
    const { dominated, close } = judgeDominance([trial(differences, { error })]);
    expect(dominated).toEqual([]);
    expect(close).toMatchObject([{ scene: 's', choice: 'a', by: 'b', isBeyond }]);
  });

  test('surely when chance cannot make up for it', () => {
    const { dominated, close } = judgeDominance([trial({ value: -9, home: 0.2 }, { error: 0.2 })]);
    expect(dominated).toMatchObject([{ choice: 'a', by: 'b' }]);
    expect(close).toEqual([]);
  });
});

describe('what could not be judged', () => {
  const few = [trial({ value: -9 }, { scene: 'few', n: 29 }), trial({ value: -9 }, { scene: 'never', n: 0 })];
  const unjudged = {
    pairs: [
      { scene: 'few', choices: ['a', 'b'], n: 29 },
      { scene: 'never', choices: ['a', 'b'], n: 0 },
    ],
    scenes: ['few', 'never'],
  };

  test('is named, and not called dominated', () =>
    expect(judgeDominance(few)).toEqual({ dominated: [], close: [], unjudged }));

  test('counts as moving nothing', () => {
    const verdict = judgeImpact([...few, trial({ value: 3 })]);
    expect(verdict).toMatchObject({ cosmetic: ['few', 'never'], strong: ['s'], isMet: false, unjudged });
  });

  test('is not what nobody asks about', () =>
    expect(judgeDominance([trial({}, { kind: 'info', n: 2 })]).unjudged).toEqual({ pairs: [], scenes: [] }));

  test('is named also when two choices were never open together', () => {
    const [scene] = miniScenario.scenes.filter(({ choices }) => choices.length > 1);
    const tried = tryChoices(miniScenario, { n: 10, seed: 1, maxPlays: 0 });
    expect(tried.find((one) => one.scene === scene?.id)?.pairs).not.toEqual([]);
  });
});

describe('the decisions of a scenario matter', () => {
  const scenes = (...distances: readonly number[]) =>
    distances.map((distance, index) => trial({ value: 3 }, { scene: `s${index}`, distance }));

  test.each([
    ['when most move the endings and a third of them far', [0.2, 0.2, 0.1, 0.1, 0.1, 0.1], true],
    ['but not when too few move them far', [0.2, 0.1, 0.1, 0.1, 0.1, 0.1], false],
    ['and not when too many hardly move them', [0.9, 0.9, 0.9, 0.01], false],
  ] as const)('%s', (_, distances, isMet) => expect(judgeImpact(scenes(...distances)).isMet).toBe(isMet));

  test('of a long story ten must move them far', () => {
    const long = (strong: number) =>
      scenes(...Array.from({ length: 40 }, (_, index) => (index < strong ? 0.2 : 0.1)));
    expect(judgeImpact(long(9))).toMatchObject({ strongNeeded: 10, isMet: false });
    expect(judgeImpact(long(10))).toMatchObject({ isMet: true });
  });

  test('whatever its goal does', () =>
    expect(judgeImpact([trial({ value: 3 }, { kind: 'goal' }), trial({ value: 3 })]).scenes).toHaveLength(1));
});

describe('the reach of scenes and choices', () => {
  const personas = [
    { id: 'leaver', takes: ['s1-goal/leave'], history: false, bargains: false, asks: [], learns: false },
  ];
  const reach = measureReach(miniScenario, { n: 200, seed: 1, personas });

  test('adds up over the choices of a scene that is always open', () => {
    const goal = reach.find(({ scene }) => scene === 's1-goal');
    expect(goal?.random).toBe(1);
    const sum = Object.values(goal?.choices ?? {}).reduce((all, { random }) => all + random, 0);
    expect(sum).toBeCloseTo(1);
  });

  test('names the personas that come there, and no others', () => {
    const goal = reach.find(({ scene }) => scene === 's1-goal');
    expect(goal?.choices.leave?.personas).toEqual({ leaver: 1 });
    expect(goal?.choices.talk?.personas).toEqual({});
  });
});
