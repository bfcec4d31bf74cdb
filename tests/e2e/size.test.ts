import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const DIST = path.resolve(import.meta.dirname, '../../dist/client');
const KIB = 1024;

const manifest = z
  .record(
    z.string(),
    z.looseObject({
      file: z.string(),
      isEntry: z.boolean().optional(),
      imports: z.array(z.string()).default([]),
      css: z.array(z.string()).default([]),
    }),
  )
  .parse(JSON.parse(readFileSync(path.join(DIST, '.vite/manifest.json'), 'utf8')));

const gzipped = (file: string) => gzipSync(readFileSync(path.join(DIST, file)), { level: 9 }).length;

/** A chunk and everything that has to be there before it runs. */
function filesOf(key: string, seen = new Set<string>()): ReadonlySet<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css) seen.add(style);
  for (const next of chunk.imports) filesOf(next, seen);
  return seen;
}

describe('what the player downloads', () => {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
  const words = Object.keys(manifest).find((key) => key.endsWith('messages/de.json')) ?? '';
  const first = new Set([...filesOf(entry), ...filesOf(words)]);

  test('script and style for the first decision stay within 150 KiB gzipped', () => {
    const total = [...first].reduce((sum, file) => sum + gzipped(file), 0);
    expect(total).toBeGreaterThan(20 * KIB);
    expect(total).toBeLessThanOrEqual(150 * KIB);
  });

  test('neither Phaser nor Howler is among it', () => {
    const text = [...first]
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(path.join(DIST, file), 'utf8'))
      .join('');
    expect(text).not.toMatch(/WebGLRenderer|Howler/);
  });

  test('the whole game without music stays within 1.5 MiB', () => {
    const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(
      (file) => statSync(path.join(DIST, file)).isFile() && !/\.(gz|br)$|\/music-|^\.vite|\.m4a$/.test(file),
    );
    const total = files.reduce(
      (sum, file) =>
        sum +
        (existsSync(path.join(DIST, `${file}.gz`)) ? gzipped(file) : statSync(path.join(DIST, file)).size),
      0,
    );
    expect(total).toBeLessThanOrEqual(1536 * KIB);
  });

  test('the page itself holds no inline script and no foreign address', () => {
    const html = readFileSync(path.join(DIST, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });
});
