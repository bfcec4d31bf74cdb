import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';

// What holds for each scenario of the game, however many there are.

const HOME = path.resolve(import.meta.dirname, '../../scenarios');
const folders = readdirSync(HOME, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .map(({ name }) => name);

describe.each(folders)('%s', (name) => {
  const { scenario, problems } = readScenario(path.join(HOME, name));

  test('has no problems, and is called like its folder', () => {
    expect(problems).toEqual([]);
    expect(scenario?.manifest.id).toBe(name);
  });

  test('speaks German and English', () => {
    expect(scenario?.manifest.languages).toEqual(expect.arrayContaining(['de', 'en']));
  });
});

test('each has a place of its own on the title page', () => {
  const places = folders.map((name) => readScenario(path.join(HOME, name)).scenario?.manifest.order);
  expect(places).not.toContain(undefined);
  expect(new Set(places).size).toBe(folders.length);
});
