import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeShareCode } from '../../src/client/app/share-code.ts';
import { launchBrowser } from '../support/browser.ts';
import { createGamePage, type GamePage } from '../support/game-page.ts';
import { type BuiltServer, startBuiltServer } from '../support/server.ts';

// What may go wrong in a browser: each has a message where one is due, a way out, and nothing is lost.

let browser: Browser;
let server: BuiltServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startBuiltServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function newGame(options: BrowserContextOptions = {}, prepare?: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  await prepare?.(page);
  return { page, context, game: createGamePage(page, server.url) };
}

async function untilChoices(game: GamePage): Promise<void> {
  while ((await game.shown()).choices.length === 0) await game.step(() => undefined);
}

/** Ids of the runs that the title lists. */
async function savedRuns(context: BrowserContext): Promise<readonly (string | undefined)[]> {
  const page = await context.newPage();
  await page.goto(`${server.url}/?stage=off`);
  // A page that has listed what there is offers to start, and has asked the store before that.
  await page.waitForSelector('body[data-screen="title"] [data-action="start"]');
  await page.waitForFunction(() => history.state !== null);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('letztes-gebot');
        request.onsuccess = () => resolve(request.result.close());
      }),
  );
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const ids = await page.$$eval('[data-run]', (all) => all.map((run) => (run as HTMLElement).dataset.run));
  await page.close();
  return ids;
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLElement | null;
    const around = active?.closest<HTMLElement>('[data-run], [data-notice]')?.dataset;
    return {
      on: active?.dataset.action ?? active?.id ?? '',
      tag: active?.tagName,
      in: around?.run ?? around?.notice,
    };
  });

const notices = (page: Page) =>
  page.$$eval('[data-notice]', (all) => all.map((notice) => (notice as HTMLElement).dataset.notice));

describe('a run', () => {
  test('survives a reload in the middle of a quiz', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    while ((await game.shown()).screen !== 'quiz') await game.step(() => undefined);
    const item = await page.getAttribute('[data-quiz]', 'data-quiz');
    await page.reload();
    await page.waitForSelector(`[data-quiz="${item}"]`);
    await context.close();
  });

  test('survives the back button: the title offers to go on', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    await game.step(() => undefined);
    const before = await game.shown();
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await page.click('[data-action="open-run"]');
    await page.waitForSelector('body[data-screen="play"], body[data-screen="quiz"]');
    expect((await game.shown()).scene).toBe(before.scene);
    await context.close();
  });

  test('goes on in two tabs: both are kept, and the second tab says so', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    await untilChoices(game);
    const other = createGamePage(await context.newPage(), server.url);
    await other.open('/?lang=en&stage=off');
    await other.page.click('[data-action="open-run"]');
    await other.page.waitForSelector('[data-choice]');
    const { choices } = await game.shown();
    await game.step(() => choices[0]);
    await page.waitForFunction(() => document.querySelector('[data-choice]') === null);
    await other.step(() => choices[1]);
    const notice = await other.page.waitForSelector('[data-notice="run-forked"]');
    expect(await notice.textContent()).not.toContain('problem.');
    expect(await notices(page)).toEqual([]);
    const { scene } = await other.shown();
    await other.page.reload();
    await other.page.waitForSelector(
      `[data-scene="${scene}"][data-state="feedback"], [data-state="feedback"]`,
    );
    expect(await savedRuns(context)).toHaveLength(2);
    await context.close();
  });

  test('that is deleted does not come back with the back button, nor with a reload', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    await game.step(() => undefined);
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await page.click('[data-action="delete"]');
    await page.click('[data-action="delete-yes"]');
    await page.waitForSelector('[data-run]', { state: 'detached' });
    await page.goForward();
    await page.goForward();
    await page.waitForSelector('body[data-screen="title"]');
    await page.reload();
    await page.waitForSelector('body[data-screen="title"]');
    expect(await notices(page)).toEqual([]);
    expect(await savedRuns(context)).toEqual([]);
    await context.close();
  });

  test('takes a doubled click once', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    await untilChoices(game);
    const { choices } = await game.shown();
    await page.dblclick(`[data-choice="${choices[0]}"]`);
    await page.waitForSelector('[data-state="feedback"]');
    expect(await notices(page)).toEqual([]);
    await context.close();
  });

  test('goes on when the network is gone after the start', async () => {
    const { game, context } = await newGame();
    await game.open('/?lang=en&seed=1');
    await game.start();
    await context.setOffline(true);
    for (let steps = 0; steps < 12; steps += 1) await game.step(() => undefined);
    expect((await game.shown()).screen).toMatch(/play|quiz/);
    await context.close();
  });
});

