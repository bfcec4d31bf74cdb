import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { createGamePage } from '../support/game-page.ts';
import { type BuiltServer, startBuiltServer } from '../support/server.ts';
import { loadTiktok } from '../support/tiktok.ts';

// The model on screen: its card from the start, its numbers when the run is over.

let browser: Browser;
let server: BuiltServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startBuiltServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const scenario = loadTiktok();
const { model } = scenario;
const card = scenario.texts.de?.model.card;
const MAX_STEPS = 150;
const SIZES = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};

async function visit(size: keyof typeof SIZES = 'desktop') {
  const context = await browser.newContext({ viewport: SIZES[size], reducedMotion: 'reduce' });
  const page = await context.newPage();
  return { page, game: createGamePage(page, server.url), close: () => context.close() };
}
const widerThanPage = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('the weights of the model', () => {
  test('are nowhere to be seen before the run is over, and all there when it is', async () => {
    const { page, game, close } = await visit();
    await game.open('/?lang=de&seed=3&stage=off');
    await game.start();
    for (let steps = 0; (await game.shown()).screen !== 'ending'; steps += 1) {
      expect(steps).toBeLessThan(MAX_STEPS);
      expect(await page.$('.weights')).toBeNull();
      await game.step(() => undefined);
    }
    await page.focus('.weights > summary');
    await page.keyboard.press('Enter');
    const rows = await page.$$eval('.weights__scroll:first-of-type tr[data-row]', (list) =>
      list.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))),
    );
    const table = rows.slice(0, model.issues.length);
    expect(table).toEqual(
      model.issues.map(({ id }) => model.preferences.map(({ weights }) => weights[id] ?? 0)),
    );
    expect(rows[model.issues.length]).toEqual(model.preferences.map(() => 100));
    await close();
  });

  test.each(['desktop', 'phone', 'small'] as const)('pass axe with every table open: %s', async (size) => {
    const { page, game, close } = await visit(size);
    await game.open('/?lang=en&seed=3&stage=off');
    await game.start();
    while ((await game.shown()).screen !== 'ending') await game.step(() => undefined);
    await page.click('.weights > summary');
    for (const issue of model.issues) await page.click(`[data-scores="${issue.id}"] > summary`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await widerThanPage(page)).toBe(0);
    await close();
  });
});

describe.skipIf(!card)('the card of the model', () => {
  test.each(['desktop', 'small'] as const)(
    'opens from the title, gives the focus back, and passes axe: %s',
    async (size) => {
      const { page, game, close } = await visit(size);
      await game.open('/?lang=de');
      await page.click('[data-action="model"]');
      await page.waitForSelector('dialog[open][data-dialog="model"]');
      expect(await page.textContent('dialog[open] h2')).toBe(card?.title);
      expect(await axeViolations(page)).toEqual([]);
      const note = await page.$('dialog[open] [data-action="source"]');
      if (note) {
        await note.click();
        await page.waitForSelector('dialog[open][data-dialog="fact"]');
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog[open][data-dialog="model"]');
      }
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog[open]', { state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.matches('[data-action="model"]'))).toBe(true);
      await close();
    },
  );

  test('stands on the page about the game', async () => {
    const { page, game, close } = await visit('phone');
    await game.open('/?lang=de');
    await page.click('[data-action="about"]');
    await page.waitForSelector('body[data-screen="about"] [data-card]');
    const sections = await page.$$eval('[data-card]', (list) =>
      list.map((section) => section.getAttribute('data-card')),
    );
    expect(sections).toEqual((card?.sections ?? []).map(({ id }) => id));
    expect(await axeViolations(page)).toEqual([]);
    expect(await widerThanPage(page)).toBe(0);
    await close();
  });
});
