import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGameServer } from '../../src/server/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { untilChoices } from '../support/game-page.ts';
import type { BuiltServer } from '../support/server.ts';
// Brings the type of `window.stagePage`.
import type {} from '../support/stage-page/main.ts';

const STAGE_PAGE = path.resolve(import.meta.dirname, '../../dist/stage-page');
/** Frames of the page without a frame of the stage, after which the stage counts as asleep. */
const QUIET_FRAMES = 30;

const built = useBuiltGame();
let stageServer: BuiltServer;
beforeAll(async () => {
  stageServer = await startGameServer({ root: STAGE_PAGE, port: 0 });
});
afterAll(() => stageServer?.close());

/** A run in the real game, with a stage that draws. */
async function playing(on: Browser, options: BrowserContextOptions = {}) {
  const page = await on.newPage({ viewport: { width: 1280, height: 720 }, ...options });
  const game = built.on(page);
  await game.open('/?lang=en&seed=1');
  await game.start();
  await page.waitForSelector('body[data-stage="ready"]');
  return { page, game };
}

/** Kind of the canvas on the page: a canvas with a WebGL context has no 2D one. */
const rendererOf = (page: Page) =>
  page.$eval('canvas', (canvas) => (canvas.getContext('2d') ? 'canvas' : 'webgl'));

describe('the stage in the game', () => {
  test('draws behind the words, one canvas for the whole visit', async () => {
    const { page, game } = await playing(built.browser());
    for (let steps = 0; steps < 5; steps += 1) await game.step(() => undefined);
    expect(await page.$$eval('canvas', (all) => all.length)).toBe(1);
    const isHidden = await page.$eval('canvas', (canvas) => canvas.closest('[aria-hidden="true"]') !== null);
    expect(isHidden).toBe(true);
    await page.close();
  });

  test('the first decision does not wait for it', async () => {
    const page = await built.browser().newPage({ viewport: { width: 390, height: 844 } });
    // The chunk never arrives: whatever works now works before the stage.
    await page.route(/stage-[^/]*\.js$/, () => {});
    const game = built.on(page);
    await game.open('/?lang=en&seed=1');
    await game.start();
    await untilChoices(game);
    await game.step(() => undefined);
    expect(await page.getAttribute('body', 'data-stage')).toBeNull();
    await page.close();
  });

  test('is off with ?stage=off: nothing of it is loaded, to the end of the visit', async () => {
    const page = await built.browser().newPage();
    const chunks: string[] = [];
    page.on('request', (request) => chunks.push(request.url()));
    const game = built.on(page);
    await game.open('/?lang=en&stage=off');
    await game.start();
    for (let steps = 0; steps < 3; steps += 1) await game.step(() => undefined);
    expect(await page.getAttribute('body', 'data-stage')).toBe('off');
    expect(await page.$$('canvas')).toEqual([]);
    expect(chunks.filter((address) => /\/(stage|engine|map)-/.test(address))).toEqual([]);
    await page.close();
  });

  test('draws on a canvas where the graphics device is emulated', async () => {
    const { page } = await playing(built.browser());
    const device = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl');
      const info = gl?.getExtension('WEBGL_debug_renderer_info');
      return String(info ? gl?.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'none');
    });
    // A browser with a real device proves the other half.
    expect(await rendererOf(page)).toBe(
      /swiftshader|llvmpipe|software|none/i.test(device) ? 'canvas' : 'webgl',
    );
    await page.close();
  });

  test('draws with WebGL where the device calls itself a real one', async () => {
    const page = await built.browser().newPage({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(() => {
      const original = WebGL2RenderingContext.prototype.getParameter;
      const UNMASKED_RENDERER = 0x9246;
      WebGL2RenderingContext.prototype.getParameter = function (name: number) {
        return name === UNMASKED_RENDERER ? 'ANGLE (NVIDIA GeForce)' : original.call(this, name);
      };
    });
    const game = built.on(page);
    await game.open('/?lang=en&seed=1');
    await game.start();
    await page.waitForSelector('body[data-stage="ready"]');
    expect(await rendererOf(page)).toBe('webgl');
    await page.close();
  });

  test('draws on a canvas in a browser without WebGL', async () => {
    const plain = await launchBrowser(['--disable-3d-apis']);
    const { page, game } = await playing(plain);
    expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl') === null)).toBe(
      true,
    );
    expect(await rendererOf(page)).toBe('canvas');
    expect(await colorsOn(page)).toBeGreaterThan(MIN_COLORS);
    await game.step(() => undefined);
    await plain.close();
  });

  test('costs nothing while nothing moves: the page asks for no more frames', async () => {
    const page = await built.browser().newPage({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(() => {
      const ask = window.requestAnimationFrame.bind(window);
      let asked = 0;
      window.requestAnimationFrame = (callback) => {
        asked += 1;
        return ask(callback);
      };
      // The test's own clock does not count.
      Object.assign(window, { framesAsked: () => asked, testFrame: () => new Promise(ask) });
    });
    const game = built.on(page);
    await game.open('/?lang=en&seed=1');
    await game.start();
    await page.waitForSelector('body[data-stage="ready"]');
    const isAsleep = () =>
      page.evaluate(async (quiet) => {
        const { framesAsked, testFrame } = window as unknown as {
          framesAsked: () => number;
          testFrame: () => Promise<number>;
        };
        let asked = framesAsked();
        for (let still = 0, all = 0; still < quiet; all += 1) {
          if (all > 600) return false;
          await testFrame();
          still = framesAsked() === asked ? still + 1 : 0;
          asked = framesAsked();
        }
        return true;
      }, QUIET_FRAMES);
    expect(await isAsleep()).toBe(true);
    await game.step(() => undefined);
    expect(await isAsleep()).toBe(true);
    await page.close();
  });
});

/** A picture has more shades than an empty or a plain canvas. */
const MIN_COLORS = 8;

/** Different colours in a screenshot of the canvas, decoded by the browser itself. */
async function colorsOn(page: Page): Promise<number> {
  const png = (await page.locator('canvas').screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const brush = canvas.getContext('2d');
    if (!brush) return 0;
    brush.drawImage(picture, 0, 0);
    const { data: bytes } = brush.getImageData(0, 0, picture.width, picture.height);
    return new Set(new Uint32Array(bytes.buffer)).size;
  }, png);
}

