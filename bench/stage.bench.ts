import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startGameServer } from '../src/server/index.ts';
// Brings the type of `window.stagePage`.
import type {} from '../tests/support/stage-page/main.ts';
import { type BenchContext, launchBenchBrowser } from './bench-context.ts';
import { type Spread, spreadOf } from './spread.ts';

export const needsBrowser = true;

export interface StageFigures {
  /** Milliseconds between two frames of the page while the stage moves. */
  readonly frameMs: Spread;
  /** Frames that the stage drew while it moved, as a share of the frames of the page. */
  readonly drawnShare: number;
  /** Frames that the stage drew after it had gone to sleep; must be 0. */
  readonly framesWhileIdle: number;
}

export interface StageBench {
  readonly canvas: Throttled;
  readonly webgl: Throttled;
  /** Name of the graphics device: a software device makes WebGL look as slow as it is there. */
  readonly device: string;
}

/** By how many times slower the processor was made. */
type Throttled = Readonly<Record<'1x' | '4x' | '6x', StageFigures>>;

const VIEWPORT = { width: 1280, height: 720 };
const WARM_UP_FRAMES = 30;
const FRAMES = 100;
/** Frames of the page without a new one on the stage after which it counts as asleep, and the watch after that. */
const QUIET_FRAMES = 30;
const IDLE_FRAMES = 120;

/** Moves the stage, 1280 x 720 at one pixel per pixel, with both renderers and on slower processors. */
export async function run(context: BenchContext): Promise<StageBench> {
  const server = await startGameServer({ root: path.join(context.root, 'dist/stage-page'), port: 0 });
  const browser = await launchBenchBrowser(context);
  const all = async (renderer: RendererKind): Promise<Throttled> => {
    const at = (rate: number) => measure({ browser, url: server.url, renderer, rate });
    return { '1x': await at(1), '4x': await at(4), '6x': await at(6) };
  };
  try {
    return { canvas: await all('canvas'), webgl: await all('webgl'), device: await deviceOf(browser) };
  } finally {
    await browser.close();
    await server.close();
  }
}

type RendererKind = 'canvas' | 'webgl';

interface Case {
  readonly browser: Browser;
  readonly url: string;
  readonly renderer: RendererKind;
  readonly rate: number;
}

async function measure({ browser, url, renderer, rate }: Case): Promise<StageFigures> {
  console.error(`  ${renderer}, processor ${rate} times slower …`);
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 1 });
  await page.goto(url);
  await page.waitForFunction(() => 'stagePage' in window);
  await page.evaluate((kind) => window.stagePage.mount({ renderer: kind }), renderer);
  const used = await page.evaluate(() => window.stagePage.stage().renderer);
  if (used !== renderer) throw new Error(`the stage fell back from ${renderer} to ${used}`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  await page.evaluate((frames) => window.stagePage.move(frames), WARM_UP_FRAMES);
  const moving = await page.evaluate(async (frames) => {
    const { move, stage } = window.stagePage;
    const before = stage().framesDrawn;
    const times = await move(frames);
    return { times, drawn: stage().framesDrawn - before };
  }, FRAMES);
  const framesWhileIdle = await page.evaluate(
    async ([quiet, idle]) => {
      const { asleep, watch, stage } = window.stagePage;
      const drawn = await asleep(quiet);
      await watch(idle);
      return stage().framesDrawn - drawn;
    },
    [QUIET_FRAMES, IDLE_FRAMES] as const,
  );
  await page.close();
  return {
    frameMs: spreadOf(moving.times, 'time'),
    drawnShare: moving.drawn / FRAMES,
    framesWhileIdle,
  };
}

async function deviceOf(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const device = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return String(info ? gl?.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'none');
  });
  await page.close();
  return device;
}
