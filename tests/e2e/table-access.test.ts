import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { keyboardPress } from '../support/game-page.ts';
import { openFile, practiceAddress, runBefore, shownTable } from '../support/table-page.ts';
import { loadTiktok } from '../support/tiktok.ts';

// The table for those who play without a mouse, without the picture, on a small screen.

const built = useBuiltGame();
const scenario = loadTiktok();
const SCENE = 's09-table-ms';
const CHOICE = 'negotiate-staged';
const SIZES = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};
type Size = keyof typeof SIZES;
const NO_ALGORITHM = scenario.model.references.find(({ id }) => id === 'ms-noalgo')?.offer ?? {};
const ORACLE_SEPT = scenario.model.references.find(({ id }) => id === 'oracle-sept')?.offer ?? {};

async function visitAt(size: Size) {
  const visit = await built.visit({ viewport: SIZES[size], reducedMotion: 'reduce' });
  const errors: string[] = [];
  visit.page.on('pageerror', (error) => errors.push(String(error)));
  return { ...visit, errors };
}

/** A run before the first table. */
async function beforeTable(language: string, size: Size = 'desktop') {
  const visit = await visitAt(size);
  await visit.game.open(`/?lang=${language}&stage=off`);
  await openFile(visit.page, runBefore(scenario, SCENE, { language, tier: 'expert' }));
  await visit.page.waitForSelector(`[data-choice="${CHOICE}"]`);
  return visit;
}

const heard = (page: Page) => page.textContent('[data-table-announcer]');
const turnedTo = (page: Page, turn: number) => page.waitForSelector(`[data-turn="${turn}"]`);

test('the table is played by keyboard alone, and the focus is never lost', async () => {
  const { page, game, errors, close } = await beforeTable('en');
  const press = keyboardPress(page);
  const focused = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
  const pressed = async (selector: string) => {
    await press(selector);
    expect(await focused('body'), `the focus after ${selector}`).toBe(false);
  };
  await pressed(`[data-choice="${CHOICE}"]`);
  await page.waitForSelector('[data-table="open"]');
  expect(await focused('h1')).toBe(true);

  const first = (await shownTable(page)).draft;
  await pressed('input[name="price"][value="high"]');
  await pressed('input[name="jobs"][value="none"]');
  expect((await shownTable(page)).draft).toEqual({ ...first, price: 'high', jobs: 'none' });
  await pressed('[data-issue="price"] [data-action="undo-row"]');
  expect((await shownTable(page)).draft).toEqual({ ...first, jobs: 'none' });
  expect(await focused('input[name="price"]')).toBe(true);

  await pressed('[data-action="ask"][data-party="M"]');
  await turnedTo(page, 1);
  expect(await focused('#reply-title')).toBe(true);
  expect(await page.textContent('#reply-title')).toBe('Microsoft answers');
  await pressed('[data-action="suggest"][data-party="M"]');
  await pressed('.light__suggestion [data-action="lay"]');
  expect((await shownTable(page)).verdicts).toMatchObject({ M: 'yes' });
  for (const row of await page.$$eval('[data-changed="true"]', (rows) =>
    rows.map((changed) => (changed as HTMLElement).dataset.issue),
  ))
    await pressed(`[data-issue="${row}"] [data-action="undo-row"]`);
  expect((await shownTable(page)).draft).toEqual(first);

  await pressed('[data-action="propose"]');
  await turnedTo(page, 2);
  expect(await focused('#reply-title')).toBe(true);
  expect(await shownTable(page)).toMatchObject({ reply: 'countered', roundsLeft: 4 });
  const wanted = await page.$$eval('.counter__table tbody tr', (rows) =>
    rows.map((row) => [row.querySelector('th')?.textContent, row.querySelector('b')?.textContent]),
  );
  expect(wanted.length).toBeGreaterThan(0);
  await pressed('.counter [data-action="lay"]');
  expect(await page.$('.counter__table')).toBeNull();
  for (const [name, option] of wanted) {
    const row = page.locator('[data-issue]', { has: page.getByText(name ?? '', { exact: true }) });
    expect(await row.locator('.pick:has(:checked) .pick__name').textContent()).toBe(option);
  }

  await pressed('[data-action="search"]');
  await page.waitForSelector('[data-search="found"], [data-search="none"]');
  expect(await focused('[data-action="search"]')).toBe(true);
  await pressed('[data-action="final"]');
  expect(await focused('[data-action="final-yes"]')).toBe(false);
  await pressed('[data-action="final-no"]');
  await expect.poll(() => focused('[data-action="final"]')).toBe(true);
  await pressed('[data-action="final"]');
  await pressed('[data-action="final-yes"]');
  await page.waitForSelector('[data-state="feedback"]');
  expect(await focused('body')).toBe(false);
  const { scene } = await game.shown();
  expect(scene).toBe(SCENE);
  await pressed('[data-action="continue"]');
  await expect.poll(async () => (await game.shown()).scene).not.toBe(SCENE);
  expect(errors).toEqual([]);
  await close();
});

