import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { explore, parsePersona, simulatePlays } from '../../src/core/report/index.ts';
import { loadTiktok, TIKTOK_FOLDER } from '../support/tiktok.ts';

// The shipped scenario as a whole: quality criteria Q1 to Q3, Q6, Q8, Q12.

const scenario = loadTiktok();
const endings = scenario.endings.map(({ id }) => id);
const personaOf = (text: string) => {
  const persona = parsePersona(scenario, text);
  if (!persona.ok) throw new Error(text);
  return persona.value;
};

describe('the shipped scenario', () => {
  test('has no problem that the author tools know of', () => {
    expect(readScenario(TIKTOK_FOLDER).problems).toEqual([]);
  });

  test('can reach every state, scene, choice and ending, and never gets stuck', () => {
    const found = explore(scenario);
    expect(found).toMatchObject({
      isComplete: true,
      deadEnds: [],
      unreachedEndings: [],
      unreachedStates: [],
      unreachedScenes: [],
      unreachedChoices: [],
    });
    expect(found.snapshots).toBeGreaterThan(10_000);
  });

  test('comes to every ending in random plays, to none of them most of the time', () => {
    const plays = simulatePlays(scenario, { n: 5000, seed: 1 });
    expect(plays.deadEnds).toEqual([]);
    for (const id of endings) expect(plays.endings[id], id).toBeGreaterThan(0.003);
    for (const id of endings) expect(plays.endings[id], id).toBeLessThan(0.3);
    expect(plays.decisions.median).toBeGreaterThanOrEqual(22);
    expect(plays.decisions.median).toBeLessThanOrEqual(28);
  });

  test('comes most often to what really happened when everybody does what they really did', () => {
    const plays = simulatePlays(scenario, { n: 1000, seed: 1, persona: personaOf('history') });
    const [first] = Object.entries(plays.endings).toSorted(([, a], [, b]) => b - a);
    expect(first?.[0]).toBe(scenario.endings.find(({ history }) => history)?.id);
  });

  test('lets each way of playing have an ending of its own', () => {
    const best = (text: string) => {
      const plays = simulatePlays(scenario, { n: 300, seed: 1, persona: personaOf(text) });
      return Object.entries(plays.endings).toSorted(([, a], [, b]) => b - a)[0]?.[0];
    };
    const favourites = ['please:W', 'please:B', 'please:I', 'please:U', 'history'].map(best);
    expect(new Set(favourites).size).toBeGreaterThanOrEqual(4);
  });

  test('carries a source with every fact and a quiz with an explanation for every answer', () => {
    expect(scenario.scenes.length).toBeGreaterThanOrEqual(14);
    expect(scenario.quiz.length).toBeGreaterThanOrEqual(12);
    for (const { sources } of scenario.facts) expect(sources.length).toBeGreaterThan(0);
    for (const language of scenario.manifest.languages)
      for (const { id, options } of scenario.quiz)
        for (const option of options)
          expect(scenario.texts[language]?.quiz[id]?.options[option.id]?.why.length).toBeGreaterThan(10);
  });
});
