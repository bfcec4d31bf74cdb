import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { notices } from '../support/game-page.ts';

// The table comes when one opens. Until then the page says so, and the focus is never lost.

const built = useBuiltGame();
const PAGES = /\/late-pages-[^/]*\.js$/;
const ROOM = /\/table-room-[^/]*\.js$/;

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-heading]')?.textContent ?? '');

/** Keeps files back until the returned function lets them go. */
async function hold(page: Page, files: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

describe('a table that is still on its way', () => {
  test('keeps title and focus, and hands the focus on when it is there', async () => {
    const { page, game, close } = await built.visit();
    const release = await hold(page, ROOM);
    await game.open('/?lang=en&stage=off');
    await page.click('[data-action="practice"]');
    await page.waitForSelector('main[aria-busy="true"]');
    const title = await page.textContent('[data-heading]');
    expect(await focused(page)).toBe(title);
    expect(await page.textContent('main [role="status"]')).toMatch(/\S/);
    expect(await axeViolations(page)).toEqual([]);
    release();
    await page.waitForSelector('[data-table="open"]');
    expect(await page.textContent('[data-heading]')).toBe(title);
    expect(await focused(page)).toBe(title);
    await close();
  });

  test('takes no focus from where the player has moved it', async () => {
    const { page, game, close } = await built.visit();
    const release = await hold(page, ROOM);
    await game.open('/?lang=en&stage=off');
    await page.click('[data-action="practice"]');
    await page.waitForSelector('main[aria-busy="true"]');
    await page.click('[data-action="settings"]');
    await page.waitForSelector('[data-dialog="settings"], dialog[open]');
    release();
    await page.waitForSelector('[data-table="open"]');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await close();
  });

  test('that cannot be had says so, and comes with the next try', async () => {
    const { page, game, close } = await built.visit();
    let isOffline = true;
    await page.route(ROOM, (route) => (isOffline ? route.abort() : route.continue()));
    await game.open('/?lang=en&stage=off');
    await page.click('[data-action="practice"]');
    await page.waitForSelector('[data-notice="offline-chunk"]');
    expect(await notices(page)).toEqual(['offline-chunk']);
    await page.waitForSelector('main:not([aria-busy="true"]) [data-action="retry"]');
    isOffline = false;
    await page.click('[data-notice="offline-chunk"] button');
    await page.waitForSelector('[data-table="open"]');
    await close();
  });
});

describe('what could not be loaded', () => {
  test('comes with the next try, with its styles, and nobody has lost the focus', async () => {
    const { page, game, close } = await built.visit();
    let isOffline = true;
    await page.route(/\/(?:table-room|late-pages)-[^/]*\.(?:js|css)$/, (route) =>
      isOffline ? route.abort() : route.continue(),
    );
    await game.open('/?lang=en&stage=off');
    for (const [open, style] of [
      ['practice', 'table-room'],
      ['sources', 'late-pages'],
    ] as const) {
      isOffline = true;
      await page.click(`[data-action="${open}"]`);
      await page.waitForSelector('[data-action="retry"]');
      expect(await page.getAttribute('main', 'aria-busy')).not.toBe('true');
      expect(await axeViolations(page)).toEqual([]);
      // Once more in vain.
      await page.click('[data-action="retry"]');
      await page.waitForSelector('main:not([aria-busy="true"]) [data-action="retry"]');
      isOffline = false;
      await page.click('[data-action="retry"]');
      await page.waitForSelector('[data-table="open"], .page--sources');
      expect(await focused(page)).toBe(await page.textContent('[data-heading]'));
      expect(
        await page.evaluate(
          (name) => [...document.styleSheets].some(({ href }) => href?.includes(name)),
          style,
        ),
      ).toBe(true);
      expect(await notices(page)).toEqual([]);
      await page.click('[data-action="back"]');
      await page.waitForSelector('body[data-screen="title"]');
    }
    await close();
  });

  test('can be left', async () => {
    const { page, game, close } = await built.visit();
    await page.route(PAGES, (route) => route.abort());
    await game.open('/?lang=en&stage=off');
    await page.click('[data-action="sources"]');
    await page.click('[data-action="leave"]');
    await page.waitForSelector('body[data-screen="title"]');
    await close();
  });
});

test('a late page takes no focus from where the player has moved it', async () => {
  const { page, game, close } = await built.visit();
  const release = await hold(page, PAGES);
  await game.open('/?lang=en&stage=off');
  await page.click('[data-action="sources"]');
  await page.waitForSelector('main[aria-busy="true"]');
  await page.focus('.skip-link');
  release();
  await page.waitForSelector('.page--sources');
  expect(await page.evaluate(() => document.activeElement?.matches('.skip-link'))).toBe(true);
  await close();
});
