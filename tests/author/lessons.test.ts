import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { readScenario, scenarioBundle } from '../../src/author/index.ts';
import { parseLessons } from '../../src/core/scenario/index.ts';
import { runAuthor, useScenarioCopy } from '../support/scenario-copy.ts';
import { TIKTOK_FOLDER } from '../support/tiktok.ts';

// Lesson plans as an author writes them: what is checked, and what a build makes of them.

const { edit, problems, folder, read } = useScenarioCopy();

describe('lesson plans', () => {
  test.each([
    ['lesson-minutes', 'lessons.yaml', 'kind: play, minutes: 23', 'kind: play, minutes: 24', /46 minutes/],
    ['wrong-value', 'lessons.yaml', 'minutes: 45', 'minutes: 50', /Use one of/],
    ['wrong-value', 'lessons.yaml', 'kind: pretest', 'kind: test', /Use one of/],
    ['wrong-value', 'lessons.yaml', 'LO2, LO3', 'LO2, LO9', /LO1 to LO8/],
    ['duplicate-id', 'lessons.yaml', 'id: solo-90', 'id: solo-45', /"solo-45" is used twice/],
    [
      'unknown-scene',
      'lessons.yaml',
      '[s22-two-stories]',
      '[s22-two-storys]',
      /Did you mean "s22-two-stories"/,
    ],
    ['missing-text', 'lessons.de.yaml', '  LO7:', '  LO8:', /no words for "LO7"/],
    ['missing-text', 'lessons.en.yaml', '  paper:', '  papers:', /no words for "paper"/],
    ['extra-text', 'lessons.en.yaml', '      compare:', '      compared:', /"compared" is not in/],
    ['missing-prompts', 'lessons.de.yaml', '  s18-table:', '  s19-table:', /talks of scene "s18-table"/],
    ['unknown-scene', 'lessons.de.yaml', '  s18-table:', '  s19-table:', /no scene "s19-table"/],
    ['prompts-differ', 'lessons.en.yaml', /\n {4}- "Who pays the price[^\n]*/, '', /1 prompts here and 2/],
    ['unknown-fact', 'lessons.en.yaml', /\[F-US-01\]/, '[F-US-91]', /no fact "F-US-91"/],
    ['marks-differ', 'lessons.en.yaml', / \[F-US-01\]/, '', /marks differ/],
    ['unlisted-fact', 'lessons.de.yaml', 'was sagt das über', 'was sagt das [F-US-01] über', /not listed/],
    ['too-long', 'lessons.de.yaml', 'short: "', `short: "${'Wort '.repeat(60)}`, /at most 60/],
    [
      'length-ratio',
      'lessons.en.yaml',
      /goal: "The class leads[^"]*"/,
      'goal: "A lesson for all of them in the class."',
      /missing/,
    ],
  ] as const)('with a mistake are found: %s in %s', (code, file, from, to, message) => {
    edit(file, from, to);
    expect(problems()).toContainEqual(
      expect.objectContaining({ code, message: expect.stringMatching(message), line: expect.any(Number) }),
    );
  });

  test('may be missing, and then nothing asks for them', () => {
    for (const name of ['lessons.yaml', 'lessons.de.yaml', 'lessons.en.yaml'])
      rmSync(path.join(folder(), name));
    expect(read().lessons).toBeUndefined();
    expect(problems()).toEqual([]);
  });

  test('in one language only are no plans yet', () => {
    rmSync(path.join(folder(), 'lessons.en.yaml'));
    expect(problems().map(({ file }) => file)).toEqual(['lessons.en.yaml']);
  });

  test('are no part of the scenario, and are read back as they were written', () => {
    const { scenario, lessons } = readScenario(TIKTOK_FOLDER);
    expect(JSON.stringify(scenario)).not.toContain('projector-45');
    expect(parseLessons(JSON.parse(JSON.stringify(lessons)))).toEqual({ ok: true, value: lessons });
  });

  test('that are damaged are refused at the door, with every place', () => {
    const { lessons } = readScenario(TIKTOK_FOLDER);
    const damaged = { ...lessons, plans: [{ ...lessons!.plans[0], minutes: 50 }], texts: 3 };
    expect(parseLessons(damaged)).toMatchObject({
      ok: false,
      problems: [
        { code: 'lessons-malformed', path: 'plans.0.minutes' },
        { code: 'lessons-malformed', path: 'texts' },
      ],
    });
    for (const value of [undefined, null, '', [], {}])
      expect(parseLessons(value)).toMatchObject({ ok: false });
  });

  test('come with a build as a file of their own, named in the list of scenarios', async () => {
    const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'lessons-')));
    const at = (name: string) => path.join(root, 'scenarios', name);
    mkdirSync(path.join(root, 'scenarios'));
    for (const name of ['taught', 'untaught']) runAuthor('new', at(name));
    writeFileSync(path.join(at('taught'), 'lessons.yaml'), LESSONS);
    for (const language of ['de', 'en'])
      writeFileSync(path.join(at('taught'), `lessons.${language}.yaml`), WORDS);
    writeFileSync(
      path.join(root, 'entry.js'),
      "import { scenarios } from 'virtual:scenarios';\nconsole.log(scenarios);",
    );
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [scenarioBundle(root)],
      build: { write: false, minify: false, rollupOptions: { input: path.join(root, 'entry.js') } },
    });
    rmSync(root, { recursive: true, force: true });
    const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
    const sourceOf = (name: string | RegExp) =>
      files.flatMap((file) =>
        file.type === 'asset' && (file.fileName === name || file.fileName.match(name))
          ? [String(file.source)]
          : [],
      );
    expect(parseLessons(JSON.parse(sourceOf('scenarios/taught.lessons.json')[0]!))).toMatchObject({
      ok: true,
      value: { scenario: 'taught', plans: [{ id: 'short', minutes: 45 }] },
    });
    expect(sourceOf('scenarios/untaught.lessons.json')).toEqual([]);
    expect(sourceOf(/assets\/.*taught.*\.json$/).filter((text) => text.includes('Ask what'))).toEqual([]);
    const code = files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
    expect(code.match(/hasLessons: true/g)).toHaveLength(1);
  });
});

const LESSONS = `
plans:
  - id: short
    mode: solo
    minutes: 45
    objectives: [LO1]
    phases:
      - {id: open, kind: open, minutes: 5}
      - {id: play, kind: play, minutes: 40}
`;
const PHASE = '{title: "Go", teacher: "Ask what they know.", pupils: "Tell it.", short: "Leave it."}';
const WORDS = `
plans:
  short: {title: "Short", goal: "All know it.", phases: {open: ${PHASE}, play: ${PHASE}}}
objectives: {LO1: "know it"}
prompts: {}
`;
