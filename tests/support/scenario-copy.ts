import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type ReadScenario, readScenario, runCli, type YamlCache } from '../../src/author/index.ts';
import { TIKTOK_FOLDER } from './tiktok.ts';

/** A copy of the shipped scenario, new for every test, in which things can be broken. */
export interface ScenarioCopy {
  folder(): string;
  /** Throws when the file does not hold what is to be changed. */
  edit(file: string, from: string | RegExp, to: string): void;
  read(): ReadScenario;
  problems(): ReadScenario['problems'];
}

/** Most files are the same in every test: they are parsed once. */
const cache: YamlCache = new Map();

export function useScenarioCopy(): ScenarioCopy {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'scenario-'));
    cpSync(TIKTOK_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const read = () => readScenario(folder, cache);
  return {
    folder: () => folder,
    edit: (file, from, to) => {
      const full = path.join(folder, file);
      const text = readFileSync(full, 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(full, changed);
    },
    read,
    problems: () => read().problems,
  };
}

/** One command line of the author tools: what it answered and how it went. */
export function runAuthor(...args: readonly string[]): { readonly code: number; readonly text: string } {
  const out: string[] = [];
  const code = runCli(args, { out: (text) => void out.push(text), progress: () => {} });
  return { code, text: out.join('\n') };
}
