import type { Scenario } from '../core/scenario/index.ts';
import { plainText } from '../core/view-model/index.ts';
import { wordsOf } from './readability.ts';
import type { Report } from './report.ts';
import reportWords from './report-words.json';
import { monthsIn, type Sentence, sentencesIn } from './sentences.ts';
import { type BlockKind, type TextBlock, textBlocks } from './text-blocks.ts';

/** Labels carry no mark, and the words of a fact are what marks lead to. */
const WITHOUT_MARKS: readonly BlockKind[] = ['label', 'easyLabel', 'headline'];

const MOST_WORDS_OF_A_DAY = 3;

type Place = Pick<TextBlock, 'file' | 'path'> & { readonly language: string; readonly text: string };

interface CitedFact {
  readonly id: string;
  readonly text: string;
  readonly mark: string;
  readonly kinds: readonly string[];
  readonly date: string;
  readonly sources: readonly {
    readonly id: string;
    readonly publisher: string;
    readonly title: string;
    readonly url: string;
  }[];
}

interface Cited extends Place {
  readonly facts: readonly CitedFact[];
}

/** Why a sentence without a mark looks as if it stated a fact. A guess: a machine cannot tell. */
type Look = 'date' | 'number' | 'name';

interface Unmarked extends Place {
  readonly looks: readonly Look[];
}

interface Warning extends Place {
  readonly code: 'uncertain-fact' | 'report-as-fact';
  readonly fact: string;
  readonly message: string;
}

/**
 * Every sentence that cites a fact, beside what the fact says and where it comes from; and sentences that look
 * factual and cite nothing. For whoever compares a text with its sources.
 */
export function factsReport(
  scenario: Scenario,
  values: Readonly<Record<string, string>>,
): Report | { readonly complaint: string } {
  const { languages } = scenario.manifest;
  const wanted = values.language?.split(',') ?? languages;
  const unknown = wanted.find((language) => !languages.includes(language));
  if (unknown !== undefined)
    return { complaint: `There is no language "${unknown}". There are: ${languages.join(', ')}.` };
  const found = wanted.map((language) => sentencesOf(scenario, language));
  const cited = found.flatMap((one) => one.cited);
  const unmarked = found.flatMap((one) => one.unmarked);
  const warnings = cited.flatMap(warningsFor);
  const never = scenario.facts.map(({ id }) => id).filter((id) => !citesIt(cited, id));
  return {
    code: 0,
    data: { cited, unmarked, warnings, uncited: never },
    text: [
      ...cited.flatMap(citedLines),
      '',
      'Sentences without a mark that look factual. A guess by dates, numbers and names: judge for yourself.',
      ...unmarked.map(({ looks, ...place }) => `${line(place)}  (${looks.join(', ')})`),
      '',
      ...warnings.map(({ code, message, ...place }) => `${line(place)} [${code}] ${message}`),
      `${cited.length} sentences cite facts, ${unmarked.length} look factual without a mark, ${warnings.length} warnings, ${never.length} facts are never cited`,
    ].join('\n'),
  };
}

function sentencesOf(scenario: Scenario, language: string) {
  const texts = scenario.texts[language];
  const cited: Cited[] = [];
  const unmarked: Unmarked[] = [];
  if (!texts) return { cited, unmarked };
  const facts = new Map(scenario.facts.map((fact) => [fact.id, fact]));
  const sources = new Map(scenario.sources.map((source) => [source.id, source]));
  const looksOf = lookFinder(scenario, language);
  for (const { file, path, kind, text } of textBlocks(scenario, texts, language)) {
    if (WITHOUT_MARKS.includes(kind) || file === `facts.${language}.yaml`) continue;
    for (const sentence of sentencesIn(text, language)) {
      const place = { language, file, path, text: plainText(sentence.text) };
      if (sentence.facts.length > 0) {
        const known = sentence.facts.flatMap((id) => facts.get(id) ?? []);
        cited.push({
          ...place,
          facts: known.map(({ id, mark, kinds, date, sources: ids }) => ({
            id,
            text: texts.facts[id] ?? '',
            mark,
            kinds,
            date,
            sources: ids.flatMap((source) => {
              const named = sources.get(source);
              return named
                ? [{ id: source, publisher: named.publisher, title: named.title, url: named.url }]
                : [];
            }),
          })),
        });
        continue;
      }
      const looks = looksOf(sentence);
      if (looks.length > 0) unmarked.push({ ...place, looks });
    }
  }
  return { cited, unmarked };
}

function lookFinder(scenario: Scenario, language: string): (sentence: Sentence) => readonly Look[] {
  const names = Object.values(scenario.texts[language]?.parties.parties ?? {}).map(({ name }) => name);
  const has = (words: readonly string[]) =>
    new RegExp(`(?<!\\p{L})(?:${words.map(escaped).join('|')})(?!\\p{L})`, 'u');
  const date = new RegExp(`\\b(?:1[89]|20)\\d\\d\\b|\\d[\\s.]*(?:${monthsIn(language).join('|')})`, 'u');
  const tests: Readonly<Record<Look, RegExp>> = { date, number: /\d/, name: has(names) };
  const looks: readonly Look[] = ['date', 'number', 'name'];
  // The day with which a scene begins ("Monday, 6 August.") is the day of the story.
  const isDay = ({ text }: Sentence) => date.test(text) && wordsOf(text).length <= MOST_WORDS_OF_A_DAY;
  return (sentence) => (isDay(sentence) ? [] : looks.filter((look) => tests[look].test(sentence.text)));
}

function warningsFor({ facts, ...place }: Cited): readonly Warning[] {
  return facts.flatMap(({ id, mark, kinds }): readonly Warning[] => {
    if (mark === 'C')
      return [
        { ...place, code: 'uncertain-fact', fact: id, message: `${id} is uncertain (C): cite another.` },
      ];
    // Where a document or a statement says so too, it is more than a report.
    if (!kinds.includes('REP') || kinds.length > 1 || saysReport(place)) return [];
    const message = `${id} is a press report: say so, as in "${wordsOfReport(place.language)[0]}".`;
    return [{ ...place, code: 'report-as-fact', fact: id, message }];
  });
}

function saysReport({ text, language }: Place): boolean {
  const words = wordsOfReport(language);
  // A language without a list cannot be judged.
  if (words.length === 0) return true;
  return new RegExp(`(?<!\\p{L})(?:${words.map(escaped).join('|')})`, 'iu').test(text);
}

function wordsOfReport(language: string): readonly string[] {
  return new Map<string, readonly string[]>(Object.entries(reportWords)).get(language) ?? [];
}

function citesIt(cited: readonly Cited[], id: string): boolean {
  return cited.some(({ facts }) => facts.some((fact) => fact.id === id));
}

function citedLines({ facts, ...place }: Cited): readonly string[] {
  return [
    line(place),
    ...facts.map(
      ({ id, mark, kinds, date, text, sources }) =>
        `    ${id} ${mark} ${kinds.join('+')} ${date}: ${text} (${sources.map((source) => `${source.id} ${source.publisher}, ${source.title}`).join('; ')})`,
    ),
  ];
}

function line({ file, path, text }: Omit<Place, 'language'>): string {
  return `${file} ${path}: ${text}`;
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
