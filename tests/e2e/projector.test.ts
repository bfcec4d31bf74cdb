import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { savedRuns } from '../support/device.ts';
import { type GamePage, keyboardPress } from '../support/game-page.ts';

const built = useBuiltGame();

/** From the title to the vote on the goal. */
async function startClass(page: Page, game: GamePage, address: string): Promise<void> {
  await game.open(address);
  await page.click('[data-action="class"]');
  await page.waitForSelector('body[data-screen="class-host"]');
  await page.click('[data-action="class-start"]');
  await page.waitForSelector('body[data-screen="projector"] [data-choice]');
}

async function vote(page: Page, counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [letter, count] of Object.entries(counts))
    await page.fill(`[name="count-${letter}"]`, String(count));
  await page.click('[data-action="class-count"]');
  await page.waitForSelector('[data-action="go-on-A"]');
}

/** One step of the teacher: a vote where there is one. Says what was on the page. */
async function step(page: Page): Promise<string> {
  const now = () =>
    page.evaluate(() => {
      const { dataset } = document.querySelector<HTMLElement>('[data-state], .table') ?? document.body;
      const place = document.querySelector<HTMLElement>('[data-scene], [data-quiz]')?.dataset;
      const screen = document.body.dataset.screen ?? '';
      return [screen, dataset.state ?? '', place?.scene ?? place?.quiz ?? ''].join(' ');
    });
  // A page may still be on its way.
  const ways = ['class-count', 'continue', 'skip', 'propose', 'debrief'].map((id) => `[data-action="${id}"]`);
  await page.waitForSelector([...ways, '[data-choice]'].join(', '));
  const before = await now();
  if (await page.$('[data-action="class-count"]')) {
    await vote(page, { A: 5, B: 9 });
    await page.click('[data-action="go-on-B"]');
  } else if (await page.$('[data-choice]')) await page.click('[data-choice]');
  else if (before.startsWith('quiz question')) await page.click('[data-action="skip"]');
  else if (before.startsWith('table')) {
    await page.waitForSelector('[data-action="propose"]');
    const isLast = !(await page.$('[data-action="final"]'));
    await page.click(isLast ? '[data-action="propose"]' : '[data-action="final"]');
    if (!isLast) await page.click('[data-action="final-yes"]');
  } else await page.click('[data-action="continue"]');
  for (let tries = 0; (await now()) === before && tries < 500; tries += 1)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return before;
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const fontSize = (page: Page, selector: string) =>
  page.$eval(selector, (element) => Number.parseFloat(getComputedStyle(element).fontSize));
/** At its end the bar lies upon nothing: where it hides something, that can be scrolled into sight. */
const atEnd = (page: Page) => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));

async function expectFit(page: Page, where: string): Promise<void> {
  await atEnd(page);
  expect(await axeViolations(page), where).toEqual([]);
  expect(await overflow(page), where).toBe(0);
}

