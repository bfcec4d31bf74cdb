import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBuiltGame } from '../support/built-game.ts';
import { savedRuns, untilRunsAreKept, untilSettingsAreKept, untilStepIsKept } from '../support/device.ts';
import { exported, notices, type Shown, untilChoices } from '../support/game-page.ts';

// What may go wrong in a browser: each has a message where one is due, a way out, and nothing is lost.

const built = useBuiltGame();

async function newGame(prepare?: (page: Page) => Promise<unknown>) {
  const visit = await built.visit();
  await prepare?.(visit.page);
  return visit;
}

describe('a run', () => {
  test('survives a reload in the middle of a quiz', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    let last: Shown | undefined;
    while ((await game.shown()).screen !== 'quiz') last = await game.step(() => undefined);
    if (last) await untilStepIsKept(page, last);
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

  test('takes back the decision before a quiz from within the quiz', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    let scene: string | undefined;
    while ((await game.shown()).screen !== 'quiz') {
      const before = await game.step(() => undefined);
      if (before.state === 'decide') scene = before.scene;
    }
    await page.click('[data-action="undo"]');
    await page.waitForSelector(`[data-scene="${scene}"] [data-choice]`);
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
    const { page, game, context } = await newGame();
    await game.open('/?lang=en&seed=1');
    await game.start();
    // What comes after the first decision is fetched while the first page is read.
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    for (let steps = 0; steps < 12; steps += 1) await game.step(() => undefined);
    expect((await game.shown()).screen).toMatch(/play|quiz/);
    await context.close();
  });
});

describe('without', () => {
  test('storage: says so, and the game is played to the next scenes', async () => {
    const { page, game, context } = await newGame((page) =>
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
    const { page, game, context } = await newGame((page) =>
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
    const { page, game, context } = await newGame((page) =>
      page.route(/engine-[^/]*\.js$/, (route) => (isBlocked ? route.abort() : route.continue())),
    );
    await game.open('/?lang=en&seed=1');
    await game.start();
    await untilStepIsKept(page, await game.step(() => undefined));
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
    const { page, game, context } = await newGame((page) =>
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
    const { page, game, context } = await newGame((page) =>
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
    const { page, game, context } = await newGame((page) =>
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
    const { page, game, context } = await newGame((page) =>
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
    await untilSettingsAreKept(page, { music: false });
    await game.open('/?lang=en');
    await page.click('[data-action="settings"]');
    expect(await page.isChecked('input[name="setting-music"]')).toBe(false);
    expect(await page.isChecked('input[name="setting-stage"]')).toBe(true);
    await context.close();
  });

  test('that asks for a page outside the game gets a plain 404', async () => {
    const response = await fetch(`${built.server().url}/..%2f..%2fpackage.json`);
    expect(response.status).toBe(404);
  });
});

const KEPT = readFileSync(path.resolve(import.meta.dirname, '../replays/history-3.json'), 'utf8');

describe('a save file', () => {
  test.each([
    ['save-not-json', 'not json at all'],
    ['save-malformed', '{"a":1}'],
    ['save-format', '{"format":"something/else","version":1}'],
    ['save-version', '{"format":"letztes-gebot/run","version":99}'],
    ['save-scenario', KEPT.replace('"id": "tiktok-2020"', '"id": "another-case"')],
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

  test('save-tampered: refused in words, and nothing is saved', async () => {
    const { page, game, context } = await newGame();
    await game.open('/?lang=de&seed=1&stage=off');
    await game.start();
    const text = await exported(page);
    await untilRunsAreKept(page, 1);
    await game.open('/?lang=de&stage=off');
    await page.waitForSelector('[data-run]');
    await page.setInputFiles('input[type="file"]', {
      name: 'run.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text.replace(/"choice": "[^"]+"/, '"choice": "never"')),
    });
    const notice = await page.waitForSelector('[data-notice="save-tampered"]');
    expect(await notice.textContent()).not.toContain('problem.');
    expect((await game.shown()).screen).toBe('title');
    expect(await page.$$('[data-run]')).toHaveLength(1);
    expect(await savedRuns(page)).toHaveLength(1);
    await context.close();
  });

  test('far too large: refused before it is read to its end', async () => {
    const { page, game, context } = await newGame((page) =>
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
  test('goes to the next notice when one is closed, and to the page after the last', async () => {
    const { page, game, context } = await newGame((page) =>
      page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined })),
    );
    await game.open('/?lang=en&tier=god&stage=off');
    await page.waitForSelector('[data-notice] + [data-notice]');
    const [first, second] = await notices(page);
    await page.click(`[data-notice="${first}"] [data-action="close-notice"]`);
    expect(await page.$(`[data-notice="${second}"] [data-action="close-notice"]:focus`)).not.toBeNull();
    await page.click(`[data-notice="${second}"] [data-action="close-notice"]`);
    expect(await page.$('main:focus')).not.toBeNull();
    await context.close();
  });
});

describe('the page', () => {
  test('asks nobody but its own server', async () => {
    const { page, game, context } = await newGame();
    const foreign: string[] = [];
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(built.server().url) && !/^(data|blob):/.test(address)) foreign.push(address);
    });
    await game.open('/?lang=en&seed=1');
    await game.start();
    for (let steps = 0; steps < 6; steps += 1) await game.step(() => undefined);
    expect(foreign).toEqual([]);
    await context.close();
  });
});
