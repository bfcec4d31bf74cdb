import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const CHUNKS = z.record(
  z.string(),
  z.looseObject({
    file: z.string(),
    isEntry: z.boolean().default(false),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);
type Chunks = z.infer<typeof CHUNKS>;

/** The files of the built game, by what they are for. Names are relative to the folder of the build. */
export interface BuiltFiles {
  /** Script and style without which no decision can be made: the entry and the words of one language. */
  readonly firstDecision: ReadonlySet<string>;
  /** What the drawn half of the game adds. */
  readonly stage: ReadonlySet<string>;
  /** What sound adds, without the sounds themselves. */
  readonly audio: ReadonlySet<string>;
  /** Everything that one browser may load, without the music. */
  readonly wholeGame: ReadonlySet<string>;
  text(file: string): string;
  /** Bytes on the wire: gzip for text, as it is for what is compressed already. */
  transferSize(files: Iterable<string>): number;
}

export function readBuiltFiles(folder: string, language: string): BuiltFiles {
  const chunks = CHUNKS.parse(JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')));
  const entry = keyOf(chunks, (_, { isEntry }) => isEntry);
  const words = keyOf(chunks, (key) => key.endsWith(`messages/${language}.json`));
  const firstDecision = new Set([...needed(chunks, entry), ...needed(chunks, words)]);
  // A room that has slipped into the entry has no chunk of its own, and adds nothing.
  const added = (key: string) =>
    new Set([...needed(chunks, key, 'with what it loads later')].filter((file) => !firstDecision.has(file)));
  return {
    firstDecision,
    stage: added('src/client/stage/index.ts'),
    audio: added('src/client/audio/index.ts'),
    wholeGame: new Set(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        (file) =>
          statSync(path.join(folder, file)).isFile() &&
          // A browser takes either .webm or .m4a.
          !/^\.vite|\.(gz|br|m4a)$|[\\/]music-/.test(file),
      ),
    ),
    text: (file) => readFileSync(path.join(folder, file), 'utf8'),
    transferSize: (files) => [...files].reduce((sum, file) => sum + sizeOf(path.join(folder, file)), 0),
  };
}

function keyOf(chunks: Chunks, isWanted: (key: string, chunk: Chunks[string]) => boolean): string {
  const found = Object.entries(chunks).find(([key, chunk]) => isWanted(key, chunk));
  if (!found) throw new Error('the build has no such chunk; its manifest has changed');
  return found[0];
}

/** A chunk and everything that has to be there before it runs. */
function needed(chunks: Chunks, key: string, depth?: 'with what it loads later'): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css) files.add(style);
    for (const next of chunk.imports) visit(next);
    // The entry is there already; what it loads later belongs to others.
    if (depth && !chunk.isEntry) for (const next of chunk.dynamicImports) visit(next);
  };
  visit(key);
  return files;
}

function sizeOf(file: string): number {
  return existsSync(`${file}.gz`) ? gzipSync(readFileSync(file), { level: 9 }).length : statSync(file).size;
}