describe.each(['canvas', 'webgl'] as const)('the stage alone, with %s', (renderer) => {
  async function mounted(reducedMotion = false): Promise<Page> {
    const page = await built
      .browser()
      .newPage({ viewport: { width: 960, height: 400 }, deviceScaleFactor: 1 });
    await page.goto(stageServer.url);
    await page.waitForFunction(() => 'stagePage' in window);
    await page.evaluate((options) => window.stagePage.mount(options), { renderer, reducedMotion });
    expect(await page.evaluate(() => window.stagePage.stage().renderer)).toBe(renderer);
    return page;
  }
  const asleep = (page: Page) => page.evaluate((quiet) => window.stagePage.asleep(quiet), QUIET_FRAMES);

  test('sleeps while nothing moves, wakes for a new view and sleeps again', async () => {
    const page = await mounted();
    const drawn = await asleep(page);
    expect(drawn).toBeGreaterThan(0);
    await page.evaluate(() => window.stagePage.show('after'));
    await page.waitForFunction((before) => window.stagePage.stage().framesDrawn > before, drawn);
    const later = await asleep(page);
    // The same view again: no more than the frames that it takes to see that nothing moves.
    await page.evaluate(() => window.stagePage.show('after'));
    expect((await asleep(page)) - later).toBeLessThan(10);
    await page.close();
  });

  test('moves nothing under reduced motion: the new picture is there at once', async () => {
    const page = await mounted(true);
    const before = await asleep(page);
    await page.evaluate(() => window.stagePage.show('after'));
    const after = await asleep(page);
    expect(after - before).toBeGreaterThan(0);
    expect(after - before).toBeLessThan(10);
    const still = await page.locator('canvas').screenshot();
    // With motion, the same view ends at the same picture.
    const other = await mounted();
    await other.evaluate(() => window.stagePage.show('after'));
    await asleep(other);
    expect((await other.locator('canvas').screenshot()).equals(still)).toBe(true);
    await other.close();
    await page.close();
  });

  test('reduced motion that comes on in the middle of a movement ends it', async () => {
    const page = await mounted();
    await asleep(page);
    const drawn = await page.evaluate(() => {
      const { show, stage } = window.stagePage;
      show('after');
      stage().setReducedMotion(true);
      return stage().framesDrawn;
    });
    expect((await asleep(page)) - drawn).toBeLessThan(10);
    await page.close();
  });

  test('follows the size of its place, at once and sharply', async () => {
    const page = await mounted();
    for (const size of [
      { width: 390, height: 300 },
      { width: 1280, height: 500 },
    ]) {
      await page.setViewportSize(size);
      await page.waitForFunction(({ width, height }) => {
        const canvas = document.querySelector('canvas');
        return (
          canvas?.width === width &&
          canvas.height === height &&
          canvas.clientWidth === width &&
          canvas.clientHeight === height
        );
      }, size);
      await asleep(page);
      expect(await colorsOn(page)).toBeGreaterThan(MIN_COLORS);
    }
    expect(await page.$$eval('canvas', (all) => all.length)).toBe(1);
    await page.close();
  });
});

