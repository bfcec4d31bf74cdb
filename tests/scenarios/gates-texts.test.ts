import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { readability } from '../../src/author/readability.ts';
import { type TextBlock, textBlocks } from '../../src/author/text-blocks.ts';
import type { Scenario, ScenarioTexts } from '../../src/core/scenario/index.ts';
import { plainText } from '../../src/core/view-model/index.ts';
import { SHIPPED_FOLDERS } from '../support/scenarios.ts';

// The gates of negotiation.md section 5 that ask for words, sources and questions, for every scenario. What
// holds for each single text (lengths, marks, translations) is checked by `check`; here are the shares and medians.

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean) =>
  all.filter(holds).length / Math.max(1, all.length);
const citedIn = (text: string) => [...text.matchAll(/\[(F-[A-Z]+-\d{2})\]/g)].map(([, id = '']) => id);

/** A scenario of this size is a full one: it has to have a question for every objective. */
const FULL_STORY = 33;

/** Documents of the first hand, or two houses that do not depend on each other. */
function isWellFounded({ facts, sources }: Scenario, text: string): boolean {
  const cited = citedIn(text).flatMap((id) => facts.find((fact) => fact.id === id)?.sources ?? []);
  const rows = [...new Set(cited)].flatMap((id) => sources.find((source) => source.id === id) ?? []);
  const houses = new Set(rows.map(({ publisher }) => publisher));
  return rows.some(({ type }) => type === 'P') || houses.size >= 2;
}

describe.each(SHIPPED_FOLDERS)('the texts of %s', (_, folder) => {
  const { scenario, problems } = readScenario(folder);
  if (!scenario) throw new Error(JSON.stringify(problems));
  const { languages } = scenario.manifest;
  const isFull = scenario.scenes.length >= FULL_STORY;
  const wordsOf = (language: string): ScenarioTexts => {
    const texts = scenario.texts[language];
    if (!texts) throw new Error(`no texts in ${language}`);
    return texts;
  };
  const blocksOf = (language: string, kind?: TextBlock['kind']) =>
    textBlocks(scenario, wordsOf(language), language).filter((block) => !kind || block.kind === kind);

  test('have no problem that check would name', () => expect(problems).toEqual([]));

  test.each(languages)(
    'the debrief has three sides to argue for in %s, and each argues with facts',
    (language) => {
      const roles = blocksOf(language, 'role');
      expect(roles.length).toBeGreaterThanOrEqual(3);
      expect(roles.filter(({ text }) => citedIn(text).length === 0)).toEqual([]);
    },
  );

  test('Q10: each source says who published what, when it was read and how; each fact has one', () => {
    for (const source of scenario.sources) {
      expect(source.publisher, source.id).not.toBe('');
      expect(source.title, source.id).not.toBe('');
      expect(source.url, source.id).toMatch(/^https?:\/\//);
      expect(source.accessed, source.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source.access, source.id).toMatch(/^(open|registration|paywall|archive)$/);
    }
    expect(scenario.facts.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test.each(languages)(
    'Q10: seven of ten texts with facts rest on a document or on two houses, in %s',
    (language) => {
      const factual = blocksOf(language).filter(({ text }) => citedIn(text).length > 0);
      expect(factual.length).toBeGreaterThan(0);
      expect(shareOf(factual, ({ text }) => isWellFounded(scenario, text))).toBeGreaterThanOrEqual(0.7);
    },
  );

  test('Q10: no text cites what is uncertain', () => {
    const uncertain = new Set(
      scenario.facts.filter(({ mark }) => mark === 'C').map(({ id }) => id as string),
    );
    const citing = languages.flatMap((language) =>
      blocksOf(language).filter(({ text }) => citedIn(text).some((id) => uncertain.has(id))),
    );
    expect(citing.map(({ file, path }) => `${file} ${path}`)).toEqual([]);
  });

  test('Q12: the bank is large enough, and each objective and each way of asking has its questions', () => {
    const { quiz } = scenario;
    expect(quiz.length).toBeGreaterThanOrEqual(isFull ? 60 : 10);
    const count = (key: (item: (typeof quiz)[number]) => string) => {
      const counts = new Map<string, number>();
      for (const item of quiz) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
      return counts;
    };
    if (!isFull) return;
    const objectives = count(({ objective }) => objective);
    for (const objective of ['LO1', 'LO2', 'LO3', 'LO4', 'LO5', 'LO6', 'LO7', 'LO8'])
      expect(objectives.get(objective) ?? 0, objective).toBeGreaterThanOrEqual(5);
    const types = count(({ type }) => type);
    for (const type of ['single', 'truth', 'kind', 'order', 'estimate', 'match', 'veto'])
      expect(types.get(type) ?? 0, type).toBeGreaterThanOrEqual(5);
  });

  test('Q12: a wrong option of a question stands for a misconception', () => {
    const without = scenario.quiz.flatMap((item) =>
      item.type === 'single'
        ? item.options.filter(({ id, misconception }) => id !== item.key && misconception === undefined)
        : [],
    );
    expect(without).toEqual([]);
  });

  test.each(languages)('Q12: every option has an explanation, in %s', (language) => {
    for (const item of scenario.quiz) {
      const words = wordsOf(language).quiz[item.id];
      const explained =
        item.type === 'estimate' ? [words?.why] : Object.values(words?.options ?? {}).map(({ why }) => why);
      expect(explained.length, item.id).toBeGreaterThan(0);
      for (const why of explained) expect(why?.length ?? 0, item.id).toBeGreaterThan(10);
    }
  });

  test.each(languages)('Q14: scenes are short, and so are their sentences, in %s', (language) => {
    const read = blocksOf(language, 'scene').map(({ text }) => readability(plainText(text)));
    expect(median(read.map(({ words }) => words))).toBeLessThanOrEqual(60);
    expect(median(read.map(({ words, sentences }) => words / sentences))).toBeLessThanOrEqual(12);
  });

  test.each(languages)(
    'Q15: scenes are easy to read, and the reading level "easy" is easier, in %s',
    (language) => {
      const read = (kind: TextBlock['kind']) =>
        blocksOf(language, kind).map(({ text }) => readability(plainText(text)));
      const [standard, easy] = [read('scene'), read('easyScene')];
      expect(easy).toHaveLength(standard.length);
      // LIX is the gate for German, Flesch for English; both hold for both here.
      expect(median(standard.map(({ lix }) => lix))).toBeLessThanOrEqual(40);
      expect(median(easy.map(({ lix }) => lix))).toBeLessThan(median(standard.map(({ lix }) => lix)));
      if (language === 'de') {
        expect(shareOf(standard, ({ amstad }) => amstad >= 50)).toBeGreaterThanOrEqual(0.95);
        expect(median(standard.map(({ amstad }) => amstad))).toBeGreaterThanOrEqual(60);
      } else expect(shareOf(standard, ({ flesch }) => flesch >= 60)).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('Q16: every language has the same texts', () => {
    const [first = '', ...others] = languages;
    const keys = (language: string) => blocksOf(language).map(({ key }) => key);
    for (const language of others) expect(keys(language)).toEqual(keys(first));
  });
});
