import { describe, expect, test } from 'vitest';
import {
  dominatedChoices,
  measureReach,
  type SceneTrial,
  sceneImpacts,
  tryChoices,
} from '../../../src/core/report/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

const trial = (differences: Record<string, number>, kind: SceneTrial['kind'] = 'decision'): SceneTrial => ({
  scene: 's',
  kind,
  plays: 200,
  pairs: [{ choices: ['a', 'b'], n: 100, differences, distance: 0.2 }],
});

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
    const [goal] = sceneImpacts(trials.map((one) => ({ ...one, kind: 'decision' })));
    expect(goal).toMatchObject({ scene: 's1-goal', distance: 1 });
    expect(goal?.choices).toContain('leave');
  });

  test('say nothing about a goal', () =>
    expect(sceneImpacts([trial({ value: 3 }, 'goal'), trial({ value: 3 })])).toHaveLength(1));
});

describe('a choice is dominated', () => {
  test.each([
    ['when it is no better anywhere and worse in all', { value: -3, home: -2 }, ['a']],
    ['whichever of the two it is', { value: 3, home: 2 }, ['b']],
    ['also when a lead is too small to count', { value: -6, home: 0.6 }, ['a']],
    ['but not when it is better somewhere', { value: -9, home: 0.8 }, []],
    ['and not when little is lost', { value: -2, home: -1 }, []],
  ] as const)('%s', (_, differences, expected) => {
    expect(dominatedChoices([trial(differences)]).map(({ choice }) => choice)).toEqual(expected);
  });

  test.each(['goal', 'info', 'knowledge'] as const)('but not in a scene of the kind %s', (kind) => {
    expect(dominatedChoices([trial({ value: -9 }, kind)])).toEqual([]);
  });
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
