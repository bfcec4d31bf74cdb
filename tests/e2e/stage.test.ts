import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { createGamePage } from '../support/game-page.ts';
import { type BuiltServer, startBuiltServer } from '../support/server.ts';

let browser: Browser;
let server: BuiltServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startBuiltServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('the stage', () => {
  test('draws behind the words, one canvas for the whole visit', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const game = createGamePage(page, server.url);
    await game.open('/?lang=en&seed=1');
    await game.start();
    await page.waitForSelector('body[data-stage="ready"]');
    for (let steps = 0; steps < 5; steps += 1) await game.step(() => undefined);
    expect(await page.$$eval('canvas', (all) => all.length)).toBe(1);
    const isHidden = await page.$eval('canvas', (canvas) => canvas.closest('[aria-hidden="true"]') !== null);
    expect(isHidden).toBe(true);
    await page.close();
  });

  test('the first decision does not wait for it', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    // The chunk never arrives: whatever works now works before the stage.
    await page.route(/stage-[^/]*\.js$/, () => {});
    const game = createGamePage(page, server.url);
    await game.open('/?lang=en&seed=1');
    await game.start();
    while ((await game.shown()).choices.length === 0) await game.step(() => undefined);
    await game.step(() => undefined);
    expect(await page.getAttribute('body', 'data-stage')).toBeNull();
    await page.close();
  });

  test('is off with ?stage=off', async () => {
    const page = await browser.newPage();
    const chunks: string[] = [];
    page.on('request', (request) => chunks.push(request.url()));
    const game = createGamePage(page, server.url);
    await game.open('/?lang=en&stage=off');
    await game.start();
    expect(await page.getAttribute('body', 'data-stage')).toBe('off');
    expect(chunks.filter((address) => /stage-/.test(address))).toEqual([]);
    await page.close();
  });
});
