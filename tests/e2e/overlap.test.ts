import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createGamePage } from '../support/game-page.ts';
import { type BuiltServer, startBuiltServer } from '../support/server.ts';

// The picture of 28 August: before it some contracts with the first buyer suit everyone, after it none.

let browser: Browser;
let server: BuiltServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startBuiltServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const SCENE = 's12-catalogue';
/** The way of the real case: nothing is sold before the new rule, and the suit is filed. */
const WAY: Readonly<Record<string, string>> = {
  's02-who-first': 'microsoft',
  's03-ms-calls': 'open-auction',
  's06-divest-order': 'prepare-suit',
  's09-table-ms': 'not-yet',
  's10-sue': 'file',
};
const MAX_STEPS = 60;
const SIZES = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};

interface Visit {
  readonly language?: string;
  readonly size?: keyof typeof SIZES;
  readonly motion?: 'reduce' | 'no-preference';
  readonly prepare?: (page: Page) => Promise<unknown>;
}

async function toPicture({ language = 'de', size = 'desktop', motion = 'reduce', prepare }: Visit) {
  const context = await browser.newContext({ viewport: SIZES[size], reducedMotion: motion });
  const page = await context.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('pageerror', (error) => errors.push(String(error)));
  await prepare?.(page);
  const game = createGamePage(page, server.url);
  await game.open(`/?lang=${language}&seed=5&stage=off`);
  await game.start({ tier: 'expert' });
  for (let steps = 0; (await game.shown()).scene !== SCENE; steps += 1) {
    expect(steps).toBeLessThan(MAX_STEPS);
    await game.step((scene) => WAY[scene]);
  }
  return { game, page, asked, errors, close: () => context.close() };
}

const ready = (page: Page) => page.waitForSelector('[data-overlap="ready"]');
const wordsOf = (page: Page) => page.textContent('[data-overlap]');

/** Numbers of the table, by phase and row, as they stand there. */
const tableOf = (page: Page): Promise<readonly (readonly string[])[]> =>
  page.$$eval('.overlap__table tr[data-row]', (rows) =>
    rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  );
const workersOf = (asked: readonly string[]) => asked.filter((path) => /worker-[\w-]{8,}\.js$/.test(path));

describe('the picture of the overlap', () => {
  test.each([
    ['de', '13 von 1.000 passen allen', 'Kein Vertrag passt allen', '27.702', '371'],
    ['en', '13 in 1,000 suit everyone', 'No contract suits everyone', '27,702', '371'],
  ])(
    'says in %s what it shows, and has the numbers in a table',
    async (language, before, after, all, left) => {
      const { page, asked, errors, close } = await toPicture({ language });
      await ready(page);
      const phases = await page.$$eval('[data-phase]', (list) =>
        list.map((phase) => phase.getAttribute('data-agreed')),
      );
      expect(phases).toEqual([left, '0']);
      const words = await wordsOf(page);
      for (const part of [before, after]) expect(words).toContain(part);
      expect(await page.getAttribute('[data-phase="P3"] svg[role="img"]', 'aria-label')).toContain(after);

      await page.click('.overlap__table > summary');
      expect(await page.textContent('.overlap__table caption')).toContain(all);
      const rows = await tableOf(page);
      expect(rows).toHaveLength(10);
      expect(rows.map((row) => row.at(-1)).slice(3, 5)).toEqual([left, left]);
      expect(rows.map((row) => row.at(-1)).slice(-2)).toEqual(['0', '0']);
      expect(workersOf(asked)).toHaveLength(1);
      expect(asked.filter((path) => /\/work-/.test(path))).toEqual([]);
      expect(errors).toEqual([]);
      await close();
    },
  );

  test.each(['desktop', 'phone', 'small'] as const)(
    'passes axe with its table open, and is no wider than the page: %s',
    async (size) => {
      const { page, close } = await toPicture({ size });
      await ready(page);
      await page.focus('.overlap__table > summary');
      await page.keyboard.press('Enter');
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      await close();
    },
  );

  test.each<[string, (page: Page) => Promise<unknown>]>([
    ['its file cannot be loaded', (page) => page.route(/worker/, (route) => route.abort())],
    [
      'the browser has none',
      async (page) => {
        await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
      },
    ],
  ])('comes from the page itself when there is no worker: %s', async (_, prepare) => {
    const { game, page, asked, errors, close } = await toPicture({ prepare });
    await ready(page);
    expect(await wordsOf(page)).toContain('13 von 1.000 passen allen');
    expect(asked.filter((path) => /\/work-/.test(path))).toHaveLength(1);
    expect(errors).toEqual([]);
    const before = await game.step(() => 'comply-apply');
    expect(before.scene).toBe(SCENE);
    await close();
  });

  test('fails in words when nothing can count, and the game goes on', async () => {
    const { game, page, close } = await toPicture({
      prepare: (page) => page.route(/work/, (route) => route.abort()),
    });
    await page.waitForSelector('[data-overlap="failed"]');
    expect(await axeViolations(page)).toEqual([]);
    await game.step(() => 'comply-apply');
    expect((await game.shown()).state).toBe('feedback');
    await close();
  });

  test('can be left while it is still being counted', async () => {
    const { game, page, close } = await toPicture({
      prepare: (page) =>
        page.route(/worker/, () => {
          // Never answered: the worker stays under way.
        }),
    });
    expect(await page.getAttribute('[data-overlap]', 'aria-busy')).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await game.step(() => 'comply-apply');
    expect(await page.$('[data-overlap]')).toBeNull();
    await close();
  });

  test('moves the new side in, and not for who wants less motion', async () => {
    const motionOf = async (motion: 'reduce' | 'no-preference') => {
      const { page, close } = await toPicture({ motion });
      await ready(page);
      await page.locator('[data-phase="P3"] .overlap__field').scrollIntoViewIfNeeded();
      await page.waitForSelector('[data-seen="true"]');
      const names = await page.$eval('.overlap__area--new', (area) => [
        getComputedStyle(area).animationName,
        getComputedStyle(area).translate,
      ]);
      await close();
      return names;
    };
    expect((await motionOf('no-preference'))[0]).toBe('overlap-comes');
    expect(await motionOf('reduce')).toEqual(['none', 'none']);
  });
});
