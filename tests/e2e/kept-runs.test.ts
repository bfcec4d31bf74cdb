import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeShareCode } from '../../src/client/app/share-code.ts';
import { launchBrowser } from '../support/browser.ts';
import { createGamePage, exported, type GamePage } from '../support/game-page.ts';
import { type BuiltServer, startBuiltServer } from '../support/server.ts';

// Runs as they lie on the device, with several tabs, links and reloads: none is lost, none comes back.

let browser: Browser;
let server: BuiltServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startBuiltServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function newGame() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  return { page, context, game: createGamePage(page, server.url) };
}

const notices = (page: Page) =>
  page.$$eval('[data-notice]', (all) => all.map((notice) => (notice as HTMLElement).dataset.notice));

async function untilChoices(game: GamePage): Promise<void> {
  while ((await game.shown()).choices.length === 0) await game.step(() => undefined);
}

/** Names of the runs in the browser's database. */
const savedRuns = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('letztes-gebot');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction('runs').objectStore('runs').getAllKeys();
          keys.onsuccess = () => resolve(keys.result.map(String).filter((key) => key.startsWith('run/')));
        };
      }),
  );

describe('a run', () => {
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
    const before = await other.shown();
    await other.page.reload();
    await other.page.waitForSelector('[data-state="feedback"]');
    expect(await other.shown()).toEqual(before);
    expect(await savedRuns(page)).toHaveLength(2);
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
    expect(await savedRuns(page)).toEqual([]);
    await context.close();
  });

  test('in the address opens once: after a reload the player is where they were', async () => {
    const teacher = await newGame();
    await teacher.game.open('/?lang=en&seed=1&stage=off');
    await teacher.game.start();
    for (let steps = 0; steps < 3; steps += 1) await teacher.game.step(() => undefined);
    const shared = await teacher.game.shown();
    const code = await encodeShareCode(JSON.parse(await exported(teacher.page)));
    await teacher.context.close();

    const { page, game, context } = await newGame();
    await game.open(`/?lang=en&stage=off&run=${code}`);
    await page.waitForSelector(`body[data-screen="${shared.screen}"]`);
    expect(await game.shown()).toEqual(shared);
    expect(new URL(page.url()).search).toBe('?lang=en&stage=off');
    expect(await notices(page)).toEqual([]);
    await untilChoices(game);
    await game.step(() => undefined);
    const before = await game.shown();
    expect(before).not.toEqual(shared);
    await page.reload();
    await page.waitForSelector(`[data-scene="${before.scene}"]`);
    expect(await game.shown()).toEqual(before);
    expect(await savedRuns(page)).toHaveLength(1);
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await context.close();
  });

  test('that is deleted leaves the focus to the next one, and the last to the heading', async () => {
    const { page, game, context } = await newGame();
    for (const seed of [1, 2]) {
      await game.open(`/?lang=en&seed=${seed}&stage=off`);
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
    expect(await page.$(`[data-run="${second}"] [data-action="open-run"]:focus`)).not.toBeNull();
    await remove(second);
    expect(await page.$('h1:focus')).not.toBeNull();
    await context.close();
  });
});
