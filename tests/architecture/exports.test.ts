import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

// What nobody asks for is dead, and so is what only its own test keeps alive. Types may describe what a
// function takes or gives without being imported; then they are at work in their own file.

const ROOT = path.resolve(import.meta.dirname, '../..');
const listed = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`);
const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const modules = new Map<string, ReturnType<typeof parseSync>['module']>();
function moduleOf(file: string) {
  const known = modules.get(file) ?? parseSync(file, text(file)).module;
  modules.set(file, known);
  return known;
}

const sources = listed('src');
const users = [...sources, ...listed('bench'), ...listed('scripts'), 'vite.config.ts'];
const tests = listed('tests');

/** Names that a file imports. A dynamic import takes a whole module: then every word of the file counts. */
function importedBy(file: string): readonly string[] {
  const { staticImports, dynamicImports } = moduleOf(file);
  const names = staticImports.flatMap(({ entries }) =>
    entries.flatMap(({ importName }) => (importName.kind === 'Name' ? (importName.name ?? []) : [])),
  );
  return dynamicImports.length === 0 ? names : [...names, ...(text(file).match(/\b[A-Za-z]\w+\b/g) ?? [])];
}

/** Names that a file makes, or with `isHandedOn` those that it passes on from another. */
function exportedBy(file: string, { isHandedOn }: { readonly isHandedOn: boolean }): readonly string[] {
  return moduleOf(file).staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, moduleRequest }) =>
      exportName.kind === 'Name' && (moduleRequest !== null) === isHandedOn ? (exportName.name ?? []) : [],
    ),
  );
}

const countOf = (file: string, name: string) =>
  text(file).match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
/** Known debts, "file: name". This list only shrinks. */
const DEBTS: readonly string[] = [
  'src/client/app/page-history.ts: PAGES',
  'src/client/app/share-code.ts: encodeShareCode',
  'src/client/dom/shell.tsx: stepOf',
  'src/core/model/offer.ts: completeOffer',
];
const isType = (name: string) => /^[A-Z][a-z]|^[A-Z]$/.test(name);

describe('exports', () => {
  const asked = new Set(users.flatMap(importedBy));
  const tested = new Set(tests.flatMap(importedBy));

  test('of every file are asked for by another, or at work in their own', () => {
    expect(asked.size).toBeGreaterThan(300);
    const dead = sources.flatMap((file) =>
      exportedBy(file, { isHandedOn: false })
        .filter((name) => !asked.has(name))
        .filter((name) => countOf(file, name) < 2 || !(tested.has(name) || isType(name)))
        .map((name) => `${file}: ${name}`),
    );
    expect(dead.filter((name) => !DEBTS.includes(name))).toEqual([]);
  });

  test('of every room are asked for outside it', () => {
    const dead = sources
      .filter((file) => file.endsWith('/index.ts'))
      .flatMap((index) => {
        const room = `${path.posix.dirname(index)}/`;
        const outside = new Set([
          ...users.filter((file) => !file.startsWith(room)).flatMap(importedBy),
          ...tested,
        ]);
        return exportedBy(index, { isHandedOn: true })
          .filter((name) => !outside.has(name) && !isType(name))
          .map((name) => `${index}: ${name}`);
      });
    expect(dead).toEqual([]);
  });
});