describe('a lost graphics context', () => {
  async function lost(): Promise<{ page: Page; before: Buffer }> {
    const page = await built
      .browser()
      .newPage({ viewport: { width: 960, height: 400 }, deviceScaleFactor: 1 });
    await page.goto(stageServer.url);
    await page.waitForFunction(() => 'stagePage' in window);
    await page.evaluate(() => window.stagePage.mount({ renderer: 'webgl' }));
    await page.evaluate((quiet) => window.stagePage.asleep(quiet), QUIET_FRAMES);
    const before = await page.locator('canvas').screenshot();
    await page.evaluate(async () => {
      const canvas = document.querySelector('canvas');
      const gl = canvas?.getContext('webgl2') ?? canvas?.getContext('webgl');
      const loss = gl?.getExtension('WEBGL_lose_context');
      if (!canvas || !loss) throw new Error('the canvas has no WebGL context');
      const isLost = new Promise((resolve) => canvas.addEventListener('webglcontextlost', resolve));
      loss.loseContext();
      await isLost;
      Object.assign(window, { restoreContext: () => loss.restoreContext() });
    });
    return { page, before };
  }

  test('that comes back shows the same picture, and new views', async () => {
    const { page, before } = await lost();
    await page.evaluate(async () => {
      const canvas = document.querySelector('canvas');
      const isBack = new Promise((resolve) => canvas?.addEventListener('webglcontextrestored', resolve));
      (window as unknown as { restoreContext: () => void }).restoreContext();
      await isBack;
    });
    const drawn = await page.evaluate((quiet) => window.stagePage.asleep(quiet), QUIET_FRAMES);
    expect(await page.evaluate(() => window.stagePage.stage().renderer)).toBe('webgl');
    expect((await page.locator('canvas').screenshot()).equals(before)).toBe(true);
    await page.evaluate(() => window.stagePage.show('after'));
    await page.waitForFunction((frames) => window.stagePage.stage().framesDrawn > frames, drawn);
    await page.evaluate((quiet) => window.stagePage.asleep(quiet), QUIET_FRAMES);
    expect((await page.locator('canvas').screenshot()).equals(before)).toBe(false);
    await page.close();
  });

  test('that stays away: the stage goes on with a canvas, and shows new views', async () => {
    const { page } = await lost();
    await page.waitForFunction(() => window.stagePage.stage().renderer === 'canvas');
    await page.evaluate(() => window.stagePage.show('after'));
    await page.evaluate((quiet) => window.stagePage.asleep(quiet), QUIET_FRAMES);
    await page.waitForFunction(() => document.querySelectorAll('canvas').length === 1);
    expect(await colorsOn(page)).toBeGreaterThan(MIN_COLORS);
    await page.close();
  });
});
