import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, createServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScenario, scenarioBundle } from '../../src/author/index.ts';
import { parseOutlook } from '../../src/core/debrief/index.ts';
import { runAuthor } from '../support/scenario-copy.ts';

// A scenario that is not finished says so, and the game and the tools treat it so.

let root = '';
const at = (name: string) => path.join(root, 'scenarios', name);

/** Two new scenarios. "finished" has lost the line, though it would stand last by its place. */
beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'drafts-')));
  mkdirSync(path.join(root, 'scenarios'));
  for (const name of ['begun', 'finished']) runAuthor('new', at(name));
  edit('begun', /^order: \d+/m, 'order: 1');
  edit('finished', /^draft: .*\n/m, '');
  writeFileSync(
    path.join(root, 'entry.js'),
    "import { scenarios } from 'virtual:scenarios';\nconsole.log(scenarios);",
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function edit(name: string, from: RegExp, to: string): void {
  const file = path.join(at(name), 'manifest.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}

const settings = () => ({
  root,
  configFile: false as const,
  logLevel: 'silent' as const,
  plugins: [scenarioBundle(root)],
});
async function builtFiles() {
  const built = await build({
    ...settings(),
    build: { write: false, minify: false, rollupOptions: { input: path.join(root, 'entry.js') } },
  });
  return [built].flat().flatMap((one) => ('output' in one ? one.output : []));
}
/** Each listed scenario, and whether it is hidden, in the order of the list. */
const listIn = (code: string) =>
  [...code.matchAll(/\bid:\s*["'`](\w+)["'`].*?(?=\bid:|$)/gs)].map(([entry, id]) => [
    id,
    entry.includes('isHidden'),
  ]);

describe('a draft', () => {
  test('is what a new scenario is, and check says so in a line', () => {
    const begun = runAuthor('check', at('begun'));
    expect(begun.code).toBe(0);
    expect(begun.text.split('\n').filter((line) => line.startsWith('a draft: '))).toHaveLength(1);
    expect(JSON.parse(runAuthor('check', at('begun'), '--json').text)).toMatchObject({
      ok: true,
      draft: true,
    });
    expect(runAuthor('check', at('finished')).text).not.toContain('a draft');
  });

  test('keeps its saves when it is one no longer', () => {
    const hash = () => readScenario(at('begun')).scenario?.hash;
    const before = hash();
    edit('begun', /^draft: true/m, 'draft: false');
    expect(hash()).toBe(before);
    edit('begun', /^draft: false/m, 'draft: true');
  });

  test('is built, hidden, and after all others', async () => {
    const output = await builtFiles();
    const code = output.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
    expect(listIn(code)).toEqual([
      ['finished', false],
      ['begun', true],
    ]);
    expect(output.filter(({ fileName }) => /begun-.*\.json$/.test(fileName))).toHaveLength(1);
  });

  test('is built with its outlook beside it, which names the rules it was made with', async () => {
    const output = await builtFiles();
    const asset = output.find(({ fileName }) => fileName === 'scenarios/begun.outlook.json');
    const outlook = parseOutlook(JSON.parse(String(asset?.type === 'asset' ? asset.source : '')));
    expect(outlook).toMatchObject({
      ok: true,
      value: { scenario: { id: 'begun', hash: readScenario(at('begun')).scenario?.hash } },
    });
  });

  test('is listed by the server for authors', async () => {
    const server = await createServer({ ...settings(), server: { middlewareMode: true, ws: false } });
    const loaded = await server.transformRequest('virtual:scenarios').finally(() => server.close());
    expect(listIn(loaded?.code ?? '').map(([, isHidden]) => isHidden)).toEqual([false, false]);
  });
});