describe.each([
  ['de', 'Peking: jetzt Nein.', 'Microsoft macht ein Gegenangebot', 'noch 5 Runden', 'Dein Entwurf'],
  ['en', 'Beijing: now no.', 'Microsoft makes a counter-offer', '5 rounds left', 'Your draft'],
])('for a screen reader, in %s', (lang, no, reply, rounds, draft) => {
  test('the votes that turn and the reply are said, and all rows are one table', async () => {
    const { page, game, close } = await visitAt('desktop');
    await game.open(practiceAddress({ lang, table: 'M', phase: 'P3', tier: 'expert' }, NO_ALGORITHM));
    await page.waitForSelector('[data-table="open"]');
    expect(await heard(page)).toBe('');
    await page.click('.pick:has(input[name="algo"][value="sell"])');
    expect(await heard(page)).toContain(no);
    await page.click('[data-action="propose"]');
    await turnedTo(page, 1);
    for (const words of [reply, rounds]) expect(await heard(page)).toContain(words);
    expect(await page.getAttribute('[data-table-announcer]', 'aria-live')).toBe('polite');

    await page.click('summary:has(+ .overview)');
    const table = page.locator('.overview table');
    expect(await table.locator('caption').textContent()).toContain(draft);
    const { length } = scenario.model.issues;
    expect(await table.locator('tbody th[scope="row"]').count()).toBe(length);
    const columns = await table.locator('thead th[scope="col"]').allTextContents();
    expect(columns).toContain('Washington');
    expect(await table.locator('tbody td').count()).toBe(length * (columns.length - 1));
    expect((await table.locator('td').allTextContents()).filter((words) => words === '')).toEqual([]);
    await close();
  });
});

interface Looks {
  readonly page: Page;
  readonly look: (name: string) => Promise<void>;
}

/** What is wrong with the page as it stands: axe, its width, and what a finger cannot hit. */
function looksAt(page: Page, place: string, found: string[]): Looks {
  return {
    page,
    look: async (name) => {
      // What scrolls behind the bar comes out again: for axe, which looks at one moment, the bar stands still.
      const bar = (position: string) =>
        page.$$eval(
          '.acts, .acts__bar',
          (parts, wanted) => {
            for (const part of parts) (part as HTMLElement).style.position = wanted;
          },
          position,
        );
      await bar('static');
      const faults = [...(await axeViolations(page)), ...(await page.evaluate(layoutFaults))];
      await bar('');
      found.push(...faults.map((fault) => `${name}, ${place}: ${fault}`));
    },
  };
}

/** Runs in the page. */
function layoutFaults(): readonly string[] {
  const faults: string[] = [];
  const extra = (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth;
  if (extra > 0) faults.push(`${extra} px wider than the page`);
  for (const element of document.querySelectorAll<HTMLElement>(
    'main :is(button, summary, select, label, a)',
  )) {
    if (!element.checkVisibility() || element.closest('.visually-hidden')) continue;
    // A label above a field is no target of its own, and a link in a sentence may be as low as its line.
    const isTarget = element.tagName !== 'LABEL' || element.querySelector('input') !== null;
    const least = element.matches('p a') ? 24 : 44;
    const { height } = element.getBoundingClientRect();
    if (isTarget && height < least - 0.5)
      faults.push(`${element.tagName} "${element.textContent.slice(0, 30)}" is ${height} px high`);
  }
  return faults;
}

async function storyFaults(lang: string, size: Size): Promise<readonly string[]> {
  const { page, close } = await beforeTable(lang, size);
  const found: string[] = [];
  const { look } = looksAt(page, `${lang} ${size}`, found);
  await page.click(`[data-choice="${CHOICE}"]`);
  await page.waitForSelector('[data-table="open"]');
  await look('story table');
  await page.click('[data-action="ask"][data-party="M"]');
  await turnedTo(page, 1);
  await page.click('[data-action="propose"]');
  await turnedTo(page, 2);
  await page.click('[data-action="suggest"]');
  await page.waitForSelector('.light__suggestion');
  for (const summary of await page.$$('details:not([open]) > summary')) await summary.click();
  await look('counter-offer, suggestion, all folds open');
  await page.click('[data-action="final"]');
  await page.waitForSelector('[data-action="final-yes"]');
  await look('question before the final offer');
  await close();
  return found;
}

async function practiceFaults(lang: string, size: Size): Promise<readonly string[]> {
  const { page, game, close } = await visitAt(size);
  const found: string[] = [];
  const { look } = looksAt(page, `${lang} ${size}`, found);
  const open = async (
    table: Readonly<Record<string, string>>,
    offer?: Parameters<typeof practiceAddress>[1],
  ) => {
    // A new visit: the same page again would be a reload, which stays where it is.
    await page.goto('about:blank');
    await game.open(practiceAddress({ lang, tier: 'expert', ...table }, offer));
    await page.waitForSelector('[data-table="open"]');
  };
  const search = async () => {
    await page.click('[data-action="search"]');
    await page.waitForSelector('[data-search="found"], [data-search="none"]');
  };
  await open({ table: 'O', phase: 'P5', suit: 'yes' }, { ...ORACLE_SEPT, jobs: 'none' });
  await search();
  await look('practice setup, search with a result');
  await page.click('.seek [data-action="lay"]');
  await page.click('[data-action="final"]');
  await page.click('[data-action="final-yes"]');
  await page.waitForSelector('[data-outcome="ratified"]');
  await look('ratified');
  await open({ table: 'M', phase: 'P3', suit: 'yes' });
  await search();
  await page.waitForSelector('[data-search="none"]');
  await look('search without a result');
  await page.click('[data-action="walk-away"]');
  await page.click('[data-action="walk-away-yes"]');
  await page.waitForSelector('[data-outcome="refused"]');
  await look('refused');
  await close();
  return found;
}

test.each(['de', 'en'])('every state passes axe, fits the page and the finger: %s', async (lang) => {
  // Side by side: while one page is drawn, another one is asked.
  const sizes = Object.keys(SIZES) as readonly Size[];
  const found = await Promise.all(
    sizes.flatMap((size) => [storyFaults(lang, size), practiceFaults(lang, size)]),
  );
  expect(found.flat()).toEqual([]);
});
