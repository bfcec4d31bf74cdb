import { describe, expect, test } from 'vitest';
import { explore, type Persona, parsePersona, simulatePlays } from '../../../src/core/report/index.ts';
import { sceneSchema } from '../../../src/core/scenario/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

const persona = (text: string): Persona => {
  const parsed = parsePersona(miniScenario, text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.value;
};

describe('plays', () => {
  const random = simulatePlays(miniScenario, { n: 2_000, seed: 1 });

  test('of a random bot reach all that the search reaches', () => {
    const reached = Object.entries(random.endings).filter(([, share]) => share > 0);
    expect(reached.map(([id]) => id)).toEqual(explore(miniScenario).endingsReached);
    expect(random).toMatchObject({
      plays: 2_000,
      deadEnds: [],
      unreachedScenes: [],
      unreachedChoices: [],
      unreachedStates: [],
    });
  });

  test('have shares that add up, and quantiles in order', () => {
    expect(Object.values(random.endings).reduce((a, b) => a + b)).toBeCloseTo(1);
    const { p10, median, p90 } = random.decisions;
    expect([p10, median, p90]).toEqual([p10, median, p90].toSorted((a, b) => a - b));
  });

  test('are the same for the same seed, and others for another', () => {
    expect(simulatePlays(miniScenario, { n: 200, seed: 5 })).toEqual(
      simulatePlays(miniScenario, { n: 200, seed: 5 }),
    );
    expect(simulatePlays(miniScenario, { n: 200, seed: 5 }).endings).not.toEqual(
      simulatePlays(miniScenario, { n: 200, seed: 5_000 }).endings,
    );
  });

  test('of history take what was really done', () => {
    const history = simulatePlays(miniScenario, { n: 50, seed: 1, persona: persona('history') });
    expect(history.endings.signed).toBe(1);
    expect(history.unreachedChoices).toContain('s1-goal/leave');
    expect(history.unreachedChoices).not.toContain('s1-goal/talk');
  });

  test('of a pleaser take what wins most trust, at random where nothing does', () => {
    const { unreachedChoices } = simulatePlays(miniScenario, {
      n: 200,
      seed: 1,
      persona: persona('please:M'),
    });
    expect(unreachedChoices).toEqual(
      expect.arrayContaining(['s1-goal/talk', 's1-goal/stall', 's3-table/not-yet']),
    );
    expect(unreachedChoices).not.toContain('s4-sue/file');
    expect(unreachedChoices).not.toContain('s4-sue/wait');
  });

  test('of a preference take the named choices where they are open', () => {
    const preferring = simulatePlays(miniScenario, {
      n: 50,
      seed: 1,
      persona: persona('prefer:s1-goal/leave,s4-sue/file'),
    });
    expect(preferring.endings.exit).toBe(1);
    expect(preferring.decisions).toEqual({ min: 1, median: 1, p10: 1, p90: 1 });
  });

  test('that get stuck are named with their seed', () => {
    const trap = sceneSchema.parse({
      id: 's0-trap',
      act: 0,
      date: '2030-01-01',
      kind: 'decision',
      choices: [{ id: 'a', when: { flag: 'suit' } }],
    });
    const { deadEnds } = simulatePlays(
      { ...miniScenario, scenes: [...miniScenario.scenes, trap] },
      { n: 3, seed: 10 },
    );
    expect(deadEnds[0]).toEqual({ where: '2030-01-01: stuck (seed 10)', path: [] });
    expect(deadEnds).toHaveLength(3);
  });
});

describe('a persona', () => {
  test.each([
    ['angry', 'unknown-persona'],
    ['please', 'unknown-party'],
    ['please:X', 'unknown-party'],
    ['prefer:s1-goal/win', 'unknown-choice'],
  ])('%s is refused as %s', (text, code) =>
    expect(parsePersona(miniScenario, text)).toMatchObject({
      ok: false,
      problems: [{ code, path: 'persona' }],
    }),
  );
});
