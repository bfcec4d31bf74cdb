import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseNamesIn } from '../support/case-names.ts';

// The code plays any scenario. Who took part in one case stands in its files under scenarios, and in the art.

const SRC = path.resolve(import.meta.dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(tsx?|css)$/.test(f));

describe('the code', () => {
  test('is seen by this check', () => expect(files.length).toBeGreaterThan(100));

  test('names nobody and nothing of a shipped case', () => {
    const named = files.flatMap((file) =>
      caseNamesIn(readFileSync(path.join(SRC, file), 'utf8')).map((name) => `${file}: ${name}`),
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
    "app: 'grindr'",
    'kunlunAccepts()',
    'cheap-san-vicente',
    'san_vicente',
    'sanVicente',
    '// San Vicente signs',
  ])('sees %s', (text) => expect(caseNamesIn(text)).not.toEqual([]));

  test.each(['oracular', 'a coracle', 'import { mayerial }', 'san francisco', 'vicente'])(
    'lets %s pass',
    (text) => expect(caseNamesIn(text)).toEqual([]),
  );
});
