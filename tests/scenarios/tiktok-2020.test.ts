import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { explore, personaOf, simulatePlays } from '../../src/core/report/index.ts';
import { quizOptions } from '../../src/core/scenario/index.ts';
import { loadTiktok, TIKTOK_FOLDER } from '../support/tiktok.ts';

// The shipped scenario as a whole: quality criteria Q1 to Q3, Q6, Q8, Q12.

const { personas } = readScenario(TIKTOK_FOLDER);
/** Ways through the story. Those that bargain go one way, and differ at its table: tiktok-tables.test.ts. */
const ways = personas.filter(({ bargains }) => !bargains);
const scenario = loadTiktok();
const endings = scenario.endings.map(({ id }) => id);

describe('the shipped scenario', () => {
  test('has no problem that the author tools know of', () => {
    expect(readScenario(TIKTOK_FOLDER).problems).toEqual([]);
  });

  // On the lower levels hidden lines follow from the others: what they make impossible shows here.
  test.each(scenario.manifest.tiers)('can reach everything on the level %s, and never gets stuck', (tier) => {
    const found = explore(scenario, { tier });
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

  test('comes to every ending in at least 1 % of random plays, to none in more than 30 %', () => {
    const plays = simulatePlays(scenario, { n: 10_000, seed: 1 });
    expect(plays).toMatchObject({
      deadEnds: [],
      unreachedScenes: [],
      unreachedChoices: [],
      unreachedStates: [],
    });
    for (const id of endings) expect(plays.endings[id], id).toBeGreaterThanOrEqual(0.01);
    for (const id of endings) expect(plays.endings[id], id).toBeLessThanOrEqual(0.3);
  });

  test('takes 22 to 28 decisions in a typical run', () => {
    const { decisions } = simulatePlays(scenario, { n: 5_000, seed: 1 });
    expect(decisions.median).toBeGreaterThanOrEqual(22);
    expect(decisions.median).toBeLessThanOrEqual(28);
  });

  test('comes most often to what really happened when everybody does what they really did', () => {
    const history = personas.find(({ id }) => id === 'history');
    const plays = simulatePlays(scenario, { n: 1000, seed: 1, persona: personaOf(history!) });
    const [first] = Object.entries(plays.endings).toSorted(([, a], [, b]) => b - a);
    expect(first?.[0]).toBe(scenario.endings.find(({ history }) => history)?.id);
  });

  test('gives each ending to two ways of playing at least, to one of them in 5 % of its plays', () => {
    const shares = ways.map(
      (persona) => simulatePlays(scenario, { n: 400, seed: 1, persona: personaOf(persona) }).endings,
    );
    for (const id of endings) {
      const reached = shares.map((share) => share[id] ?? 0).filter((share) => share >= 0.02);
      expect(reached.length, id).toBeGreaterThanOrEqual(2);
      expect(Math.max(...reached), id).toBeGreaterThanOrEqual(0.05);
    }
  });

  test('lets each way of playing have an ending of its own', () => {
    const favourites = ways.map((persona) => {
      const plays = simulatePlays(scenario, { n: 200, seed: 1, persona: personaOf(persona) });
      return Object.entries(plays.endings).toSorted(([, a], [, b]) => b - a)[0]?.[0];
    });
    expect(new Set(favourites).size).toBeGreaterThanOrEqual(8);
  });

  test('carries a source with every fact and a quiz with an explanation for every answer', () => {
    expect(scenario.scenes.length).toBeGreaterThanOrEqual(14);
    expect(scenario.quiz.length).toBeGreaterThanOrEqual(12);
    for (const { sources } of scenario.facts) expect(sources.length).toBeGreaterThan(0);
    for (const language of scenario.manifest.languages)
      for (const item of scenario.quiz) {
        const words = scenario.texts[language]?.quiz[item.id];
        const whys = [...quizOptions(item).map(({ id }) => words?.options[id]?.why), words?.why];
        const count = item.type === 'estimate' ? 1 : quizOptions(item).length;
        expect(whys.filter((why) => (why?.length ?? 0) > 10)).toHaveLength(count);
      }
  });
});
