import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScenario, type YamlCache } from '../../src/author/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import { openSave, type Save } from '../../src/core/session/index.ts';
import { loadTiktok, TIKTOK_FOLDER } from '../support/tiktok.ts';

// What a change of the author files does to the runs that players have saved.

const scenario = loadTiktok();
const text = readFileSync(path.resolve(import.meta.dirname, '../replays/history-3.json'), 'utf8');
const save = freshSave();
const cache: YamlCache = new Map();

/** The kept run as the game of today saves it: in the format and by the rules it has now. */
function freshSave(): Save {
  const kept = openSave(scenario, JSON.parse(text));
  if (!kept.ok) throw new Error(JSON.stringify(kept.problems));
  return kept.value.save('en');
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'scenario-'));
  cpSync(TIKTOK_FOLDER, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The scenario after one edit; the folder is as before afterwards. */
function edited(file: string, from: string | RegExp, to: string): Scenario {
  const full = path.join(folder, file);
  const before = readFileSync(full, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(full, after);
  const read = readScenario(folder, cache);
  writeFileSync(full, before);
  if (!read.scenario) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

const opened = (changed: Scenario) => {
  const result = openSave(changed, save);
  return result.ok ? result.value.notes().map(({ code }) => code) : result.problems.map(({ code }) => code);
};

describe('a save', () => {
  test.each([
    ['a word', 'scenes/s10-sue.de.yaml', 'Klagen, heute noch.', 'Heute noch klagen.'],
    ['a headline', 'calendar.en.yaml', /headline: [^\n]*/, 'headline: "Other words"'],
    ['a role', 'endings.en.yaml', '  beijing:', '  peking:'],
    ['a source', 'sources.yaml', /accessed: "?2026-\d\d-\d\d"?/, 'accessed: "2026-01-01"'],
    ['the mark of a fact', 'facts.yaml', 'mark: A', 'mark: B'],
    ['a comment', 'tracks.yaml', '# Parallel regions', '# The parallel regions'],
    ['a picture', 'scenes/s12-catalogue.yaml', 'phases: [P2, P3]', 'phases: [P1, P3]'],
    ['the later contract', 'later.yaml', 'reference: jv-2026', 'reference: oracle-techonly'],
    ['a lesson plan', 'lessons.yaml', 'kind: pretest', 'kind: quiz'],
    ['a prompt', 'lessons.en.yaml', 'Which proof would you', 'What proof would you'],
    ['confidential instructions', 'roles.yaml', 'facts: [F-BG-07]', 'facts: [F-BG-09]'],
    ['a persona', 'personas.yaml', 'pleases: W}', 'pleases: B}'],
  ])('is not made old by a change of %s', (_, file, from, to) => {
    const changed = edited(file, from, to);
    expect(changed.hash).toBe(scenario.hash);
    expect(opened(changed)).toEqual([]);
  });

  test.each([
    ['an effect', 'scenes/s10-sue.yaml', 'trust: W, by: -5', 'trust: W, by: -4'],
    ['a gate', 'scenes/s19-key-money.yaml', 'region: spinoff, is: signed', 'region: spinoff, is: planned'],
    ['a transition', 'tracks.yaml', 'act3: {on: {CAL.WASHINGTON_DECIDES', 'act3: {on: {CAL.COMMERCE_LIST'],
    ['a weight', 'model.yaml', 'own: 20, ctrl: 14', 'own: 19, ctrl: 15'],
    ['odds', 'calendar.yaml', 'by: 0.12', 'by: 0.13'],
    ['an ending', 'endings.yaml', 'value: 70, control: 15', 'value: 71, control: 15'],
  ])('opens with a note after a change of %s', (_, file, from, to) => {
    const changed = edited(file, from, to);
    expect(changed.hash).not.toBe(scenario.hash);
    expect(opened(changed)).toEqual(['save-older-scenario']);
  });

  test('says exactly what is not possible any more after a choice is gone, and stays as it was', () => {
    const before = JSON.stringify(save);
    const changed = edited('scenes/s10-sue.yaml', 'id: file', 'id: file-now');
    expect(openSave(changed, save)).toMatchObject({
      ok: false,
      problems: [
        { code: 'save-outdated', message: expect.stringContaining('choice "file" in scene "s10-sue"') },
      ],
    });
    expect(JSON.stringify(save)).toBe(before);
  });
});
