import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { notices } from '../support/game-page.ts';

// A teacher who has never seen the game: finds a plan, prints it, holds the lesson by its clock.

const built = useBuiltGame();

async function openPlans(page: Page): Promise<void> {
  await page.click('[data-action="about"]');
  await page.click('[data-action="lesson-plans"]');
  await page.waitForSelector('[data-screen="class-plan"] .timetable');
}
const press = (page: Page, action: string) => page.click(`[data-action="${action}"]`);
const phaseOf = (page: Page) => page.textContent('#lesson-clock');
const secondsIn = (page: Page, timer: string) =>
  page.$eval(`[data-timer="${timer}"] .lesson-clock__digits`, (digits) => {
    const [minutes = 0, seconds = 0] = (digits.textContent ?? '').split(':').map(Number);
    return minutes * 60 + seconds;
  });
const widerThanPage = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('the lesson plans', () => {
  test.each(['de', 'en'])(
    'are found from the page about the game, and read as a table, in %s',
    async (lang) => {
      const { page, game, close } = await built.visit();
      await game.open(`?lang=${lang}&stage=off`);
      await openPlans(page);
      expect(await page.$$('[data-action="choose-plan"]')).toHaveLength(4);
      await page.click('[data-plan="projector-90"] button');
      expect(await page.$$('[data-lesson="projector-90"] tbody tr')).toHaveLength(7);
      expect(await page.$$('[data-scene-prompts="s12-catalogue"]')).not.toHaveLength(0);
      expect(await axeViolations(page)).toEqual([]);
      await page.click('.timetable [data-action="source"]');
      await page.waitForSelector('dialog[open]');
      await close();
    },
  );

  test('run by the clock, which only the teacher moves, through a reload to the end', async () => {
    const { page, game, close } = await built.visit();
    await game.open('?lang=de&stage=off');
    await openPlans(page);
    await press(page, 'start-lesson');
    await page.waitForSelector('[data-clock="running"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lesson-clock');
    expect(await phaseOf(page)).toBe('Einstieg');
    const atFirst = await secondsIn(page, 'phase');
    await expect.poll(() => secondsIn(page, 'phase')).toBeLessThan(atFirst);
    await press(page, 'add-minute');
    await expect.poll(() => secondsIn(page, 'phase')).toBeGreaterThan(atFirst);

    await press(page, 'next-phase');
    expect(await phaseOf(page)).toBe('Vorab-Test');
    expect(await page.textContent('.lesson-clock [role="status"]')).toContain('Vorab-Test');
    expect(await page.getAttribute('[data-phase="pre"]', 'aria-current')).toBe('step');
    expect(await axeViolations(page)).toEqual([]);

    await press(page, 'pause-lesson');
    await page.reload();
    await page.waitForSelector('[data-clock="paused"]');
    expect(await phaseOf(page)).toBe('Vorab-Test');
    await press(page, 'pause-lesson');
    await page.waitForSelector('[data-clock="running"]');
    for (let phase = 2; phase < 5; phase += 1) await press(page, 'next-phase');
    expect(await page.getAttribute('[data-action="next-phase"]', 'aria-disabled')).toBe('true');
    await press(page, 'end-lesson');
    await page.waitForSelector('.lesson-clock', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await close();
  });

  test('say when the time of a phase is up, and stay in it', async () => {
    const { page, game, close } = await built.visit();
    await page.clock.install();
    await game.open('?lang=en&stage=off');
    await openPlans(page);
    await press(page, 'start-lesson');
    await page.clock.runFor('05:00');
    await page.waitForSelector('[data-timer="phase"][data-time="over"]');
    expect(await page.textContent('.lesson-clock [role="status"]')).toContain('The time for “Opening” is up');
    expect(await phaseOf(page)).toBe('Opening');
    expect(await page.$$('[data-short="needed"]')).toHaveLength(1);
    await close();
  });

  test.each([
    ['a small phone', { width: 320, height: 640 }],
    ['a page at 200 per cent', { width: 640, height: 360 }],
  ])('fit %s, with the clock on', async (_, viewport) => {
    const { page, game, close } = await built.visit({ viewport });
    await game.open('?lang=de&stage=off');
    await openPlans(page);
    await press(page, 'start-lesson');
    await page.waitForSelector('.lesson-clock');
    expect(await widerThanPage(page)).toBeLessThanOrEqual(0);
    const sizes = await page.$$eval('.lesson-clock button, .lessons__choice button', (all) =>
      all.filter((one) => !one.matches('.footnote, .term')).map((one) => one.getBoundingClientRect().height),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });

  test.each(['de', 'en'])('are printed alone, each on one or two pages, in %s', async (lang) => {
    const { page, game, close } = await built.visit();
    await game.open(`?lang=${lang}&stage=off`);
    await openPlans(page);
    for (const id of ['solo-45', 'solo-90', 'projector-45', 'projector-90']) {
      await page.click(`[data-plan="${id}"] button`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, id).toBeLessThanOrEqual(2);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('.timetable')).toBe(true);
    expect(await page.isVisible('.lessons__prompts')).toBe(false);
    expect(await page.isVisible('[data-action="print"]')).toBe(false);
    await close();
  });

  test('that are damaged are said to be so, and the game goes on', async () => {
    const { page, game, close } = await built.visit();
    await page.route('**/*.lessons.json', (route) => route.fulfill({ json: { plans: 3 } }));
    await game.open('?lang=de&stage=off');
    await page.click('[data-action="about"]');
    await press(page, 'lesson-plans');
    await expect.poll(() => notices(page)).toEqual(['lessons-malformed']);
    expect(await page.textContent('[data-notice="lessons-malformed"]')).toContain('beschädigt');
    await page.waitForSelector('[data-action="lesson-plans"]');
    await close();
  });
});
