import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { personaOf, simulatePlays } from '../../src/core/report/index.ts';
import { quizOptions } from '../../src/core/scenario/index.ts';
import { loadTiktok, TIKTOK_FOLDER } from '../support/tiktok.ts';

// The shipped scenario as a whole: what the gates of every scenario (gates.test.ts) do not say.

const { personas } = readScenario(TIKTOK_FOLDER);
/** Ways through the story. Those that bargain go one way, and differ at its table: tiktok-tables.test.ts. */
const ways = personas.filter(({ bargains }) => !bargains);
const scenario = loadTiktok();

describe('the shipped scenario', () => {
  test('lets each way of playing have an ending of its own', () => {
    const favourites = ways.map((persona) => {
      const plays = simulatePlays(scenario, { n: 200, seed: 1, persona: personaOf(persona) });
      return Object.entries(plays.endings).toSorted(([, a], [, b]) => b - a)[0]?.[0];
    });
    expect(new Set(favourites).size).toBeGreaterThanOrEqual(8);
  });

  test('is as large as it was meant to be', () => {
    const { scenes, endings, calendar, quiz, terms, manifest } = scenario;
    expect(scenes.length).toBeGreaterThanOrEqual(33);
    expect(scenes.filter(({ choices }) => choices.length > 1).length).toBeGreaterThanOrEqual(28);
    expect(endings.length).toBeGreaterThanOrEqual(12);
    expect(calendar.filter(({ when, facts }) => !when && facts.length > 0).length).toBeGreaterThanOrEqual(24);
    expect(quiz.length).toBeGreaterThanOrEqual(60);
    expect(terms.length).toBeGreaterThanOrEqual(48);
    expect(manifest.length ?? { median: [22, 28], min: 14 }).toEqual({ median: [22, 28], min: 14 });
  });

  test('carries a source with every fact and a quiz with an explanation for every answer', () => {
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
