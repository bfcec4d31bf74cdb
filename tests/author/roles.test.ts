import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { readScenario, scenarioBundle } from '../../src/author/index.ts';
import { parseRoleBriefs } from '../../src/core/scenario/index.ts';
import { runAuthor, useScenarioCopy } from '../support/scenario-copy.ts';
import { TIKTOK_FOLDER } from '../support/tiktok.ts';

// Confidential instructions as an author writes them: what is checked, and where they may go.

const { edit, problems, folder, read } = useScenarioCopy();
const FILES = ['roles.yaml', 'roles.de.yaml', 'roles.en.yaml'];

describe('confidential instructions', () => {
  test.each([
    ['missing-brief', 'roles.yaml', 'party: B', 'party: W', /Party "B"/],
    ['duplicate-id', 'roles.yaml', 'party: B', 'party: W', /"W" is used twice/],
    ['unknown-voter', 'roles.yaml', 'party: B', 'party: Z', /no voter "Z"/],
    ['unknown-fact', 'roles.yaml', '[F-BG-07]', '[F-BG-77]', /no fact "F-BG-77"/],
    ['duplicate-id', 'roles.yaml', 'id: want, facts: [F-CN-14]', 'id: who', /"who" is used twice/],
    ['missing-text', 'roles.de.yaml', '    know:', '    knows:', /no words for "know"/],
    ['extra-text', 'roles.en.yaml', '    know:', '    knows:', /"knows" is not in/],
    ['missing-text', 'roles.en.yaml', '  I:', '  J:', /no words for "I"/],
    ['unlisted-fact', 'roles.de.yaml', 'im Monat.', 'im Monat. [F-BG-07]', /not listed/],
    ['too-long', 'roles.de.yaml', 'who: "', `who: "${'Wort '.repeat(30)}`, /at most 30/],
    [
      'length-ratio',
      'roles.en.yaml',
      /who: "You speak for the founder[^"]*"/,
      'who: "You are it."',
      /missing/,
    ],
  ] as const)('with a mistake are found: %s in %s', (code, file, from, to, message) => {
    edit(file, from, to);
    expect(problems()).toContainEqual(
      expect.objectContaining({ code, message: expect.stringMatching(message), line: expect.any(Number) }),
    );
  });

  test('may be missing, and then nothing asks for them', () => {
    for (const name of FILES) rmSync(path.join(folder(), name));
    expect(read().briefs).toBeUndefined();
    expect(problems()).toEqual([]);
  });

  test('are four to six sentences for every party in every language, with the facts that they rest on', () => {
    const { scenario, briefs } = readScenario(TIKTOK_FOLDER);
    for (const language of scenario!.manifest.languages)
      for (const { party } of scenario!.model.preferences) {
        const sentences = briefs![language]![party]!;
        expect(sentences.length).toBeGreaterThanOrEqual(4);
        for (const { text } of sentences) expect(text).toMatch(/^\p{Lu}.*[.]$/u);
      }
    expect(briefs!.en!.F![0]).toMatchObject({ facts: ['F-BG-07'] });
    expect(parseRoleBriefs(JSON.parse(JSON.stringify(briefs)))).toEqual(briefs);
    expect(parseRoleBriefs({ en: { F: ['only words'] } })).toBeUndefined();
  });

  test('are in no file that a browser can have', async () => {
    const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'roles-')));
    const at = path.join(root, 'scenarios', 'secret');
    mkdirSync(path.join(root, 'scenarios'));
    runAuthor('new', at);
    const parties = readScenario(at).scenario!.model.preferences.map(({ party }) => party);
    const each = (lines: (party: string) => string) => parties.map(lines).join('');
    const ids = ['a', 'b', 'c', 'd'];
    writeFileSync(
      path.join(at, 'roles.yaml'),
      `briefs:\n${each((party) => `  - {party: ${party}, sentences: [${ids.map((id) => `{id: ${id}}`).join(', ')}]}\n`)}`,
    );
    for (const language of ['de', 'en'])
      writeFileSync(
        path.join(at, `roles.${language}.yaml`),
        `briefs:\n${each((party) => `  ${party}: {${ids.map((id) => `${id}: "Confidential."`).join(', ')}}\n`)}`,
      );
    expect(readScenario(at)).toMatchObject({
      problems: [],
      briefs: { en: { [parties[0]!]: [{ facts: [] }, {}, {}, {}] } },
    });
    writeFileSync(
      path.join(root, 'entry.js'),
      "import { scenarios } from 'virtual:scenarios';\nconsole.log(scenarios);",
    );
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [scenarioBundle(root)],
      build: { write: false, rollupOptions: { input: path.join(root, 'entry.js') } },
    });
    rmSync(root, { recursive: true, force: true });
    const files = JSON.stringify([built].flat().flatMap((one) => ('output' in one ? one.output : [])));
    expect(files).toContain('secret');
    expect(files).not.toContain('Confidential.');
  });
});
