import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startGameServer } from '../src/server/index.ts';
import { type BenchContext, launchBenchBrowser } from './bench-context.ts';
import { type Spread, spreadOf } from './spread.ts';

export const needsBrowser = true;

export interface DebriefBench {
  /** Milliseconds from the last decision to a debrief on the screen with all its findings, by slowdown of the page. */
  readonly readyMs: { readonly x1: Spread; readonly x4: Spread };
}

const VISITS = 7;
/** Nobody reads a page faster. */
const READING_MS = 2_000;

/**
 * Opens a kept run before its last steps. The first of them is not measured: it starts the sound, and leaves the
 * worker time to get ready, as a run that was played does. Then takes the last one, and waits until all is worked out.
 */
export async function run(context: BenchContext): Promise<DebriefBench> {
  const server = await startGameServer({ root: path.join(context.root, 'dist/client'), port: 0 });
  const browser = await launchBenchBrowser(context);
  const save = lastStepsOpen(readFileSync(path.join(context.root, 'tests/replays/history-3.json'), 'utf8'));
  try {
    const measure = async (slowdown: number): Promise<Spread> => {
      const times: number[] = [];
      for (let visit = 0; visit < VISITS; visit += 1)
        times.push(await readyAfter(browser, server.url, save, slowdown));
      return spreadOf(times, 'time');
    };
    return { readyMs: { x1: await measure(1), x4: await measure(4) } };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The same run without the last two things the player did, and what followed. */
function lastStepsOpen(text: string): string {
  const save = JSON.parse(text);
  const isPlayers = ({ type }: { type: string }) => type !== 'agenda.next';
  const last = save.events.findLastIndex(isPlayers);
  const before = save.events.slice(0, last).findLastIndex(isPlayers);
  return JSON.stringify({ ...save, events: save.events.slice(0, before) });
}

async function readyAfter(browser: Browser, url: string, save: string, slowdown: number): Promise<number> {
  const browsing = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await browsing.newPage();
  await page.goto(`${url}/?lang=de&stage=off`);
  await page.setInputFiles('input[type="file"]', {
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(save),
  });
  await page.waitForSelector('body[data-screen="play"]');
  await page.click('[data-action="continue"]');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(READING_MS);
  const session = await browsing.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const ready = await page.evaluate(playLastStep);
  await browsing.close();
  return ready;
}

/**
 * In the page, so that only the page is measured: takes the last decision, opens the debrief as soon as its button has
 * been painted, and waits until all findings are painted too. Resolves to milliseconds.
 */
async function playLastStep(): Promise<number> {
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        watch.disconnect();
        resolve();
      };
      const watch = new MutationObserver(look);
      watch.observe(document, { subtree: true, childList: true, attributes: true });
      look();
    });
  const painted = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve())));
  const press = (action: string) => document.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
  const started = performance.now();
  press('continue');
  await until(() => document.querySelector('[data-action="debrief"]') !== null);
  await painted();
  press('debrief');
  await until(
    () =>
      document.querySelector('[data-chapter="happened"]') !== null &&
      document.querySelector('.debrief__working') === null,
  );
  await painted();
  return performance.now() - started;
}
