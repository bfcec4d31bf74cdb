import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type BuiltFiles, readBuiltFiles } from '../support/built-files.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { type GamePage, untilChoices } from '../support/game-page.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist/client');
const KIB = 1024;
const MAX_REQUESTS = 40;

/** Messages that only the code of a library holds: texts about it, as in the credits, do not. */
const MARKERS = {
  Phaser: ['Aborting. Core Plugins missing.', 'Cannot create WebGL context, aborting.'],
  Howler: ['Failed loading audio file with status: ', 'No file extension was found.'],
};

const files = readBuiltFiles(DIST, 'de');
const marksIn = (names: Iterable<string>, marks: readonly string[], from: BuiltFiles = files) =>
  [...names].flatMap((name) =>
    name.endsWith('.js')
      ? marks.filter((mark) => from.text(name).includes(mark)).map((mark) => `${name}: ${mark}`)
      : [],
  );

describe('what the player downloads', () => {
  test('script and style for the first decision stay within 150 KiB gzipped', () => {
    const total = files.transferSize(files.firstDecision);
    expect(total).toBeGreaterThan(20 * KIB);
    expect(total).toBeLessThanOrEqual(150 * KIB);
  });

  test.each([
    ['Phaser', 'stage'],
    ['Howler', 'audio'],
  ] as const)('%s comes with the %s and not before', (library, room) => {
    const marks = MARKERS[library];
    // The marks prove something only while the library holds them.
    expect(marksIn(files[room], marks)).toHaveLength(marks.length);
    expect(marksIn(files.firstDecision, marks)).toEqual([]);
    for (const file of files[room]) expect(files.firstDecision).not.toContain(file);
  });

  test('the whole game without music stays within 1.5 MiB', () => {
    const kinds = [...files.wholeGame].map((file) => path.extname(file));
    // Fonts, sounds and the scenario count, not only script.
    expect(kinds).toEqual(expect.arrayContaining(['.html', '.js', '.css', '.json', '.woff2', '.webm']));
    expect(files.transferSize(files.wholeGame)).toBeLessThanOrEqual(1536 * KIB);
  });

  test('the page itself holds no inline script and no foreign address', () => {
    const html = files.text('index.html');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });
});

describe('on the way to the first decision', () => {
  const built = useBuiltGame();

  async function toFirstDecision(page: Page, game: GamePage) {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    await game.open('/?lang=de&seed=1');
    await game.start();
    await untilChoices(game);
    return asked;
  }

  test('its script is enough: every other file with code may be missing', async () => {
    const { page, game, close } = await built.visit();
    await page.route(/\.js$/, (route) =>
      files.firstDecision.has(new URL(route.request().url()).pathname.slice(1))
        ? route.continue()
        : route.abort(),
    );
    await toFirstDecision(page, game);
    await close();
  });

  test('the browser asks for few files, stage and sound included', async () => {
    const { page, game, close } = await built.visit();
    const asked = await toFirstDecision(page, game);
    await page.waitForSelector('body[data-stage="ready"]');
    expect(asked.length).toBeLessThanOrEqual(MAX_REQUESTS);
    // One scenario, the words of one language, each file once; the browser may look at its icon again.
    const files = asked.filter((file) => !file.includes('favicon'));
    expect(files.toSorted()).toEqual([...new Set(files)].toSorted());
    expect(files.filter((file) => file.endsWith('.json'))).toHaveLength(1);
    expect(files.filter((file) => /\/en-[^/]*\.js$/.test(file))).toEqual([]);
    await close();
  });
});
