import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// The code plays any scenario. Who took part in one case stands in its files under scenarios, and in the art.

const SRC = path.resolve(import.meta.dirname, '../../src');
const NAMES =
  `TikTok ByteDance Douyin WeChat Musical.ly Microsoft Oracle Walmart Seattle Redwood Washington Beijing
  Peking Trump Biden Mayer Zhang CFIUS MOFCOM IEEPA`.split(/\s+/);
/** As words of their own: also in `oracle-envoy`, `signed_oracle` and `tellBeijing`. */
const PATTERN = NAMES.map((name) => name.replace('.', '\\.')).join('|');
const namesIn = (text: string): readonly string[] => {
  const spaced = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/_/g, ' ');
  const found = (words: string) => words.match(new RegExp(`\\b(?:${PATTERN})\\b`, 'gi')) ?? [];
  return [...new Set([...found(text), ...found(spaced)])];
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(tsx?|css)$/.test(f));

describe('the code', () => {
  test('is seen by this check', () => expect(files.length).toBeGreaterThan(100));

  test('names nobody and nothing of the shipped case', () => {
    const named = files.flatMap((file) =>
      namesIn(readFileSync(path.join(SRC, file), 'utf8')).map((name) => `${file}: ${name}`),
    );
    expect(named).toEqual([]);
  });
});

describe('the check', () => {
  test.each([
    '// Washington waits',
    "city: 'beijing'",
    'tellBeijing()',
    'signed_oracle',
    'scenarios/tiktok-2020',
    '.party--microsoft {}',
  ])('sees %s', (text) => expect(namesIn(text)).not.toEqual([]));

  test.each(['oracular', 'a coracle', 'import { mayerial }'])('lets %s pass', (text) =>
    expect(namesIn(text)).toEqual([]),
  );
});