describe('a class at the projector', () => {
  test.each([
    ['de', { width: 1280, height: 720 }],
    ['en', { width: 320, height: 640 }],
  ] as const)('in %s reads every kind of page, without a fault, at %o', async (language, viewport) => {
    const { page, game, close } = await built.visit({ viewport });
    await startClass(page, game, `/?lang=${language}&stage=off&seed=1`);
    await expectFit(page, 'goal');
    if (viewport.width === 1280) {
      expect(await fontSize(page, '.scene__body')).toBeGreaterThanOrEqual(28);
      expect(await fontSize(page, '.speech__text')).toBeGreaterThanOrEqual(28);
      expect(await fontSize(page, '.ballot__choice')).toBeGreaterThanOrEqual(24);
    }
    await vote(page, { A: 12, B: 7 });
    await expectFit(page, 'counted');
    await page.click('[data-action="class-pause"]');
    await page.waitForSelector('[data-pause]');
    await expectFit(page, 'paused');
    await page.click('.class-bar [data-action="class-pause"]');
    await page.click('[data-action="class-debrief"]');
    await page.waitForSelector('.class-debrief [data-part="votes"]');
    expect(await page.textContent('.class-debrief [data-part="votes"]')).toContain('12');
    await expectFit(page, 'debrief of the class');
    expect((await page.pdf({ format: 'A4' })).toString('latin1')).toMatch(/\/Type \/Page\b/);
    await page.click('[data-action="back"]');
    await page.waitForSelector('body[data-screen="projector"]');
    const seen = new Set<string>();
    for (let steps = 0; steps < 40 && !seen.has('table table'); steps += 1) {
      const [screen = '', state = ''] = (await step(page)).split(' ');
      const kind = `${screen} ${state}`;
      if (!seen.has(kind)) await expectFit(page, kind);
      seen.add(kind);
      if ((await page.getAttribute('body', 'data-screen')) === 'table') {
        await page.waitForSelector('[data-action="propose"]');
        await expectFit(page, 'table');
        seen.add('table table');
      }
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['projector feedback', 'projector decide', 'quiz question', 'table table']),
    );
    await close();
  });

  test('is led with the keyboard alone: counts, result, the way on, a pause', async () => {
    const { page, game, close } = await built.visit();
    const press = keyboardPress(page);
    await game.open('/?lang=en&stage=off&seed=1');
    await press('[data-action="class"]');
    await press('[data-action="class-start"]');
    await page.waitForSelector('body[data-screen="projector"] [data-choice]');
    await press('[data-action="more-A"]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await press('[name="count-B"]');
    await page.keyboard.type('7');
    // Enter in a field shows the result.
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-action="go-on-B"]');
    expect(await page.textContent('[data-result]')).toContain('B has the most votes: 7 of 9.');
    expect(await page.textContent('[data-minority]')).toContain('Who voted for A?');
    expect(await page.getAttribute('[data-result]', 'role')).toBe('status');
    // The winner comes first.
    expect(await page.getAttribute('.ballot > .ways button', 'data-action')).toBe('go-on-B');
    await page.fill('[name="count-A"]', '7');
    await press('[data-action="class-count"]');
    await page.waitForFunction(() => document.querySelector('[data-result]')?.textContent?.includes('tie'));
    expect(await page.textContent('[data-result]')).toContain('You decide.');
    expect(await page.$('[data-minority]')).toBeNull();

    await press('[data-action="class-pause"]');
    await page.waitForSelector('[data-pause]');
    expect(await page.isVisible('[data-choice]')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('We talk about this');
    const first = await page.textContent('.pause__prompt');
    await press('[data-action="class-prompt"]');
    expect(await page.textContent('.pause__prompt')).not.toBe(first);
    await press('.pause [data-action="class-resume"]');
    await page.waitForSelector('[data-choice]', { state: 'visible' });
    // What was entered is still there.
    expect(await page.inputValue('[name="count-B"]')).toBe('7');

    await press('[data-action="go-on-A"]');
    await page.waitForSelector('[data-state="feedback"]');
    expect(await page.textContent('.vote-result')).toContain('7 votes, 50%');
    await close();
  });

  test('has a timer that only the teacher starts, and that decides nothing', async () => {
    const { page, game, close } = await built.visit();
    await page.clock.install();
    await startClass(page, game, '/?lang=de&stage=off&seed=1');
    const left = () => page.textContent('[role="timer"]');
    const said = () => page.textContent('[data-timer-said]');
    await page.selectOption('.class-timer select', '1');
    await page.clock.runFor(5_000);
    expect(await left()).toBe('1:00');
    expect(await said()).toBe('');
    await page.click('[data-action="timer-start"]');
    await page.clock.runFor(1_000);
    expect(await said()).toBe('Die Zeit läuft.');
    await page.clock.runFor(30_000);
    expect(await said()).toBe('Die Hälfte der Zeit ist um.');
    await page.click('[data-action="timer-start"]');
    const before = await left();
    await page.clock.runFor(10_000);
    expect(await left()).toBe(before);
    await page.click('[data-action="timer-start"]');
    await page.clock.runFor(20_000);
    expect(await said()).toBe('Noch zehn Sekunden.');
    await page.clock.runFor(20_000);
    expect(await said()).toBe('Die Zeit ist um.');
    expect(await left()).toBe('0:00');
    // The page is where it was.
    expect(await page.isVisible('[data-choice]')).toBe(true);
    await page.click('[data-action="timer-reset"]');
    expect(await left()).toBe('1:00');
    await close();
  });

  test('plays on without a network, is kept, and is there after a reload', async () => {
    const { page, context, game, close } = await built.visit();
    await startClass(page, game, '/?lang=en&stage=off&seed=1');
    // What comes later is fetched ahead.
    for (const piece of [
      'late-pages',
      'debrief-pages',
      'table-room',
      'class-debrief-pages',
      'class-workbook',
    ])
      await page.waitForFunction(
        (name) => performance.getEntriesByType('resource').some((file) => file.name.includes(name)),
        piece,
      );
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    const seen = new Set<string>();
    for (let steps = 0; steps < 40 && !seen.has('table'); steps += 1)
      seen.add((await step(page)).split(' ')[0] ?? '');
    expect([...seen]).toEqual(expect.arrayContaining(['projector', 'quiz', 'table']));
    const played = await game.shown();
    await page.click('[data-action="class-debrief"]');
    await page.waitForSelector('.class-debrief [data-part="votes"]');
    for (const what of ['csv', 'xlsx']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`[data-action="class-${what}"]`),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${what}$`));
    }
    await page.click('[data-action="back"]');
    await page.waitForSelector('body:not([data-screen="class-debrief"])');
    expect(await game.shown()).toEqual(played);
    await context.setOffline(false);
    await expect.poll(async () => (await savedRuns(page)).length).toBe(1);
    const before = await game.shown();
    await page.reload();
    await page.waitForSelector('.class-bar');
    expect(await game.shown()).toEqual(before);
    await page.click('[data-action="class-close"]');
    await page.waitForSelector('.class-bar', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-heading'))).toBe(true);
    await close();
  });

  test('finds its votes in the debrief', async () => {
    const { page, game, close } = await built.visit();
    await startClass(page, game, '/?lang=en&stage=off&seed=1');
    for (let steps = 0; steps < 150 && !(await page.$('[data-ending]')); steps += 1) await step(page);
    // What is further down comes when the page rests.
    await page.waitForSelector('.path');
    await expectFit(page, 'ending');
    await page.click('[data-action="debrief"]');
    await page.waitForSelector('.class-votes');
    expect(await page.textContent('[data-votes="0"]')).toContain('9 votes, 64%');
    await expectFit(page, 'debrief');
    await close();
  });
});
