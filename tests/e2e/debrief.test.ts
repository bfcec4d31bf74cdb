import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';

// The debrief of a golden run, in the browser: what can be picked, tried and kept there.

const built = useBuiltGame();
const RUN = path.resolve(import.meta.dirname, '../replays/history-3.json');
const SIZES = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};

async function debriefIn(language: string, size: keyof typeof SIZES = 'desktop') {
  const visit = await built.visit({ viewport: SIZES[size], reducedMotion: 'reduce' });
  await visit.game.open(`/?lang=${language}&stage=off`);
  await visit.page.setInputFiles('input[type="file"]', RUN);
  await visit.page.waitForSelector('body[data-screen="ending"]');
  await visit.page.click('[data-action="debrief"]');
  await visit.page.waitForSelector('.debrief__working', { state: 'detached' });
  return visit;
}

async function chapter(page: Page, name: string): Promise<void> {
  await page.click(`[data-action="chapter-${name}"]`);
  await page.waitForSelector(`[data-chapter="${name}"]`);
}

const chaptersOf = (page: Page) =>
  page.$$eval('[data-action^="chapter-"]', (tabs) =>
    tabs.map((tab) => (tab as HTMLElement).dataset.action?.slice('chapter-'.length) ?? ''),
  );

describe.each(['de', 'en'])('the debrief in %s', (language) => {
  test.each(['desktop', 'small'] as const)(
    'passes axe with everything unfolded, at the size %s',
    async (size) => {
      const { page, close } = await debriefIn(language, size);
      const found: string[] = [];
      for (const name of await chaptersOf(page)) {
        await chapter(page, name);
        await page.$$eval('.debrief details', (all) => {
          for (const one of all) (one as HTMLDetailsElement).open = true;
        });
        found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) found.push(`${name}: ${overflow} px wider than the page`);
      }
      expect(found).toEqual([]);
      await close();
    },
  );

  test('picks contracts, changes what the picture compares, zooms and walks, with the keyboard', async () => {
    const { page, close } = await debriefIn(language);
    await chapter(page, 'why');
    const title = () => page.textContent('.contracts__picked h4');
    const first = await title();
    await page.focus('[data-action="pick-reference-1"]');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('[data-action="pick-reference-1"]', 'aria-pressed')).toBe('true');
    const second = await title();
    expect(second).not.toBe(first);

    const axes = () => page.$$eval('.plane__name', (all) => all.map(({ textContent }) => textContent));
    const before = await axes();
    await page.focus('.contracts__planes input:checked');
    await page.keyboard.press('ArrowDown');
    await expect.poll(axes).not.toEqual(before);

    const zone = () => page.getAttribute('.plane__picture .plane__dot >> nth=0', 'cx');
    const place = await zone();
    await page.focus('[data-action="zoom-in"]');
    await page.keyboard.press('Enter');
    await expect.poll(zone).not.toBe(place);
    await page.focus('[data-action="zoom-out"]');
    await page.keyboard.press('Enter');
    await expect.poll(zone).toBe(place);

    await page.focus('.contracts__walk input');
    await page.keyboard.press('ArrowRight');
    await expect.poll(title).not.toBe(second);
    expect(await page.getAttribute('.contracts__walk input', 'aria-valuetext')).toMatch(/\d/);
    await close();
  });
});
