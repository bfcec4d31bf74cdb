import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { SCENARIO_FOLDERS, SHIPPED_FOLDERS } from '../support/scenarios.ts';

// What holds for each scenario of the game, however many there are. A draft has to be sound, and no more.

describe.each(SCENARIO_FOLDERS)('%s', (name, folder) => {
  const { scenario, problems } = readScenario(folder);

  test('has no problems, and is called like its folder', () => {
    expect(problems).toEqual([]);
    expect(scenario?.manifest.id).toBe(name);
  });
});

describe('the shipped scenarios', () => {
  const manifests = SHIPPED_FOLDERS.map(([, folder]) => readScenario(folder).scenario?.manifest);

  test('are there', () => expect(manifests.length).toBeGreaterThan(0));

  test('speak German and English', () => {
    for (const manifest of manifests)
      expect(manifest?.languages).toEqual(expect.arrayContaining(['de', 'en']));
  });

  test('have a place of their own on the title page each', () => {
    const places = manifests.map((manifest) => manifest?.order);
    expect(places).not.toContain(undefined);
    expect(new Set(places).size).toBe(manifests.length);
  });
});
