import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// Everything in assets has a line in CREDITS.md: author, licence, source.

const ASSETS = path.resolve(import.meta.dirname, '../../assets');
const LICENCES = /CC0 1\.0|CC BY 4\.0|MIT|OFL 1\.1|public domain|see `LICENSE\.md`/;
const OWN = 'see `LICENSE.md`';
const credits = readFileSync(path.join(ASSETS, 'CREDITS.md'), 'utf8');

const namesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const rows = credits
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| asset '))
  .map((line) => {
    const [asset = '', author = '', licence = '', source = ''] = line.split('|').slice(1, -1);
    return { asset, author: author.trim(), licence, source: source.trim() };
  });
const files = readdirSync(ASSETS, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => statSync(path.join(ASSETS, file)).isFile())
  .filter((file) => !['CREDITS.md', 'LICENSE.md'].includes(file) && !/(^|\/)\./.test(file));

/** A name is a file, a folder with all that is in it, or a file with a star. */
function covers(name: string, file: string): boolean {
  if (name === file || file.startsWith(`${name}/`)) return true;
  const [before = '', after] = name.split('*');
  return after !== undefined && file.startsWith(before) && file.endsWith(after);
}

describe('credits of the assets', () => {
  const assetNames = rows.flatMap(({ asset }) => namesIn(asset));
  // The text of a licence is named beside the licence.
  const all = [...assetNames, ...rows.flatMap(({ licence }) => namesIn(licence))];

  test('cover every file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !all.some((name) => covers(name, file)))).toEqual([]);
  });

  test('name nothing that is not there', () =>
    expect(assetNames.filter((name) => !files.some((file) => covers(name, file)))).toEqual([]));

  test.each(rows)('of $asset: author, a licence that allows passing on, a source', (row) => {
    expect(row.author).not.toBe('');
    expect(row.licence).toMatch(LICENCES);
    if (!row.licence.includes(OWN)) expect(row.source.length).toBeGreaterThan(2);
  });
});
