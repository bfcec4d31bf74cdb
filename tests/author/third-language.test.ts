import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import { LANGUAGES, preferredLanguage } from '../../src/client/app/languages.ts';
import { parseBundle } from '../../src/core/scenario/index.ts';
import { createSession } from '../../src/core/session/index.ts';
import { present } from '../../src/core/view-model/index.ts';
import { TIKTOK_FOLDER } from '../support/tiktok.ts';

// A language more must never need a line of code.

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'third-language-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (home: string) =>
  readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => path.join(home, name));

describe('a third language', () => {
  test('is a text file beside each structure file and a word in the manifest', () => {
    cpSync(TIKTOK_FOLDER, folder, { recursive: true });
    for (const file of filesIn(folder).filter((name) => /\.en(\.easy)?\.yaml$/.test(name)))
      cpSync(file, file.replace(/\.en(\.easy)?\.yaml$/, '.fr$1.yaml'));
    const manifest = path.join(folder, 'manifest.yaml');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/^languages: \[(.+)\]$/m, 'languages: [$1, fr]'));
    const title = path.join(folder, 'manifest.fr.yaml');
    writeFileSync(title, readFileSync(title, 'utf8').replace(/^title: .*$/m, 'title: Dernière offre'));

    const { scenario, problems } = readScenario(folder);
    expect(problems).toEqual([]);
    const bundle = parseBundle(JSON.parse(JSON.stringify(scenario)));
    if (!bundle.ok) throw new Error('the bundle does not parse');
    expect(bundle.value.texts.fr?.manifest.title).toBe('Dernière offre');
    const session = createSession(bundle.value, { seed: 1, tier: 'starter' });
    const play = (language: string) => present(bundle.value, session, { language, tier: 'starter' });
    expect(play('fr')).toEqual({ ...play('en'), language: 'fr', masthead: play('fr').masthead });
  });

  test('of the interface is a file of messages for each area', () => {
    const folder = path.join(ROOT, 'assets/messages');
    for (const place of [folder, path.join(folder, 'debrief'), path.join(folder, 'lessons')]) {
      const files = readdirSync(place).filter((file) => file.endsWith('.json'));
      expect(LANGUAGES.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
    }
    for (const { id, name } of LANGUAGES) expect(name, id).not.toBe(id);
  });

  test('has no name in the code, but for measures of readability and the last resort', () => {
    const named = filesIn(path.join(ROOT, 'src'))
      .filter((file) => /\.tsx?$/.test(file) && /['"](de|en)['"]/.test(readFileSync(file, 'utf8')))
      .map((file) => path.relative(path.join(ROOT, 'src'), file).replaceAll(path.sep, '/'));
    expect(named.sort()).toEqual([
      'author/readability-report.ts',
      'author/text-check.ts',
      'client/app/languages.ts',
    ]);
  });

  test('of the browser is taken when the game speaks it', () => {
    expect(preferredLanguage(['de-AT', 'en'])).toBe('de');
    expect(preferredLanguage(['DE'])).toBe('de');
    expect(preferredLanguage(['den', 'ja'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });
});
