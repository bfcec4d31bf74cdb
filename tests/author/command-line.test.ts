import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAuthor as run, useScenarioCopy } from '../support/scenario-copy.ts';
import { loadTiktok } from '../support/tiktok.ts';

// The verbs of the author tools, as somebody types them.

const copy = useScenarioCopy();
const { edit, problems } = copy;

describe('the command line', () => {
  test('check passes on a good scenario, as JSON too', () => {
    const { code, text } = run('check', copy.folder(), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      problems: [],
      counts: { scenes: 49, endings: 12, languages: expect.arrayContaining(['de', 'en']) },
    });
  });

  test('check names what no run can reach', () => {
    edit('endings.yaml', '- {id: E4-ban,', '- {id: E4-ban, when: {flag: resisted, is: true},');
    edit('endings.yaml', 'when: {region: microsoft, is: signed}, tone', 'tone');
    const { code, text } = run('check', copy.folder(), '--json');
    expect(code).toBe(1);
    const { problems: found } = JSON.parse(text) as { problems: Record<string, unknown>[] };
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'unreached-ending',
        file: 'endings.yaml',
        path: 'endings[id=E8-spin-off]',
      }),
    );
    for (const problem of found) {
      expect(Object.keys(problem)).toEqual(['file', 'line', 'path', 'code', 'message']);
      expect(problem.line).toBeGreaterThan(0);
    }
  });

  test('check names events that raise each other for ever', () => {
    edit('tracks.yaml', 'planned: {on: {', 'planned: {on: {SP.STUDY: {effects: [{send: SP.STUDY}]}, ');
    const { code, text } = run('check', copy.folder());
    expect(code).toBe(1);
    expect(text).toContain('[endless-events]');
  });

  test('plays, explore, replay, readability and graph answer in JSON', () => {
    expect(JSON.parse(run('plays', copy.folder(), '--n', '50', '--seed', '3', '--json').text)).toMatchObject({
      plays: 50,
      deadEnds: [],
    });
    expect(JSON.parse(run('explore', copy.folder(), '--json').text)).toMatchObject({
      deadEnds: [],
      unreachedEndings: [],
    });
    const save = path.resolve(import.meta.dirname, '../replays/history-3.json');
    expect(JSON.parse(run('replay', save, '--json').text)).toMatchObject({ ending: 'E1-limbo' });
    expect(run('replay', path.join(copy.folder(), 'nothing.json'))).toMatchObject({ code: 1 });
    expect(JSON.parse(run('replay', copy.folder(), save, '--json').text)).toMatchObject({
      ending: 'E1-limbo',
    });
    const { texts, exceeding } = JSON.parse(run('readability', copy.folder(), '--json').text);
    expect(exceeding).toEqual([]);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts[0]).toMatchObject({ kind: 'scene', language: 'de', exceeds: [] });
    expect(texts[0].amstad).toBeGreaterThan(0);
  });

  test('readability says which texts exceed a limit, though check fails', () => {
    edit('scenes/s10-sue.de.yaml', 'Klagen, heute noch.', `Klagen, ${'und das heute noch, '.repeat(5)}`);
    const { code, text } = run('readability', copy.folder(), '--json');
    expect(code).toBe(1);
    const { texts } = JSON.parse(text) as { texts: { path: string; file: string; exceeds: string[] }[] };
    expect(texts.filter(({ exceeds }) => exceeds.length > 0)).toEqual([
      expect.objectContaining({
        file: 'scenes/s10-sue.de.yaml',
        path: 'choices.file.label',
        exceeds: ['too-long'],
      }),
    ]);
  });

  test('graph writes the statechart and the story, as SVG and as Mermaid', () => {
    const out = path.join(copy.folder(), 'graph');
    const { files, mermaid } = JSON.parse(run('graph', copy.folder(), '--out', out, '--json').text);
    expect(files.map((file: string) => path.basename(file))).toEqual([
      'statechart.svg',
      'story.svg',
      'statechart.mmd',
      'story.mmd',
    ]);
    expect(mermaid.statechart).toContain(
      'microsoft_talking_auction --> microsoft_talking_exclusive : MS.EXCLUSIVE',
    );
    expect(mermaid.story).toContain('c_exit_2 -->|farewell-letter| E9_exit');
    const [chart = '', story = ''] = files.map((file: string) => readFileSync(file, 'utf8'));
    expect(chart).toMatch(/^<svg [\s\S]*vetoActive\.granted[\s\S]*<\/svg>\n$/);
    for (const { id } of loadTiktok().scenes) expect(story).toContain(id);
    expect(run('graph', copy.folder(), '--format', 'png').code).toBe(2);
  });

  test('plays knows the personas of the scenario', () => {
    const { endings } = JSON.parse(
      run('plays', copy.folder(), '--n', '60', '--persona', 'exit', '--json').text,
    );
    expect(endings['E9-exit']).toBeGreaterThan(0.9);
    edit('personas.yaml', 's17-choose-route/leave-us', 's17-choose-route/leave-uss');
    expect(problems()).toContainEqual(
      expect.objectContaining({ code: 'unknown-choice', file: 'personas.yaml', line: expect.any(Number) }),
    );
  });

  test('plays takes a level and counts tables; bargaining has a cell for each way', () => {
    const plays = JSON.parse(
      run('plays', copy.folder(), '--n', '20', '--tier', 'starter', '--persona', 'bargain-asking', '--json')
        .text,
    );
    expect(plays.tables.sat).toBe(1);
    const table = ['--track', 'O', '--phase', 'P5', '--tier', 'starter', '--n', '5'];
    const { cells } = JSON.parse(run('bargaining', copy.folder(), ...table, '--json').text);
    expect(cells).toHaveLength(6);
    for (const cell of cells) expect(Object.keys(cell)).toEqual(['knowledge', 'style', 'signed', 'ratified']);
    edit('personas.yaml', 'asks: [W, B, O]', 'asks: [W, Z, O]');
    expect(problems()).toContainEqual(
      expect.objectContaining({ code: 'unknown-party', file: 'personas.yaml', line: expect.any(Number) }),
    );
  });

  test('says what it understands when it does not understand, as JSON too', () => {
    for (const args of [
      [],
      ['check'],
      ['dance', copy.folder()],
      ['check', copy.folder(), 'more'],
      ['replay', copy.folder()],
      ['plays', copy.folder(), '--n', 'many'],
      ['plays', copy.folder(), '--n', '0'],
      ['plays', copy.folder(), '--n'],
      ['plays', copy.folder(), '--seed', '-1'],
      ['plays', copy.folder(), '--speed', '3'],
      ['plays', copy.folder(), '--persona', 'angry'],
      ['plays', copy.folder(), '--tier', 'impossible'],
      ['bargaining', copy.folder(), '--phase', 'P99'],
      ['bargaining', copy.folder(), '--suit', 'perhaps'],
    ]) {
      const { code, text } = run(...args);
      expect(code, args.join(' ')).toBe(2);
      expect(text).toContain('npm run scenario');
      expect(JSON.parse(run(...args, '--json').text)).toMatchObject({
        ok: false,
        problems: [{ code: 'usage' }],
      });
    }
  });

  test('says which folder or file there is not', () => {
    for (const verb of ['check', 'explore', 'plays', 'readability', 'graph', 'deals'])
      expect(run(verb, path.join(copy.folder(), 'nowhere'))).toMatchObject({
        code: 1,
        text: expect.stringContaining('no folder'),
      });
    expect(run('check', path.join(copy.folder(), 'manifest.yaml')).text).toContain('no folder');
    expect(run('replay', copy.folder(), path.join(copy.folder(), 'nothing.json'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('There is no file'),
    });
    expect(run('replay', copy.folder(), path.join(copy.folder(), 'manifest.yaml')).text).toContain(
      '[save-not-json]',
    );
  });
});
