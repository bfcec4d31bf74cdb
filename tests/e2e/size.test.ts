import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltFiles, readBuiltFiles } from '../support/built-files.ts';
import { createGamePage } from '../support/game-page.ts';
import { type BuiltServer, startBuiltServer } from '../support/server.ts';

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
  let browser: Browser;
  let server: BuiltServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startBuiltServer()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function toFirstDecision(page: Page) {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    const game = createGamePage(page, server.url);
    await game.open('/?lang=de&seed=1');
    await game.start();
    while ((await game.shown()).choices.length === 0) await game.step(() => undefined);
    return asked;
  }

  test('its script is enough: every other file with code may be missing', async () => {
    const page = await browser.newPage();
    await page.route(/\.js$/, (route) =>
      files.firstDecision.has(new URL(route.request().url()).pathname.slice(1))
        ? route.continue()
        : route.abort(),
    );
    await toFirstDecision(page);
    await page.close();
  });

  test('the browser asks for few files, stage and sound included', async () => {
    const page = await browser.newPage();
    const asked = await toFirstDecision(page);
    await page.waitForSelector('body[data-stage="ready"]');
    expect(asked.length).toBeLessThanOrEqual(MAX_REQUESTS);
    // One scenario, the words of one language, each file once; the browser may look at its icon again.
    const files = asked.filter((file) => !file.includes('favicon'));
    expect(files.toSorted()).toEqual([...new Set(files)].toSorted());
    expect(files.filter((file) => file.endsWith('.json'))).toHaveLength(1);
    expect(files.filter((file) => /\/en-[^/]*\.js$/.test(file))).toEqual([]);
    await page.close();
  });
});
