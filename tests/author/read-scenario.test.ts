import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readScenario, runCli } from '../../src/author/index.ts';
import { TIKTOK_FOLDER } from '../support/tiktok.ts';

// The shipped scenario with one thing broken at a time: what an author would read.

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'scenario-'));
  cpSync(TIKTOK_FOLDER, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edit(file: string, from: string | RegExp, to: string): void {
  const full = path.join(folder, file);
  const text = readFileSync(full, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(full, changed);
}

const problems = () => readScenario(folder).problems;

const BROKEN: readonly (readonly [
  code: string,
  file: string,
  from: string | RegExp,
  to: string,
  message: RegExp,
])[] = [
  ['broken-yaml', 'scenes/s03-ms-calls.yaml', 'choices:', 'choices: [', /near this line/],
  ['duplicate-key', 'manifest.yaml', 'player: F', 'player: F\nplayer: F', /unique/i],
  [
    'unknown-key',
    'scenes/s03-ms-calls.yaml',
    'kind: decision',
    'kind: decision\nspeeker: counsel',
    /Did you mean "speaker"/,
  ],
  ['wrong-value', 'scenes/s03-ms-calls.yaml', 'kind: decision', 'kind: decison', /Use one of/],
  ['wrong-value', 'scenes/s03-ms-calls.yaml', 'by: 14', 'by: 99', /allowed forms|range/],
  ['file-name', 'scenes/s03-ms-calls.yaml', 'id: s03-ms-calls', 'id: s03-ms-call', /same name/],
  [
    'unknown-cast',
    'scenes/s03-ms-calls.yaml',
    'speaker: microsoft-envoy',
    'speaker: microsoft-envoi',
    /Did you mean "microsoft-envoy"/,
  ],
  ['unknown-state', 'scenes/s09-table-ms.yaml', 'is: talking', 'is: talkin', /Did you mean "talking"/],
  [
    'unknown-region',
    'scenes/s09-table-ms.yaml',
    'region: microsoft',
    'region: microsofd',
    /Did you mean "microsoft"/,
  ],
  ['unheard-event', 'scenes/s10-sue.yaml', 'send: F.SUE', 'send: F.SUEE', /reacts/],
  ['unknown-party', 'scenes/s10-sue.yaml', 'trust: W, by: -5', 'trust: Q, by: -5', /no party "Q"/],
  [
    'unknown-flag',
    'scenes/s10-sue.yaml',
    'set: {renounced: true}',
    'set: {renouncd: true}',
    /Did you mean "renounced"/,
  ],
  ['unknown-value', 'scenes/s19-key-money.yaml', 'gift: key', 'gift: keys', /Did you mean "key"/],
  ['unknown-quiz', 'scenes/s04-ban-order.yaml', 'quiz: q-ban-clock', 'quiz: q-ban-clocks', /Did you mean/],
  ['unknown-term', 'scenes/s04-ban-order.yaml', 'terms: [ieepa', 'terms: [ieeepa', /Did you mean "ieepa"/],
  ['one-sided', 'scenes/s19-key-money.yaml', /\n {2}- \{id: us-lawyers[^\n]*/, '', /two perspectives/],
  ['unknown-target', 'tracks.yaml', 'MS.OPEN_TALKS: talking', 'MS.OPEN_TALKS: talkng', /talking/],
  [
    'broken-structure',
    'model.yaml',
    /fast\n {4}offers:\n {6}M: \{own: sale/,
    'fast\n    offers:\n      M: {own: bd100',
    /breaks S1/,
  ],
  ['weights-sum', 'model.yaml', 'weights: {own: 20', 'weights: {own: 21', /make it 100/],
  ['no-source', 'facts.yaml', /sources: \[[^\]]+\]/, 'sources: []', /no source/],
  ['unknown-source', 'facts.yaml', /sources: \[S\d+/, 'sources: [S999', /no source "S999"/],
  [
    'no-misconception',
    'quiz/q-catalogue.yaml',
    '{id: b, misconception: M-ban-all}',
    '{id: b}',
    /misconception/,
  ],
  ['missing-text', 'calendar.en.yaml', /CAL\.THREAT:\n[^\n]*\n[^\n]*\n/, '', /CAL\.THREAT/],
  ['extra-text', 'scenes/s10-sue.de.yaml', '  threaten:', '  threatn:', /not in the structure file/],
  ['unknown-fact', 'scenes/s10-sue.en.yaml', '[F-LIT-02]', '[F-LIT-92]', /no fact "F-LIT-92"/],
  [
    'unlisted-fact',
    'scenes/s10-sue.yaml',
    'evidence: [F-LIT-02, F-US-25]',
    'evidence: [F-US-25]',
    /not listed/,
  ],
  [
    'unused-evidence',
    'scenes/s10-sue.yaml',
    'evidence: [F-LIT-02,',
    'evidence: [F-LIT-01, F-LIT-02,',
    /no mark/,
  ],
  ['broken-mark', 'scenes/s10-sue.de.yaml', '[F-LIT-02]', '[F-LIT-02', /not complete/],
  [
    'too-long',
    'scenes/s10-sue.de.yaml',
    'Klagen, heute noch.',
    'Klagen, und zwar heute noch, weil wir sonst morgen bei Gericht viel zu spät dran sind.',
    /at most 14/,
  ],
  [
    'length-ratio',
    'scenes/s10-sue.en.yaml',
    /feedback: >-\n {6}The suit[^\n]*\n[^\n]*/,
    'feedback: Filed.',
    /Is something missing/,
  ],
  ['marks-differ', 'scenes/s10-sue.en.yaml', '[F-US-25]', '[F-LIT-02]', /marks differ/],
];

describe('a broken scenario', () => {
  test.each(BROKEN)('%s in %s is named with file, line and a way out', (code, file, from, to, message) => {
    edit(file, from, to);
    const found = problems();
    const wanted = code === 'unknown-target' ? 'unknown-state' : code;
    const problem = found.find((candidate) => candidate.code === wanted && message.test(candidate.message));
    expect(problem, JSON.stringify(found.slice(0, 5))).toBeDefined();
    expect(problem?.line).toBeGreaterThan(0);
    expect(problem?.message).not.toMatch(/\n\s+at /);
  });

  test('has all its problems reported at once', () => {
    edit('scenes/s10-sue.yaml', 'send: F.SUE', 'send: F.SUEE');
    edit('scenes/s09-table-ms.yaml', 'is: talking', 'is: talkin');
    edit('facts.yaml', /sources: \[S\d+/, 'sources: [S999');
    expect(new Set(problems().map(({ code }) => code)).size).toBeGreaterThanOrEqual(3);
  });

  test('misses a file: says which', () => {
    rmSync(path.join(folder, 'scenes/s10-sue.en.yaml'));
    expect(problems()).toContainEqual(
      expect.objectContaining({ code: 'file-missing', file: 'scenes/s10-sue.en.yaml' }),
    );
  });
});

describe('the command line', () => {
  const run = (...args: readonly string[]) => {
    const out: string[] = [];
    const code = runCli(args, { out: (text) => void out.push(text), progress: () => {} });
    return { code, text: out.join('\n') };
  };

  test('check passes on a good scenario, as JSON too', () => {
    const { code, text } = run('check', folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      problems: [],
      counts: { scenes: 39, endings: 12, languages: expect.arrayContaining(['de', 'en']) },
    });
  });

  test('check names what no run can reach', () => {
    edit('endings.yaml', '- {id: E4-ban,', '- {id: E4-ban, when: {flag: resisted, is: true},');
    edit('endings.yaml', 'when: {region: microsoft, is: signed}, tone', 'tone');
    const { code, text } = run('check', folder);
    expect(code).toBe(1);
    expect(text).toMatch(/unreached-ending/);
  });

  test('plays, explore, replay, readability and graph answer in JSON', () => {
    expect(JSON.parse(run('plays', folder, '--n', '50', '--seed', '3', '--json').text)).toMatchObject({
      plays: 50,
      deadEnds: [],
    });
    expect(JSON.parse(run('explore', folder, '--json').text)).toMatchObject({
      deadEnds: [],
      unreachedEndings: [],
    });
    const save = path.resolve(import.meta.dirname, '../replays/history.json');
    expect(JSON.parse(run('replay', folder, save, '--json').text)).toMatchObject({ ending: 'E1-limbo' });
    expect(JSON.parse(run('readability', folder, '--json').text).texts.length).toBeGreaterThan(60);
    expect(JSON.parse(run('graph', folder, '--json').text).mermaid).toContain('stateDiagram-v2');
  });

  test('says what it understands when it does not understand', () => {
    for (const args of [[], ['check'], ['dance', folder], ['plays', folder, '--n', 'many']]) {
      const { code, text } = run(...args);
      expect(code).toBe(2);
      expect(text).toContain('npm run scenario');
    }
    expect(run('check', path.join(folder, 'nowhere'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('no folder'),
    });
  });
});
