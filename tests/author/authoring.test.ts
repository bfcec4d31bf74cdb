import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAuthor } from '../support/scenario-copy.ts';

// The recipes of docs/authoring.md, followed word by word, one after the other, in one scenario.

const ROOT = path.resolve(import.meta.dirname, '../..');
const TEXT = readFileSync(path.join(ROOT, 'docs/authoring.md'), 'utf8');
const SUBJECT = 'scenarios/harbour-2031';

type Step =
  | { readonly kind: 'run'; readonly words: readonly string[] }
  | { readonly kind: 'write'; readonly file: string; readonly text: string }
  | { readonly kind: 'change'; readonly file: string; readonly from: string; readonly to: string };

/** What a recipe asks for, in its order. */
const STEP =
  /New file `([^`]+)`:\n\n```yaml\n(.*?)```|[Ii]n `([^`]+)` change\n\n```yaml\n(.*?)```\n\ninto\n\n```yaml\n(.*?)```|```sh\n(.*?)```/gs;
function stepsOf(recipe: string): readonly Step[] {
  return [...recipe.matchAll(STEP)].flatMap(([, created, text, changed, from, to, commands]): Step[] => {
    if (created !== undefined) return [{ kind: 'write', file: created, text: text ?? '' }];
    if (changed !== undefined) return [{ kind: 'change', file: changed, from: from ?? '', to: to ?? '' }];
    return (commands ?? '')
      .split('\n')
      .filter((line) => line.startsWith('npm run scenario -- '))
      .map((line) => ({ kind: 'run', words: line.replace('npm run scenario -- ', '').split(' ') }));
  });
}

const recipes = TEXT.split(/^## (?=\d)/m)
  .slice(1)
  .map((part) => part.split(/^## /m)[0] ?? '')
  .map((part) => ({ title: part.split('\n')[0] ?? '', steps: stepsOf(part) }));

let home = '';
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'authoring-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
const at = (name: string) => path.join(home, 'harbour-2031', name);

function follow(step: Step): void {
  switch (step.kind) {
    case 'run': {
      const words = step.words.map((word) => (word === SUBJECT ? path.join(home, 'harbour-2031') : word));
      const out = step.words[0] === 'graph' ? ['--out', path.join(home, 'graph')] : [];
      const { code, text } = runAuthor(...words, ...out);
      expect(`${step.words.join(' ')}: ${code === 0 ? 'ok' : text}`).toBe(`${step.words.join(' ')}: ok`);
      return;
    }
    case 'write':
      return writeFileSync(at(step.file), step.text, { flag: 'wx' });
    case 'change': {
      const before = readFileSync(at(step.file), 'utf8');
      expect(before.split(step.from)).toHaveLength(2);
      return writeFileSync(at(step.file), before.replace(step.from, step.to));
    }
  }
}

describe('the recipes', () => {
  test('are seven, and each of them checks what it has made', () => {
    expect(recipes.map(({ title }) => title.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.']);
    for (const { steps } of recipes) expect(steps).toContainEqual({ kind: 'run', words: ['check', SUBJECT] });
    expect(recipes.flatMap(({ steps }) => steps).filter(({ kind }) => kind !== 'run')).toHaveLength(13);
  });

  test.each(recipes.slice(0, 6))('$title', ({ steps }) => steps.forEach(follow));

  test('7. Add a language, with copies of the English words', () => {
    const files = readdirSync(path.join(home, 'harbour-2031'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.en.yaml')))
      cpSync(at(file), at(file.replace(/\.en\.yaml$/, '.fr.yaml')));
    recipes[6]?.steps.forEach(follow);
  });
});
