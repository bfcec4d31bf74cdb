import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CUES, FACT_KINDS, MOODS, SCENE_KINDS } from '../../src/core/scenario/index.ts';

// A document that names a file which is not there misleads whoever follows it.

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll(path.sep, '/')}`),
];
/** Taken by `npm run pictures`. */
const MADE = /^docs\/pictures(\/|$)/;

describe('documents', () => {
  test.each(documents)('%s links and names only what is there', (document) => {
    const text = read(document);
    const links = [
      ...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)|(?:src|href)="(?!https?:|#)([^"#]+)"/g),
    ].map(([, link, source]) => path.posix.join(path.posix.dirname(document), link ?? source ?? ''));
    const named = [...text.matchAll(/`((?:src|docs|tests|scripts|assets|scenarios)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    );
    const missing = [...links, ...named].filter(
      (name) => !MADE.test(name) && !existsSync(path.join(ROOT, name)),
    );
    expect(missing).toEqual([]);
  });

  test('the format of a scenario names every word of the closed lists', () => {
    const text = read('docs/formats/scenario.md');
    const words = [...FACT_KINDS, ...MOODS, ...SCENE_KINDS, ...CUES];
    expect(words.filter((word) => !text.includes(`\`${word}\``))).toEqual([]);
  });

  test('decisions have a number each', () => {
    const numbers = readdirSync(path.join(ROOT, 'docs/decisions')).map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