describe('without', () => {
  test('storage: says so, and the game is played to the next scenes', async () => {
    const { page, game, context } = await newGame({}, (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, 'indexedDB', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }),
    );
    await game.open('/?lang=de&seed=1&stage=off');
    await page.waitForSelector('[data-notice="storage-blocked"]');
    await game.start();
    for (let steps = 0; steps < 6; steps += 1) await game.step(() => undefined);
    expect((await game.shown()).screen).toMatch(/play|quiz/);
    await context.close();
  });

  test('the stage chunk: says so, and the game goes on', async () => {
    const { page, game, context } = await newGame({}, (page) =>
      page.route(/stage-[^/]*\.js$/, (route) => route.abort()),
    );
    await game.open('/?lang=de&seed=1');
    await game.start();
    await page.waitForSelector('body[data-stage="off"]');
    await page.waitForSelector('[data-notice="stage-failed"]');
    await game.step(() => undefined);
    await context.close();
  });

  test('the engine of the stage: blames the connection and offers to load again, which works', async () => {
    let isBlocked = true;
    const { page, game, context } = await newGame({}, (page) =>
      page.route(/engine-[^/]*\.js$/, (route) => (isBlocked ? route.abort() : route.continue())),
    );
    await game.open('/?lang=en&seed=1');
    await game.start();
    await game.step(() => undefined);
    await page.waitForSelector('[data-notice="stage-failed"]');
    expect(await page.getAttribute('body', 'data-stage')).toBe('off');
    const { scene } = await game.shown();
    isBlocked = false;
    await page.click('[data-notice="stage-failed"] [data-action="page.reload"]');
    await page.waitForSelector('body[data-stage="ready"]');
    expect((await game.shown()).scene).toBe(scene);
    await context.close();
  });

  test('a graphics device that stays: says so when nothing can replace it, and the game goes on', async () => {
    const { page, game, context } = await newGame({}, (page) =>
      page.addInitScript(() => {
        // A device with a name of its own is drawn on with WebGL.
        const named = WebGL2RenderingContext.prototype.getParameter;
        WebGL2RenderingContext.prototype.getParameter = function (name) {
          return name === 0x9246 || name === this.RENDERER ? 'A graphics device' : named.call(this, name);
        };
      }),
    );
    await game.open('/?lang=en&seed=1');
    await game.start();
    await page.waitForSelector('body[data-stage="ready"]');
    await page.evaluate(() => {
      const canvas = document.querySelector('canvas');
      const gl = canvas?.getContext('webgl2') ?? canvas?.getContext('webgl');
      HTMLCanvasElement.prototype.getContext = () => null;
      gl?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.waitForSelector('[data-notice="stage-unavailable"]');
    expect(await page.getAttribute('body', 'data-stage')).toBe('off');
    await game.step(() => undefined);
    await context.close();
  });

  test('WebGL and canvas: the stage is off, the game goes on', async () => {
    const { page, game, context } = await newGame({}, (page) =>
      page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      }),
    );
    await game.open('/?lang=en&seed=1');
    await game.start();
    await page.waitForSelector('body[data-stage="off"]');
    await game.step(() => undefined);
    await context.close();
  });

  test('sound: nothing is said before a sound is wanted, and the game goes on', async () => {
    const { page, game, context } = await newGame({}, (page) =>
      page.addInitScript(() => {
        for (const name of ['AudioContext', 'webkitAudioContext', 'Audio'])
          Object.defineProperty(window, name, { value: undefined });
      }),
    );
    await game.open('/?lang=en&seed=1&stage=off');
    expect(await notices(page)).toEqual([]);
    await game.start();
    for (let steps = 0; steps < 4; steps += 1) await game.step(() => undefined);
    expect((await game.shown()).screen).toMatch(/play|quiz/);
    await context.close();
  });

  test('the scenario: says so and offers to load again, which works', async () => {
    let isBlocked = true;
    const { page, game, context } = await newGame({}, (page) =>
      page.route(/tiktok-2020[^/]*\.json$/, (route) => (isBlocked ? route.abort() : route.continue())),
    );
    await game.open('/?lang=de');
    const notice = await page.waitForSelector('[data-notice="scenario-missing"]');
    expect((await notice.textContent())?.trim()).not.toMatch(/problem\./);
    isBlocked = false;
    await page.click('[data-notice="scenario-missing"] button >> nth=0');
    await page.waitForSelector('[data-action="start"]');
    await context.close();
  });
});

const KEPT = readFileSync(path.resolve(import.meta.dirname, '../replays/history.json'), 'utf8');

