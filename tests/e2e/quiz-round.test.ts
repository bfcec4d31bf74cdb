import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { keyboardPress, notices } from '../support/game-page.ts';

const built = useBuiltGame();

describe('a free round of questions', () => {
  test('is played from the title to the review with the keyboard alone', async () => {
    const { page, game, close } = await built.visit();
    const press = keyboardPress(page);
    await game.open('/?lang=en&stage=off');
    await press('[data-action="quiz"]');
    await page.waitForSelector('body[data-screen="quiz"] .round-setup');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await axeViolations(page)).toEqual([]);
    await press('[data-action="start"]');
    for (let number = 1; number <= 5; number += 1) {
      await page.waitForSelector(`.quiz[data-state="question"] >> text=Question ${number} of 5`);
      expect(await page.evaluate(() => document.activeElement?.matches('h1.quiz__stem'))).toBe(true);
      const type = await page.getAttribute('.quiz', 'data-type');
      const isOneStep = type === 'single' || type === 'truth' || type === 'kind';
      if (isOneStep) {
        await press('button[data-option]');
        await press('[data-confidence="sure"]');
      } else await press('[data-action="skip"]');
      await page.waitForSelector('.quiz:not([data-state="question"])');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('verdict-title');
      if (number === 1) expect(await axeViolations(page)).toEqual([]);
      await press('[data-action="continue"]');
    }
    await page.waitForSelector('.round-review');
    expect(await page.textContent('.page__lead')).toMatch(/of 5 questions correct/);
    expect(await axeViolations(page)).toEqual([]);
    await press('[data-action="leave"]');
    await page.waitForSelector('body[data-screen="title"]');
    await close();
  });

  test('works where the browser keeps nothing', async () => {
    const { page, game, close } = await built.visit();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get: () => {
          throw new Error('blocked');
        },
      });
    });
    await game.open('/?lang=de&stage=off');
    expect(await notices(page)).toEqual(['storage-blocked']);
    await page.click('[data-action="quiz"]');
    await page.waitForSelector('.round-setup');
    await page.click('[data-action="start"]');
    await page.click('.quiz[data-state="question"] [data-action="skip"]');
    await page.waitForSelector('.quiz[data-state="skipped"]');
    // Said once: what cannot be kept is not said with every answer.
    expect(await notices(page)).toEqual(['storage-blocked']);
    await page.click('[data-action="back"]');
    await page.waitForSelector('body[data-screen="title"]');
    await close();
  });

  test('leaves an open run where it was', async () => {
    const { page, game, close } = await built.visit();
    await game.open('/?lang=en&stage=off&seed=1');
    await game.start();
    const before = await game.shown();
    await page.click('[data-action="settings"]');
    await page.click('[data-action="title"]');
    await page.click('[data-action="quiz"]');
    await page.waitForSelector('.round-setup');
    await page.click('[data-action="start"]');
    await page.waitForSelector('.quiz[data-state="question"]');
    await page.click('[data-action="back"]');
    await page.waitForSelector('body[data-screen="title"]');
    await page.click('[data-action="continue"]');
    await page.waitForSelector('body[data-screen="play"]');
    expect(await game.shown()).toEqual(before);
    await close();
  });
});
