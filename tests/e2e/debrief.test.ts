import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { encodeShareCode } from '../../src/client/app/share-code.ts';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { untilRunsAreKept } from '../support/device.ts';
import { notices } from '../support/game-page.ts';

// The debrief of a golden run, in the browser: what can be picked, tried and kept there.

const built = useBuiltGame();
const replay = (name: string) => path.resolve(import.meta.dirname, `../replays/${name}.json`);
const RUN = replay('history-3');
const SIZES = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};

async function debriefIn(language: string, size: keyof typeof SIZES = 'desktop', runs = [RUN]) {
  const visit = await built.visit({ viewport: SIZES[size], reducedMotion: 'reduce' });
  const { page } = visit;
  for (const [at, run] of runs.entries()) {
    await visit.game.open(`/?lang=${language}&stage=off`);
    await page.setInputFiles('input[type="file"]', run);
    await page.waitForSelector('body[data-screen="ending"]');
    await untilRunsAreKept(page, at + 1);
    // The same address again would be a reload, which stays where it is.
    if (at < runs.length - 1) await page.goto('about:blank');
  }
  await page.click('[data-action="debrief"]');
  await page.waitForSelector('.debrief__working', { state: 'detached' });
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
    await page.focus('[data-action^="pick-reference"] >> nth=0');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('[data-action^="pick-reference"] >> nth=0', 'aria-pressed')).toBe('true');
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

  test('keeps own words on the device, also when the page is loaded again', async () => {
    const { page, close } = await debriefIn(language, 'phone');
    await chapter(page, 'soWhat');
    await page.fill('.so-what textarea >> nth=0', 'Ein eigener Gedanke.');
    await page.keyboard.press('Tab');
    await page.waitForSelector('.so-what__state[data-state="kept"]');
    await page.reload();
    await page.waitForSelector('body[data-screen="debrief"]');
    await chapter(page, 'soWhat');
    await expect.poll(() => page.inputValue('.so-what textarea >> nth=0')).toBe('Ein eigener Gedanke.');
    await close();
  });

  test('keeps what is pasted just before the page is loaded again', async () => {
    const { page, close } = await debriefIn(language, 'phone');
    for (let turn = 1; turn <= 4; turn += 1) {
      await chapter(page, 'soWhat');
      await page.fill('.so-what textarea >> nth=0', `Gedanke ${turn}`);
      await page.reload();
      await page.waitForSelector('body[data-screen="debrief"]');
      await chapter(page, 'soWhat');
      expect(await page.inputValue('.so-what textarea >> nth=0')).toBe(`Gedanke ${turn}`);
    }
    await close();
  });

  test('draws the runs of this device as a tree, and counts the endings that were found', async () => {
    const { page, close } = await debriefIn(language, 'small', [replay('ban-2'), RUN]);
    await chapter(page, 'whatIf');
    await page.waitForSelector('.run-tree');
    expect(await page.$$('.run-tree__end')).toHaveLength(2);
    expect(await page.$$('.run-tree__end[data-this="true"]')).toHaveLength(1);
    expect(await page.$$('.ending-card[data-ending]')).toHaveLength(2);
    expect(await axeViolations(page)).toEqual([]);
    // Whoever goes back keeps the run that is over.
    await page.click('[data-decision="0"] summary');
    await page.click('[data-decision="0"] [data-action="rewind"]');
    await page.waitForSelector('body[data-screen="play"]');
    await untilRunsAreKept(page, 3);
    await close();
  });
});

describe('a link to a run', () => {
  const save = JSON.parse(readFileSync(RUN, 'utf8'));
  const first = save.events.find(({ type }: { type: string }) => type === 'choice.take');
  const without = save.events.filter((event: unknown) => event !== first);

  test.each([
    ['that was cut', async () => (await encodeShareCode(save)).slice(0, 200), 'share-code-broken'],
    ['of a later version', () => encodeShareCode({ ...save, version: 99 }), 'save-version'],
    [
      'with choices that nobody can make',
      () => encodeShareCode({ ...save, events: without }),
      'save-outdated',
    ],
  ])('%s says so, and offers to start', async (_, code, problem) => {
    const { page, game, close } = await built.visit();
    await game.open(`/?lang=de&stage=off&run=${await code()}`);
    await page.waitForSelector('[data-notice]');
    expect(await notices(page)).toEqual([problem]);
    expect(await page.getAttribute('body', 'data-screen')).toBe('title');
    await page.click('[data-action="start"]');
    await page.waitForSelector('body[data-screen="setup"]');
    await close();
  });
});
