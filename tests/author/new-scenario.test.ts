import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { parseBundle } from '../../src/core/scenario/index.ts';
import { caseNamesIn } from '../support/case-names.ts';
import { runAuthor as run } from '../support/scenario-copy.ts';

// A scenario made by `new` is whole from the first minute.

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'new-scenario-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));
const at = (name: string) => path.join(home, name);

describe('a new scenario', () => {
  test('checks, explores and plays at once', () => {
    expect(run('new', at('harbour-2031'))).toMatchObject({ code: 0 });
    const checked = run('check', at('harbour-2031'), '--json');
    expect(JSON.parse(checked.text)).toMatchObject({
      ok: true,
      problems: [],
      counts: { scenes: 3, endings: 2, quizItems: 1, facts: 1, languages: ['en', 'de'] },
    });
    expect(JSON.parse(run('explore', at('harbour-2031'), '--json').text)).toMatchObject({
      deadEnds: [],
      unreachedEndings: [],
      unreachedScenes: [],
      unreachedChoices: [],
      unreachedStates: [],
    });
    const plays = run('plays', at('harbour-2031'), '--n', '200', '--seed', '1', '--json');
    expect(plays.code).toBe(0);
    expect(JSON.parse(plays.text)).toMatchObject({ plays: 200, deadEnds: [] });
  });

  test('is called like its folder, and loads as the game loads it', () => {
    run('new', at('harbour-2031'));
    const { scenario } = readScenario(at('harbour-2031'));
    expect(scenario?.manifest.id).toBe('harbour-2031');
    expect(parseBundle(JSON.parse(JSON.stringify(scenario)))).toMatchObject({ ok: true });
  });

  test('has a table at which some contracts suit everyone, and not all', () => {
    run('new', at('harbour-2031'));
    expect(run('deals', at('harbour-2031')).text).toMatch(
      /^standard H +P1 +suit no +[1-9]\d* of \d+ accepted/,
    );
  });

  test('says that it is an example, and names nobody real', () => {
    run('new', at('harbour-2031'));
    const files = readdirSync(at('harbour-2031'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.yaml'),
    );
    const words = files.filter((file) => /\.(de|en)\.yaml$/.test(file));
    expect(words.length).toBeGreaterThan(20);
    const read = (file: string) => readFileSync(path.join(at('harbour-2031'), file), 'utf8');
    expect(words.flatMap((file) => caseNamesIn(read(file)))).toEqual([]);
    expect(read('manifest.yaml')).toContain('EXAMPLE to be replaced');
    expect(read('manifest.en.yaml')).toContain('This is an example.');
    expect(read('manifest.de.yaml')).toContain('Das ist ein Beispiel.');
  });

  test('needs a folder that is not there or empty; what is there stays', () => {
    mkdirSync(at('empty'));
    expect(run('new', at('empty'))).toMatchObject({ code: 0 });
    mkdirSync(at('full'));
    writeFileSync(path.join(at('full'), 'notes.txt'), 'mine');
    const { code, text } = run('new', at('full'));
    expect(code).toBe(1);
    expect(text).toContain('[folder-not-empty]');
    expect(text).toContain('left as it is');
    expect(readdirSync(at('full'))).toEqual(['notes.txt']);
    writeFileSync(at('file'), 'mine');
    expect(run('new', at('file'))).toMatchObject({ code: 1 });
  });

  test.each(['With Capitals', 'under_score', 'a--b', 'schema', 'ä'])('is not called %s', (name) => {
    const { code, text } = run('new', at(name), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(text).problems[0]).toMatchObject({ code: 'folder-name' });
    expect(existsSync(at(name))).toBe(false);
  });
});
