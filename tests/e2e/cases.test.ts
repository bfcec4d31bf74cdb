import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { savedRuns, untilRunsAreKept } from '../support/device.ts';
import { exported, notices, untilChoices } from '../support/game-page.ts';
import { SHIPPED_FOLDERS } from '../support/scenarios.ts';

// Several scenarios in one game. With a single one there is nothing to choose, and nothing to test here.

const built = useBuiltGame();
const cases = (page: Page) =>
  page.$$eval('[data-case]', (all) =>
    all.map((one) => ({
      id: (one as HTMLElement).dataset.case ?? '',
      title: one.querySelector('h3')?.textContent ?? '',
      isOpen: one.getAttribute('aria-current') === 'true',
    })),
  );
const heading = (page: Page) => page.textContent('.title__name');
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** A run of the second case, at its first choice. */
async function playSecondCase() {
  const visit = await built.visit();
  const { page, game } = visit;
  await game.open('/?lang=en&stage=off');
  const [, second] = await cases(page);
  await game.open(`/?lang=en&stage=off&scenario=${second?.id}&seed=1`);
  await game.start();
  await untilChoices(game);
  return { ...visit, second, before: await game.shown() };
}

describe.skipIf(SHIPPED_FOLDERS.length < 2)('the choice of the case', () => {
  test('keeps the language, has an address to share, and comes back with the back button', async () => {
    const { page, game, close } = await built.visit();
    await game.open('/?lang=de&stage=off');
    const [first, second] = await cases(page);
    expect(first).toMatchObject({ isOpen: true, title: await heading(page) });
    expect(await axeViolations(page)).toEqual([]);
    await page.click(`[data-case="${second?.id}"] [data-action="open-case"]`);
    await page.waitForSelector(`[data-case="${second?.id}"][aria-current="true"]`);
    expect(await heading(page)).toBe(second?.title);
    expect(await page.getAttribute('html', 'lang')).toBe('de');
    expect(parameter(page, 'scenario')).toBe(second?.id);
    await page.goBack();
    await page.waitForSelector(`[data-case="${first?.id}"][aria-current="true"]`);
    expect(await heading(page)).toBe(first?.title);
    expect(await notices(page)).toEqual([]);
    await close();
  });

  test('a kept run of another case is named so, and opens there', async () => {
    const { page, game, close, second, before } = await playSecondCase();
    await untilRunsAreKept(page, 1);
    await game.open('/?lang=en&stage=off');
    expect(await page.textContent('.run__title')).toBe(second?.title);
    await page.click('[data-action="open-run"]');
    await page.waitForSelector('[data-choice]');
    expect(await game.shown()).toEqual(before);
    expect(parameter(page, 'scenario')).toBe(second?.id);
    await page.reload();
    await page.waitForSelector('[data-choice]');
    expect(await game.shown()).toEqual(before);
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await expect.poll(() => heading(page)).not.toBe(second?.title);
    expect(await notices(page)).toEqual([]);
    expect(await savedRuns(page)).toHaveLength(1);
    await close();
  });

  test('a file of another case opens there; a table of another case is refused', async () => {
    const { page, game, close, second, before } = await playSecondCase();
    const file = await exported(page);
    await game.open('/?lang=en&stage=off');
    await page.setInputFiles('[data-action="import"]', {
      name: 'run.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
    await page.waitForSelector('[data-choice]');
    expect(await game.shown()).toEqual(before);
    expect(parameter(page, 'scenario')).toBe(second?.id);
    expect(parameter(page, 'run')).toBeNull();
    await game.open(`/?lang=en&stage=off&scenario=${second?.id}&table=no-such-table`);
    await page.waitForSelector('[data-notice="practice-unknown"]');
    await close();
  });
});
