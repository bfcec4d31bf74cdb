import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';

// What the player takes along from a debrief: opened, and looked into.

const built = useBuiltGame();
const RUN = new URL('../replays/history-3.json', import.meta.url);

/** In the page: it has always something to do. */
function neverAtRest(): void {
  globalThis.requestIdleCallback = () => 0;
}

async function takeAwayIn(language: string, width: number, prepare?: () => void) {
  const visit = await built.visit({ viewport: { width, height: 720 }, reducedMotion: 'reduce' });
  const { page } = visit;
  if (prepare) await page.addInitScript(prepare);
  await built.on(page).open(`/?lang=${language}&stage=off`);
  const buffer = await readFile(RUN);
  await page.setInputFiles('input[type="file"]', { name: 'r.json', mimeType: 'application/json', buffer });
  await page.waitForSelector('body[data-screen="ending"]');
  await page.click('[data-action="debrief"]');
  await page.click('[data-action="chapter-takeAway"]');
  await page.waitForSelector('[data-action="take-csv"]');
  return visit;
}

async function fileOf(page: Page, action: string): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-action="${action}"]`)]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

describe.each(['de', 'en'])('what is taken along in %s', (language) => {
  test('is a link that plays the run again, and three files', async () => {
    const { page, close } = await takeAwayIn(language, 320);
    await page.click('[data-action="take-link"]');
    const link = await page.inputValue('.take__field');
    expect(await page.textContent('[data-part="link"] [role="status"]')).not.toBe('');
    const picture = await fileOf(page, 'take-picture');
    expect(picture.name).toMatch(/\.png$/);
    expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.content.readUInt32BE(16), picture.content.readUInt32BE(20)]).toEqual([1200, 630]);
    const table = await fileOf(page, 'take-csv');
    expect(table.content.toString().trimEnd().split('\r\n')).toHaveLength(27);
    const data = await fileOf(page, 'take-json');
    expect(JSON.parse(data.content.toString())).toMatchObject({ format: 'letztes-gebot/debrief', language });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const title = (await page.textContent('h1[data-heading]')) ?? '';
    const other = await built.visit({});
    await other.page.goto(link);
    await other.page.waitForSelector('body[data-screen="ending"]');
    await other.page.locator('h1', { hasText: title }).waitFor();
    await other.close();
    await close();
  });

  test('is a report of two pages with tags, on both sorts of paper', async () => {
    const { page, close } = await takeAwayIn(language, 1280);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format, tagged: true })).toString('latin1');
      expect(pdf).toContain('/StructTreeRoot');
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1:visible').count()).toBe(1);
    expect(await page.locator('button:visible, nav:visible').count()).toBe(0);
    await close();
  });

  test('is the whole report for who prints before the page rests', async () => {
    const { page, close } = await takeAwayIn(language, 1280, neverAtRest);
    expect(await page.locator('.report').count()).toBe(0);
    const pdf = (await page.pdf({ format: 'A4', tagged: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
    await close();
  });
});
