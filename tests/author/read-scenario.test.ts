import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { useScenarioCopy } from '../support/scenario-copy.ts';

// The shipped scenario with one thing broken at a time: what an author would read.

const copy = useScenarioCopy();
const { edit, problems } = copy;

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
  ['wrong-value', 'quiz/q-catalogue.yaml', 'key:', 'type: singel\nkey:', /Did you mean "single"/],
  [
    'long-key',
    'quiz/q-batna.en.yaml',
    'it needs to give in less.',
    'it needs to give in less and can wait for a lot longer.',
    /its length gives it away/,
  ],
  ['unmarked-negation', 'quiz/q-two-level.en.yaml', ' NOT ', ' not ', /write NOT/],
  ['catch-all-option', 'quiz/q-batna.en.yaml', 'Microsoft may no longer bid.', 'None of the above.', /logic/],
  ['unlisted-fact', 'quiz/q-blessing.yaml', 'F-OR-06, ', '', /not listed here/],
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
  ['unknown-track', 'scenes/s12-catalogue.yaml', 'track: M', 'track: Q', /no track "Q"/],
  [
    'unknown-phase',
    'scenes/s12-catalogue.yaml',
    'phases: [P2, P3]',
    'phases: [P2, P33]',
    /Did you mean "P3"/,
  ],
  ['duplicate-id', 'scenes/s12-catalogue.yaml', 'phases: [P2, P3]', 'phases: [P2, P2]', /used twice/],
  ['region-name', 'tracks.yaml', 'id: court.cfius', 'id: story', /belongs to the game/],
  ['open-issue', 'model.yaml', / {6}- issue: fund\n(?: {8}.*\n)+/, '', /says nothing about "fund"/],
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
  [
    'player-preferences',
    'manifest.yaml',
    'player: F',
    'player: U',
    /role "self".*let the player lead F or I/,
  ],
  ['player-role', 'manifest.yaml', 'player: F', 'player: W', /has the role "ratifier".*F or I/],
  ['player-plan-b', 'model.yaml', /^ {2}F: \{keep.*\n/m, '', /no plan B.*Add one/],
  ['unknown-tier', 'glossary.yaml', 'tier: expert', 'tier: experd', /Did you mean "expert"/],
  ['unknown-tier', 'manifest.yaml', 'standard, expert]', 'standard, export]', /Did you mean "expert"/],
  ['unknown-emblem', 'parties.yaml', 'emblem: bytedance', 'emblem: bytedanse', /Did you mean "bytedance"/],
  ['unknown-colour', 'parties.yaml', 'color: violet', 'color: violett', /Did you mean "violet"/],
  ['unknown-city', 'parties.yaml', 'city: newyork', 'city: new-york', /Did you mean "newyork"/],
  ['unknown-figure', 'parties.yaml', 'figure: bytedance,', 'figure: bytedanc,', /Did you mean "bytedance"/],
  ['unknown-figure', 'manifest.yaml', 'reporter: press', 'reporter: pres', /Did you mean "press"/],
  ['unknown-figure', 'manifest.yaml', '{figure: creator', '{figure: singer', /Use one of: .*creator/],
  ['unknown-icon', 'endings.yaml', /icon: [a-z-]+/, 'icon: coinz', /Did you mean "coins"/],
  [
    'no-last-case',
    'model.yaml',
    'option: none}, {option: inspect}]',
    'option: none}]',
    /level "starter".*"code".*only an "option"/,
  ],
  [
    'derived-order',
    'model.yaml',
    '{if: {own: [bd100]}, option: bd}',
    '{if: {time: [fast]}, option: bd}',
    /reads "time", which is not settled yet/,
  ],
  [
    'empty-track',
    'model.yaml',
    'allow: {own: [bd80, us51], ctrl: [mixed]',
    'allow: {own: [sale], ctrl: [mixed]',
    /left for table S.*rule S5 or "allow" of S\. Loosen/,
  ],
  [
    'empty-level',
    'model.yaml',
    'option: bd}, {option: mixed}]',
    'option: bd}, {option: bd}]',
    /level "starter".*table S.*"allow" of S\. Change their cases/,
  ],
  [
    'red-line-never-kept',
    'model.yaml',
    'redLines: {ctrl: [buyer], data',
    'redLines: {own: [bd100], data',
    /No valid contract keeps the red lines of M, so it can never say yes/,
  ],
  [
    'red-line-never-kept',
    'model.yaml',
    'redLines: {W: {own: [us51, sale]}}',
    'redLines: {W: {own: [sale], ctrl: [bd]}}',
    /of W in phase P1/,
  ],
  [
    'red-line-never-kept',
    'model.yaml',
    'redLines: {W: {own: [us51, sale]}}',
    'redLines: {W: {own: [us51], fund: [key]}}',
    /on level "starter" keeps the red lines of W in phase P1.*or the derived lines/,
  ],
  ['unknown-option', 'model.yaml', '{W: {own: [us51, sale]}}', '{W: {own: [us52, sale]}}', /"us51"/],
  ['unknown-option', 'model.yaml', 'redLines: {ctrl: [buyer]', 'redLines: {ctrl: [buyr]', /"buyer"/],
  ['missing-score', 'model.yaml', 'own: {bd100: 100, bd80: 80', 'own: {bd80: 80', /no score for own: bd100/],
  [
    'phase-order',
    'model.yaml',
    'date: "2020-09-13"',
    'date: "2020-08-20"',
    /P4 begins on 2020-08-20, before P3.*in order/,
  ],
  [
    'phase-same-date',
    'model.yaml',
    'date: "2020-09-23"',
    'date: "2020-09-19"',
    /P5 and P5b both begin on 2020-09-19/,
  ],
  [
    'missing-reservation',
    'model.yaml',
    'reservation: {M: 70, O: 60,',
    'reservation: {M: 70,',
    /phase P1.*O accepts.*buys at table O.*Add "O"/,
  ],
  [
    'missing-reservation',
    'model.yaml',
    'reservation: {M: 70, O: 60, W: 70, B: 66}',
    'reservation: {M: 70, O: 60, W: 70}',
    /phase P3.*B accepts.*has a veto/,
  ],
  ['missing-court', 'model.yaml', /^ {2}I: \{keep.*\n/m, '', /I decides with the player's side.*Add one/],
  ['unknown-phase', 'model.yaml', 'phases: [P1], with', 'phases: [P11], with', /Did you mean "P1"/],
  ['empty-claim', 'model.yaml', /\n {4}maxShare: 0\.002/, '', /"no-sale-after-the-rule" says nothing/],
  ['missing-text', 'model.de.yaml', /\n {2}waiting-pays:.*/, '', /no words for "waiting-pays"/],
  ['card-differs', 'model.en.yaml', '    - id: limits', '    - id: limit', /same sections and paragraphs/],
  ['card-differs', 'model.en.yaml', /card:\n(.*\n)+/, '', /where this one has nothing/],
  ['roles-differ', 'endings.en.yaml', '  beijing:', '  peking:', /there they are washington, beijing/],
  ['unknown-fact', 'endings.de.yaml', 'Verbot. [F-LIT-06]', 'Verbot. [F-LIT-96]', /no fact "F-LIT-96"/],
  ['unknown-fact', 'model.de.yaml', '[F-MS-08]', '[F-MS-98]', /no fact "F-MS-98"/],
  ['marks-differ', 'model.en.yaml', '[F-OR-18]', '[F-OR-07]', /marks differ/],
  ['marks-differ', 'scenes/s10-sue.en.yaml', '[F-US-25]', '[F-LIT-02]', /marks differ/],
];

describe('a broken scenario', () => {
  test.each(BROKEN)('%s in %s is named with file, line and a way out', (code, file, from, to, message) => {
    edit(file, from, to);
    const found = problems();
    const wanted = code === 'unknown-target' ? 'unknown-state' : code;
    const problem = found.find((candidate) => candidate.code === wanted && message.test(candidate.message));
    expect(problem, JSON.stringify(found.slice(0, 5))).toBeDefined();
    expect(problem?.file).toMatch(/\.yaml$/);
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
    edit('scenes/s11-ceo-leaves.yaml', '{trust: U, by: 12}', '{trusst: U, by: 12}');
    edit('scenes/s16-no-extension.yaml', 'trust: W, by: 10', 'trust: W, by: ten');
    edit('scenes/s20-store-ban.yaml', 'act: 3', 'act: three');
    edit('scenes/s23-licence.yaml', '{trust: B, by: 7}', '{trust: B, info: B, by: 7}');
    edit('quiz/q-batna.yaml', 'objective: LO', 'objective: L0');
    rmSync(path.join(copy.folder(), 'scenes/s12-catalogue.en.yaml'));
    writeFileSync(path.join(copy.folder(), 'scenes/s99-lost.de.yaml'), 'title: lost\n');
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
      'scenes/s06-divest-order.de.easy.yaml extra-text',
      'scenes/s06-divest-order.de.yaml extra-text',
      'scenes/s06-divest-order.en.easy.yaml extra-text',
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
    writeFileSync(path.join(copy.folder(), 'manifest.yaml'), text);
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
      rmSync(path.join(copy.folder(), `${name}.yaml`));
      expect(
        problems().map(({ file, code }) => `${file} ${code}`),
        name,
      ).toContain(`${name}.yaml file-missing`);
    }
    rmSync(copy.folder(), { recursive: true });
    mkdirSync(copy.folder());
    const codes = problems().map(({ code }) => code);
    expect(codes.filter((code) => code === 'file-missing')).toHaveLength(9);
    expect(codes).toContain('no-scenes');
  });

  test('in a new language needs no structure file: its words are found, and what is missing is named', () => {
    const before = copy.read().scenario;
    cpSync(path.join(copy.folder(), 'manifest.en.yaml'), path.join(copy.folder(), 'manifest.fr.yaml'));
    expect(problems()).toContainEqual(
      expect.objectContaining({ code: 'file-missing', file: 'scenes/s10-sue.fr.yaml' }),
    );
    const names = readdirSync(copy.folder(), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((file) => file.endsWith('.en.yaml')))
      cpSync(path.join(copy.folder(), name), path.join(copy.folder(), name.replace('.en.', '.fr.')));
    const after = copy.read().scenario;
    expect(after?.manifest.languages).toEqual(['de', 'en', 'fr']);
    expect(after?.hash).toBe(before?.hash);
  });

  test('misses a file: says which', () => {
    rmSync(path.join(copy.folder(), 'scenes/s10-sue.en.yaml'));
    expect(problems()).toContainEqual(
      expect.objectContaining({ code: 'file-missing', file: 'scenes/s10-sue.en.yaml' }),
    );
  });

  test('whose art is not there: says which file is missing, once for each', () => {
    const { problems: found } = readScenario(copy.folder(), new Map(), path.join(copy.folder(), 'no-art'));
    expect(found.map(({ code, file }) => `${code} ${file}`).toSorted()).toEqual([
      'art-missing assets/art/figures.json',
      'art-missing assets/art/sources/tokens.json',
      'art-missing assets/icons/emblems.json',
      'art-missing assets/icons/icons.json',
      'art-missing assets/map/map.json',
    ]);
    for (const { message } of found) expect(message).toMatch(/missing or broken.*scripts\/art/);
  });
});
