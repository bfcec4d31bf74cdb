import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { createTranslator } from '../../src/core/i18n/index.ts';
import { CUES } from '../../src/core/scenario/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'assets/messages');
const readFile = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
/** Areas whose words come late: a folder and a beginning of keys for each. */
const AREAS = ['debrief', 'class', 'lessons', 'live', 'round', 'retest', 'class-debrief'];
/** All words of a language: those of the first page and those that come late. */
const read = (language: string): Readonly<Record<string, string>> => ({
  ...readFile(`${language}.json`),
  ...Object.assign({}, ...AREAS.map((area) => readFile(`${area}/${language}.json`))),
});
const languages = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => path.parse(file).name);
const catalogues = Object.fromEntries(languages.map((language) => [language, read(language)]));
const english = read('en');

type Elements = ReturnType<IntlMessageFormat['getAst']>;
/** Names of the parameters of a message, those inside plural and select branches too. */
const namesIn = (elements: Elements): readonly string[] =>
  elements.flatMap((element) => {
    // 0 is plain text and 7 the number sign of a plural: neither names a parameter.
    if (element.type === 0 || element.type === 7) return [];
    const inner =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : [];
    return [element.value, ...inner];
  });
const parameters = (text = '') =>
  [...new Set(namesIn(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()))].sort();

/** Literal keys in the code: `t('play.undo')`, `key: 'announce.news'`. */
const used = ['src/client', 'src/core/view-model'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [
        ...readFileSync(path.join(ROOT, folder, file), 'utf8').matchAll(
          /\b(?:t\(|key: )'([a-zA-Z]+\.[\w.]+)'/g,
        ),
      ].map(([, key]) => key as string),
    ),
);

describe('the words of the interface', () => {
  test('are there in German and English', () =>
    expect(languages).toEqual(expect.arrayContaining(['de', 'en'])));

  test.each(languages)('have the same keys and parameters in %s as in English', (language) => {
    const catalogue = catalogues[language] ?? {};
    expect(Object.keys(catalogue)).toEqual(Object.keys(english));
    for (const key of Object.keys(catalogue))
      expect(parameters(catalogue[key]), key).toEqual(parameters(english[key]));
  });

  test.each(languages)(
    'of areas that come late in %s lie beside the others, and nothing else does',
    (language) => {
      for (const area of AREAS) {
        // What can go wrong in an area is said there too.
        const isOwn = (key: string) => key.startsWith(`${area}.`) || key.startsWith(`problem.${area}-`);
        expect(Object.keys(readFile(`${area}/${language}.json`)).every(isOwn), area).toBe(true);
        expect(Object.keys(readFile(`${language}.json`)).some(isOwn), area).toBe(false);
      }
    },
  );

  test('hold every key that the code names', () => {
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => english[key] === undefined)).toEqual([]);
  });

  test('hold words for every sound and every problem that can be shown', () => {
    // Paper that rustles as the page changes has no words: see the audio room.
    for (const cue of CUES.filter((cue) => cue !== 'card' && cue !== 'page'))
      expect(english[`caption.${cue}`], cue).toBeDefined();
    const codes = [
      'save-not-json',
      'save-too-large',
      'save-malformed',
      'save-format',
      'save-version',
      'save-scenario',
      'save-tampered',
      'save-deal-broken',
      'deal-broken',
      'deal-incomplete',
      'deal-malformed',
      'practice-unknown',
      'save-outdated',
      'save-older-scenario',
      'run-gone',
      'run-forked',
      'share-code-broken',
      'scenario-missing',
      'scenario-malformed',
      'stage-failed',
      'stage-unavailable',
      'audio-unavailable',
      'storage-blocked',
      'parameter-ignored',
      'offline-chunk',
      'run-unsaved',
      'leave-failed',
      'lessons-missing',
      'lessons-malformed',
    ];
    for (const code of codes) expect(english[`problem.${code}`], code).toBeDefined();
  });

  test.each(languages)('are all well formed in %s', (language) => {
    const translate = createTranslator(language, read(language));
    for (const [key, text] of Object.entries(read(language))) {
      const params = Object.fromEntries(parameters(text).map((name) => [name, 2]));
      expect(translate({ key, params }), key).not.toBe(key);
    }
  });
});