describe('an address', () => {
  test.each([
    'lang=xx',
    'tier=god',
    'seed=-4',
    'stage=perhaps',
    'scenario=none',
    'room=ABCD',
    'run=%3Cscript%3E',
  ])('with %s opens the title and names what was ignored', async (parameter) => {
    const { page, game, context } = await newGame();
    await game.open(`/?${parameter}`);
    const notice = await page.waitForSelector('[data-notice="parameter-ignored"]');
    expect(await notice.textContent()).toContain(decodeURIComponent(parameter));
    expect(await page.$$('script:not([src])')).toEqual([]);
    await context.close();
  });

  test('without a stage switches it off for this visit only', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&stage=off');
    await page.click('[data-action="settings"]');
    await page.click('input[name="setting-music"]');
    expect(await page.isChecked('input[name="setting-stage"]')).toBe(false);
    await game.open('/?lang=en');
    await page.click('[data-action="settings"]');
    expect(await page.isChecked('input[name="setting-music"]')).toBe(false);
    expect(await page.isChecked('input[name="setting-stage"]')).toBe(true);
    await context.close();
  });

  test('with a run opens it once: after a reload the player is where they were', async () => {
    const whole = JSON.parse(KEPT) as { readonly events: readonly { readonly type: string }[] };
    const decisions = whole.events.flatMap(({ type }, index) => (type === 'choice.take' ? [index] : []));
    const code = await encodeShareCode({ ...whole, events: whole.events.slice(0, decisions[2]) });
    const { page, game, context } = await newGame();
    await game.open(`/?lang=en&stage=off&run=${code}`);
    await page.waitForSelector('body[data-screen="play"]');
    expect(new URL(page.url()).search).toBe('?lang=en&stage=off');
    expect(await notices(page)).toEqual([]);
    const opened = await game.shown();
    await untilChoices(game);
    await game.step(() => undefined);
    const before = await game.shown();
    expect(before).not.toEqual(opened);
    await page.reload();
    await page.waitForSelector(`[data-scene="${before.scene}"]`);
    expect(await game.shown()).toEqual(before);
    expect(await savedRuns(context)).toHaveLength(1);
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await context.close();
  });

  test('that asks for a page outside the game gets a plain 404', async () => {
    const response = await fetch(`${server.url}/..%2f..%2fpackage.json`);
    expect(response.status).toBe(404);
  });
});

describe('a save file', () => {
  test.each([
    ['save-not-json', 'not json at all'],
    ['save-malformed', '{"a":1}'],
    ['save-format', '{"format":"something/else","version":1}'],
    ['save-version', '{"format":"letztes-gebot/run","version":99}'],
    ['save-scenario', KEPT.replace('"id": "tiktok-2020"', '"id": "another-case"')],
    ['save-tampered', KEPT.replace('"granted": true', '"granted": false')],
  ])('%s: refused in words, and the title stays', async (code, text) => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=de');
    await page.setInputFiles('input[type="file"]', {
      name: 'run.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    const notice = await page.waitForSelector(`[data-notice="${code}"]`);
    expect(await notice.textContent()).not.toContain('problem.');
    expect((await game.shown()).screen).toBe('title');
    await context.close();
  });

  test('far too large: refused before it is read to its end', async () => {
    const { page, game, context } = await newGame({}, (page) =>
      page.addInitScript(() => {
        const read = Blob.prototype.text;
        Blob.prototype.text = function () {
          document.body.dataset.read = String(this.size);
          return read.call(this);
        };
      }),
    );
    await game.open('/?lang=de');
    await page.setInputFiles('input[type="file"]', {
      name: 'run.json',
      mimeType: 'application/json',
      buffer: Buffer.from('€'.repeat(6_000_000)),
    });
    await page.waitForSelector('[data-notice="save-too-large"]');
    expect(Number(await page.getAttribute('body', 'data-read'))).toBeLessThan(4_000_000);
    await context.close();
  });
});

describe('the focus', () => {
  test('goes to the next run when one is deleted, and to the heading after the last', async () => {
    const { page, game, context } = await newGame();
    for (let runs = 0; runs < 2; runs += 1) {
      await game.open('/?lang=en&seed=1&stage=off');
      await game.start();
    }
    await game.open('/?lang=en&stage=off');
    await page.waitForSelector('[data-run] + [data-run]');
    const [first, second] = await page.$$eval('[data-run]', (all) =>
      all.map((run) => (run as HTMLElement).dataset.run),
    );
    const remove = async (id: string | undefined) => {
      await page.click(`[data-run="${id}"] [data-action="delete"]`);
      await page.click(`[data-run="${id}"] [data-action="delete-yes"]`);
      await page.waitForSelector(`[data-run="${id}"]`, { state: 'detached' });
    };
    await remove(first);
    expect(await focused(page)).toMatchObject({ in: second, on: 'open-run' });
    await remove(second);
    expect(await focused(page)).toMatchObject({ tag: 'H1' });
    await context.close();
  });

  test('goes to the next notice when one is closed, and to the page after the last', async () => {
    const { page, game, context } = await newGame({}, (page) =>
      page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined })),
    );
    await game.open('/?lang=en&tier=god&stage=off');
    await page.waitForSelector('[data-notice] + [data-notice]');
    const [first, second] = await notices(page);
    await page.click(`[data-notice="${first}"] [data-action="close-notice"]`);
    expect(await focused(page)).toMatchObject({ in: second, on: 'close-notice' });
    await page.click(`[data-notice="${second}"] [data-action="close-notice"]`);
    expect(await focused(page)).toMatchObject({ on: 'main' });
    await context.close();
  });
});

describe('the page', () => {
  test('asks nobody but its own server', async () => {
    const { page, game, context } = await newGame();
    const foreign: string[] = [];
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(server.url) && !/^(data|blob):/.test(address)) foreign.push(address);
    });
    await game.open('/?lang=en&seed=1');
    await game.start();
    for (let steps = 0; steps < 6; steps += 1) await game.step(() => undefined);
    expect(foreign).toEqual([]);
    await context.close();
  });
});
