import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { keyboardPress } from '../support/game-page.ts';

// The whole game as somebody plays it, from the title to an ending, on what `npm run play` serves.

const built = useBuiltGame();

const MAX_STEPS = 150;
const SIZES = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};

/** The first choice everywhere, and at the first table the one that opens it at every level. */
const choose = (scene: string) => (scene === 's09-table-ms' ? 'negotiate-staged' : undefined);

async function gameAt(size: keyof typeof SIZES, isKeyboard: boolean) {
  const { page, close } = await built.visit({ viewport: SIZES[size], reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const game = built.on(page, {
    answersQuiz: true,
    ...(isKeyboard ? { press: keyboardPress(page) } : {}),
  });
  return { game, page, errors, close };
}

/** Plays a run and visits every page beside it; what is wrong with the first screen of each kind, in this size. */
async function faultsOnTheWay(language: string, size: keyof typeof SIZES): Promise<readonly string[]> {
  const { game, page, errors, close } = await gameAt(size, false);
  const found: string[] = [];
  const seen = new Set<string>();
  const look = async (part = '') => {
    // A page may still be on its way.
    await page.waitForSelector('#main:not([aria-busy="true"])');
    const { screen, state } = await game.shown();
    const sceneKind = await page.evaluate(
      () => document.querySelector<HTMLElement>('[data-scene]')?.dataset.kind,
    );
    const kind = [screen, state, sceneKind, part].join(' ').trim();
    if (seen.has(kind)) return;
    seen.add(kind);
    found.push(...(await axeViolations(page)).map((violation) => `${kind} at ${size}: ${violation}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) found.push(`${kind} at ${size}: ${overflow} px wider than the page`);
  };
  await game.open(`/?lang=${language}&seed=3`);
  await look();
  await game.start();
  for (let steps = 0; (await game.shown()).screen !== 'ending'; steps += 1) {
    expect(steps).toBeLessThan(MAX_STEPS);
    await look();
    await game.step(choose);
  }
  await look();
  expect([...seen]).toContainEqual(expect.stringMatching(/^quiz explained/));
  await page.click('[data-action="debrief"]');
  for (const chapter of ['happened', 'why', 'whatIf', 'reality', 'soWhat', 'learning', 'takeAway']) {
    await page.click(`[data-action="chapter-${chapter}"]`);
    await page.waitForSelector(`[data-chapter="${chapter}"]`);
    // The pictures are there once the run has been played again beside the page.
    await page.waitForSelector('.debrief__working', { state: 'detached' });
    await look(chapter);
  }

  // A new visit: the same address again would be a reload, which stays where it is.
  await page.goto('about:blank');
  await game.open(`/?lang=${language}`);
  for (const [action, screen] of [
    ['sources', 'sources'],
    ['about', 'about'],
    ['start', 'setup'],
  ]) {
    await page.click(`[data-action="${action}"]`);
    await page.waitForSelector(`body[data-screen="${screen}"]`);
    await look();
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
  }
  await page.click('[data-action="open-run"]');
  await page.click('[data-action="notebook"]');
  await page.waitForSelector('body[data-screen="notebook"]');
  for (const part of ['news', 'terms', 'log', 'aftermath', 'facts']) {
    await page.click(`[data-action="notebook-${part}"]`);
    await look(part);
  }
  await page.click('[data-action="scope-all"]');
  await look('all facts');
  await page.fill('input[type="search"]', 'no such fact');
  await look('no facts');
  expect([...seen].map((kind) => kind.split(' ')[0])).toEqual(
    expect.arrayContaining([
      'title',
      'play',
      'quiz',
      'table',
      'ending',
      'debrief',
      'notebook',
      'sources',
      'about',
      'setup',
    ]),
  );
  expect(errors).toEqual([]);
  await close();
  return found;
}

describe.each(['de', 'en'])('in %s', (language) => {
  test('a whole run by keyboard alone reaches an ending', async () => {
    const { game, page, errors, close } = await gameAt('desktop', true);
    await game.open(`/?lang=${language}&seed=5&stage=off`);
    await game.start();
    const scenes = new Set<string>();
    const screens = new Set<string>();
    let explained = 0;
    for (let steps = 0; (await game.shown()).screen !== 'ending'; steps += 1) {
      expect(steps).toBeLessThan(MAX_STEPS);
      const before = await game.step(choose);
      screens.add(before.screen);
      if (before.scene !== undefined) scenes.add(before.scene);
      if (before.state === 'explained') explained += 1;
      // After every step the focus is somewhere in the new content, never lost on the body.
      expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    }
    expect(scenes.size).toBeGreaterThanOrEqual(14);
    expect([...screens].toSorted()).toEqual(['play', 'quiz', 'table']);
    expect(explained).toBeGreaterThanOrEqual(5);
    const press = keyboardPress(page);
    await press('[data-action="debrief"]');
    for (const chapter of ['why', 'whatIf', 'reality', 'soWhat', 'learning', 'takeAway']) {
      await press('.debrief [data-action="continue"]');
      await page.waitForSelector(`[data-chapter="${chapter}"]`);
      // What is new has the focus.
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('chapter-title');
    }
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(errors).toEqual([]);
    await close();
  });

  test('every screen of a run passes axe, and nothing is wider than the page', async () => {
    // Side by side: while one page is drawn, another one is asked.
    const sizes = Object.keys(SIZES) as readonly (keyof typeof SIZES)[];
    const found = await Promise.all(sizes.map((size) => faultsOnTheWay(language, size)));
    expect(found.flat()).toEqual([]);
  });

  test('what lies over a page passes axe: settings, a term, notices, the question before a run is deleted', async () => {
    const found: string[] = [];
    const look = async (page: Page, name: string) =>
      found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
    const { game, page, close } = await gameAt('small', false);
    await game.open(`/?lang=${language}&seed=5&stage=off&room=NONE`);
    await page.waitForSelector('[data-notice]');
    await look(page, 'notice');
    await game.start();
    while (!(await page.$('[data-action="term"]'))) await game.step(() => undefined);
    await page.click('[data-action="term"]');
    await page.waitForSelector('dialog[open]');
    await look(page, 'term');
    await page.keyboard.press('Escape');
    await page.click('[data-action="tab-settings"]');
    await page.waitForSelector('dialog[open]');
    await look(page, 'settings');
    await page.click('dialog[open] [data-action="title"]');
    await page.waitForSelector('body[data-screen="title"]');
    await page.click('[data-action="delete"]');
    await page.waitForSelector('[data-action="delete-yes"]');
    await look(page, 'delete');
    expect(found).toEqual([]);
    await close();
  });

  test('the source of a sentence opens in place and closes with Escape', async () => {
    const { game, page, close } = await gameAt('phone', true);
    await game.open(`/?lang=${language}&seed=5&stage=off`);
    await game.start();
    while ((await page.$$('[data-action="source"][data-fact]')).length === 0)
      await game.step(() => undefined);
    await page.focus('[data-action="source"][data-fact]');
    await page.keyboard.press('Enter');
    const link = await page.waitForSelector(
      'dialog[open] a[href^="https://"], dialog[open] a[href^="http://"]',
    );
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.matches('[data-fact]'))).toBe(true);
    await close();
  });
});
