import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readScenario, runCli, type YamlCache } from '../../src/author/index.ts';
import { enumerateDeals, surplusOf, zoneOfAgreement } from '../../src/core/model/index.ts';
import { loadTiktok, TIKTOK_FOLDER } from '../support/tiktok.ts';

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

/** Most files are the same in every test: they are parsed once. */
const cache: YamlCache = new Map();
const problems = () => readScenario(folder, cache).problems;

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
  ['wrong-value', 'scenes/s03-ms-calls.yaml', 'by: 14', 'by: 99', /99 is too much: at most 20/],
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
  [
    'flag-value',
    'scenes/s26-exit-how.yaml',
    'when: {flag: route, is: X}',
    'when: {flag: route}',
    /Say which/,
  ],
  ['unknown-voter', 'scenes/c-sale-1.yaml', '{accepts: W}', '{accepts: U}', /no voter "U"/],
  [
    'unknown-state',
    'parties.yaml',
    '{event: CAL.BAN_ORDER, fired: true}',
    '{region: story, is: playing}',
    /no state/,
  ],
  ['region-name', 'tracks.yaml', 'id: court.cfius', 'id: story', /belongs to the game/],
  [
    'open-issue',
    'model.yaml',
    '      - {issue: fund, cases: [{option: none}]}\n',
    '',
    /says nothing about "fund"/,
  ],
  ['unknown-issue', 'model.yaml', 'weights: {own: 20', 'weights: {owm: 20', /Did you mean "own"/],
  [
    'unknown-option',
    'model.yaml',
    'own: {bd100: 100, bd80: 80',
    'own: {bd101: 100, bd80: 80',
    /Did you mean "bd100"/,
  ],
  ['duplicate-id', 'endings.yaml', '{id: E9-exit,', '{id: E2-sale-early,', /used twice/],
  ['unused-evidence', 'scenes/s10-sue.yaml', 'F-US-25]', 'F-US-25, F-LIT-01]', /no mark/],
  ['uncertain-fact', 'facts.yaml', /id: F-LIT-02, mark: A/, 'id: F-LIT-02, mark: C', /marked C/],
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

  test('has all its problems reported at once, and no others', () => {
    edit('manifest.yaml', 'player: F', 'player: F\nplayer: F');
    edit('calendar.yaml', 'date: "2020-08-06"', 'date: "06.08.2020"');
    edit('tracks.yaml', 'MS.OPEN_TALKS: talking', 'MS.OPEN_TALKS: talkng');
    edit('facts.yaml', /sources: \[S\d+/, 'sources: [S999');
    edit('scenes/s03-ms-calls.yaml', 'choices:', 'choices: [');
    edit('scenes/s05-ask-washington.yaml', 'kind: info', 'kind: info\nspeeker: counsel');
    edit('scenes/s06-divest-order.yaml', 'id: prepare-suit', 'id: move-data');
    edit('scenes/s09-table-ms.yaml', 'is: talking', 'is: talkin');
    edit('scenes/s10-sue.yaml', 'trust: W, by: -5', 'trust: W, by: -50');
    edit('scenes/s11-ceo-leaves.yaml', '{trust: U, by: 10}', '{trusst: U, by: 10}');
    edit('scenes/s16-no-extension.yaml', 'trust: W, by: 5', 'trust: W, by: five');
    edit('scenes/s20-store-ban.yaml', 'act: 3', 'act: three');
    edit('scenes/s23-licence.yaml', '{trust: B, by: 7}', '{trust: B, info: B, by: 7}');
    edit('quiz/q-batna.yaml', 'objective: LO', 'objective: L0');
    rmSync(path.join(folder, 'scenes/s12-catalogue.en.yaml'));
    writeFileSync(path.join(folder, 'scenes/s99-lost.de.yaml'), 'title: lost\n');
    const found = problems().map(({ code, file, line = 0 }) => {
      expect(line).toBeGreaterThan(0);
      return `${file} ${code}`;
    });
    expect(found.toSorted()).toEqual([
      'calendar.yaml wrong-value',
      'facts.yaml unknown-source',
      'manifest.yaml duplicate-key',
      'quiz/q-batna.yaml wrong-value',
      'scenes/s03-ms-calls.yaml broken-yaml',
      'scenes/s05-ask-washington.yaml unknown-key',
      'scenes/s06-divest-order.de.yaml extra-text',
      'scenes/s06-divest-order.en.yaml extra-text',
      'scenes/s06-divest-order.yaml duplicate-id',
      'scenes/s09-table-ms.yaml unknown-state',
      'scenes/s10-sue.yaml wrong-value',
      'scenes/s11-ceo-leaves.yaml wrong-value',
      'scenes/s12-catalogue.en.yaml file-missing',
      'scenes/s16-no-extension.yaml wrong-value',
      'scenes/s20-store-ban.yaml wrong-value',
      'scenes/s23-licence.yaml wrong-value',
      'scenes/s99-lost.de.yaml stray-file',
      'tracks.yaml unknown-state',
    ]);
  });

  test.each([
    ['an open bracket', '- {id: a'],
    ['an open quote', "id: 'a"],
    ['a tab', '\tid: a'],
    ['an alias of nothing', 'id: *nobody'],
    ['a list in itself', '&a [*a]'],
    ['a very deep list', '[[['.repeat(5_000)],
    ['a zero byte', '\0'],
  ])('with %s in its manifest has one broken file, and no others', (_, text) => {
    writeFileSync(path.join(folder, 'manifest.yaml'), text);
    expect(new Set(problems().map(({ file }) => file))).toEqual(new Set(['manifest.yaml']));
  });

  test('whose parts are all unreadable, or not there, is still no exception', () => {
    for (const name of [
      'parties',
      'model',
      'tracks',
      'calendar',
      'endings',
      'facts',
      'sources',
      'glossary',
    ]) {
      rmSync(path.join(folder, `${name}.yaml`));
      expect(
        problems().map(({ file, code }) => `${file} ${code}`),
        name,
      ).toContain(`${name}.yaml file-missing`);
    }
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const codes = problems().map(({ code }) => code);
    expect(codes.filter((code) => code === 'file-missing')).toHaveLength(9);
    expect(codes).toContain('no-scenes');
  });

  test('in a new language needs no structure file: its words are found, and what is missing is named', () => {
    const before = readScenario(folder, cache).scenario;
    cpSync(path.join(folder, 'manifest.en.yaml'), path.join(folder, 'manifest.fr.yaml'));
    expect(problems()).toContainEqual(
      expect.objectContaining({ code: 'file-missing', file: 'scenes/s10-sue.fr.yaml' }),
    );
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((file) => file.endsWith('.en.yaml')))
      cpSync(path.join(folder, name), path.join(folder, name.replace('.en.', '.fr.')));
    const after = readScenario(folder, cache).scenario;
    expect(after?.manifest.languages).toEqual(['de', 'en', 'fr']);
    expect(after?.hash).toBe(before?.hash);
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
      counts: { scenes: 40, endings: 12, languages: expect.arrayContaining(['de', 'en']) },
    });
  });

  test('check names what no run can reach', () => {
    edit('endings.yaml', '- {id: E4-ban,', '- {id: E4-ban, when: {flag: resisted, is: true},');
    edit('endings.yaml', 'when: {region: microsoft, is: signed}, tone', 'tone');
    const { code, text } = run('check', folder, '--json');
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
    const { code, text } = run('check', folder);
    expect(code).toBe(1);
    expect(text).toContain('[endless-events]');
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
    const { texts, exceeding } = JSON.parse(run('readability', folder, '--json').text);
    expect(exceeding).toEqual([]);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts[0]).toMatchObject({ kind: 'scene', language: 'de', exceeds: [] });
    expect(texts[0].amstad).toBeGreaterThan(0);
  });

  test('readability says which texts exceed a limit, though check fails', () => {
    edit('scenes/s10-sue.de.yaml', 'Klagen, heute noch.', `Klagen, ${'und das heute noch, '.repeat(5)}`);
    const { code, text } = run('readability', folder, '--json');
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
    const out = path.join(folder, 'graph');
    const { files, mermaid } = JSON.parse(run('graph', folder, '--out', out, '--json').text);
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
    for (const { id } of readScenario(TIKTOK_FOLDER).scenario?.scenes ?? []) expect(story).toContain(id);
    expect(run('graph', folder, '--format', 'png').code).toBe(2);
  });

  test('deals and evaluate judge contracts as the model does', () => {
    const { model } = loadTiktok();
    const starter = enumerateDeals(model, 'O', model.tiers.find(({ id }) => id === 'starter')!);
    const circumstances = { phase: 'P5', hasOwnSuit: true, trust: {}, goodwill: {} };
    const { deals } = JSON.parse(run('deals', folder, '--tier', 'starter', '--json').text);
    expect(deals).toContainEqual(
      expect.objectContaining({
        tier: 'starter',
        track: 'O',
        phase: 'P5',
        suit: 'yes',
        valid: 252,
        acceptedByAll: zoneOfAgreement(starter, surplusOf(starter, circumstances)).length,
        nash: expect.objectContaining({ data: 'trust', price: 'high' }),
      }),
    );
    const september =
      'own=bd80,ctrl=mixed,algo=keep,data=trust,code=inspect,price=high,jobs=hq25,terr=glob,fund=edu,time=ipo';
    const evaluate = (phase: string, deal = september) =>
      run('evaluate', folder, '--phase', phase, '--track', 'O', '--deal', deal, '--suit', 'yes', '--json');
    expect(JSON.parse(evaluate('P5').text)).toMatchObject({ accepted: true, votes: { B: { yes: true } } });
    const later = JSON.parse(evaluate('P8').text);
    expect(later).toMatchObject({ accepted: false, votes: { B: { yes: false, redLine: [] } } });
    expect(later.nearestAcceptable.algo).toBe('keep');
    expect(evaluate('P5', 'own=bd80').code).toBe(2);
    expect(evaluate('P99').code).toBe(2);
  });

  test('plays knows the personas of the scenario', () => {
    const { endings } = JSON.parse(run('plays', folder, '--n', '60', '--persona', 'exit', '--json').text);
    expect(endings['E9-exit']).toBeGreaterThan(0.9);
    edit('personas.yaml', 's17-choose-route/leave-us', 's17-choose-route/leave-uss');
    expect(problems()).toContainEqual(
      expect.objectContaining({ code: 'unknown-choice', file: 'personas.yaml', line: expect.any(Number) }),
    );
  });

  test('says what it understands when it does not understand, as JSON too', () => {
    for (const args of [
      [],
      ['check'],
      ['dance', folder],
      ['check', folder, 'more'],
      ['replay', folder],
      ['plays', folder, '--n', 'many'],
      ['plays', folder, '--n', '0'],
      ['plays', folder, '--n'],
      ['plays', folder, '--seed', '-1'],
      ['plays', folder, '--speed', '3'],
      ['plays', folder, '--persona', 'angry'],
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
      expect(run(verb, path.join(folder, 'nowhere'))).toMatchObject({
        code: 1,
        text: expect.stringContaining('no folder'),
      });
    expect(run('check', path.join(folder, 'manifest.yaml')).text).toContain('no folder');
    expect(run('replay', folder, path.join(folder, 'nothing.json'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('There is no file'),
    });
    expect(run('replay', folder, path.join(folder, 'manifest.yaml')).text).toContain('[save-not-json]');
  });
});
