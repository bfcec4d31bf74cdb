import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useScenarioCopy } from '../support/scenario-copy.ts';

const copy = useScenarioCopy();
const { problems } = copy;

describe('the reading level "easy"', () => {
  const easyFile = 'scenes/s10-sue.de.easy.yaml';
  const write = (text: string) => {
    const scenes = path.join(copy.folder(), 'scenes');
    for (const name of readdirSync(scenes)) if (name.endsWith('.easy.yaml')) rmSync(path.join(scenes, name));
    writeFileSync(path.join(copy.folder(), easyFile), text);
  };
  const found = () => problems().map(({ code, file }) => `${file} ${code}`);

  test('is no stray file, and what one scene of a language has every scene of it has', () => {
    write('body: Kurz.\n');
    expect(found()).toContain(`${easyFile} missing-easy-text`);
    expect(found()).toContain('scenes/s03-ms-calls.de.easy.yaml missing-easy-text');
    // English has none at all, which is allowed.
    expect(found().filter((line) => line.includes('.en.easy.'))).toEqual([]);
    expect(found().filter((line) => line.includes('stray-file'))).toEqual([]);
  });

  test('may not cite other facts, know other choices or speak in long sentences', () => {
    const long = 'Du und dein Team und alle Freunde und Nachbarn sehen heute sehr viele lange Tische.';
    write(`body: ${long} [F-US-01]\nchoices: {sue-us: {label: Ja, feedback: Nun ja.}}\n`);
    expect(found()).toContain(`${easyFile} long-sentence`);
    expect(found()).toContain(`${easyFile} extra-text`);
    expect(found()).toContain(`${easyFile} unlisted-fact`);
  });
});
