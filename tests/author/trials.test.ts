import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAuthor } from '../support/scenario-copy.ts';

// What the reports on choices say when there is too little to go by.

let home = '';
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'trials-'));
  runAuthor('new', path.join(home, 'harbour'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
const run = (...words: readonly string[]) => {
  const [verb = '', ...rest] = words;
  return runAuthor(verb, path.join(home, 'harbour'), ...rest);
};

test('a scene with too few pairs is named, in words and as data', () => {
  const named = 's03-table negotiate / decline (10)';
  for (const verb of ['dominance', 'impact']) {
    expect(run(verb, '--n', '20').text, verb).toMatch(/^not judged, too few pairs: .*no pair at all of /m);
    expect(run(verb, '--n', '20').text, verb).toContain(named);
    expect(JSON.parse(run(verb, '--n', '20', '--json').text), verb).toMatchObject({
      unjudged: { scenes: expect.arrayContaining(['s03-table']) },
    });
    expect(run(verb, '--n', '200').text, verb).not.toContain('not judged');
  }
});

test('impact fails when nothing could be judged, and when too few scenes matter', () => {
  expect(run('impact', '--n', '20').code).toBe(1);
  const { code, text } = run('impact', '--n', '200', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(text)).toMatchObject({ isMet: false, cosmetic: ['s02-letter'], strong: ['s03-table'] });
});
