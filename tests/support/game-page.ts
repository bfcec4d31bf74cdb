import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** What the page shows now, read from its hooks (`contracts.md`). */
export interface Shown {
  readonly screen: string;
  readonly scene?: string;
  readonly state?: string;
  readonly choices: readonly string[];
  readonly ending?: string;
  readonly quizOptions: readonly string[];
}

/** The game as somebody plays it: by hooks, with the mouse or with the keyboard alone. */
export interface GamePage {
  readonly page: Page;
  open(parameters?: string): Promise<void>;
  shown(): Promise<Shown>;
  /** From the title through the setup into the first scene. */
  start(options?: { readonly goal?: string; readonly tier?: string }): Promise<void>;
  /** One step: takes `choose(scene, choices)`, skips or answers a quiz, puts a draft to the vote, or goes on. Returns what was shown before. */
  step(choose: (scene: string, choices: readonly string[]) => string | undefined): Promise<Shown>;
  /** Waits until the page shows something else than `before`. */
  changed(before: Shown): Promise<Shown>;
}

/** Steps until there is something to choose; returns what was shown before the last step, if one was taken. */
export async function untilChoices(game: GamePage): Promise<Shown | undefined> {
  let before: Shown | undefined;
  while ((await game.shown()).choices.length === 0) before = await game.step(() => undefined);
  return before;
}

/** Codes of the notices that are shown. */
export function notices(page: Page): Promise<readonly (string | undefined)[]> {
  return page.$$eval('[data-notice]', (all) => all.map((notice) => (notice as HTMLElement).dataset.notice));
}

/** The file that the menu saves of the open run. */
export async function exported(page: Page): Promise<string> {
  await page.click('[data-action="settings"]');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-action="save-file"]')]);
  await page.keyboard.press('Escape');
  return readFile(await file.path(), 'utf8');
}

export type Press = (selector: string) => Promise<void>;

/** Moves to an element with the Tab key and presses Enter, as without a mouse. */
export function keyboardPress(page: Page): Press {
  const MAX_TABS = 200;
  return async (selector) => {
    await page.waitForSelector(selector, { state: 'visible' });
    for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
      const isThere = await page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) ?? false,
        selector,
      );
      if (isThere) {
        const isRadio = await page.evaluate(() => document.activeElement instanceof HTMLInputElement);
        await page.keyboard.press(isRadio ? 'Space' : 'Enter');
        return;
      }
      // In a set of radio buttons Tab goes past the set: the arrows move inside.
      const isInSet = await page.evaluate((wanted) => {
        const active = document.activeElement;
        const target = document.querySelector(wanted);
        return (
          active instanceof HTMLInputElement &&
          target instanceof HTMLInputElement &&
          active.type === 'radio' &&
          active.name === target.name
        );
      }, selector);
      await page.keyboard.press(isInSet ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`"${selector}" cannot be reached with the Tab key`);
  };
}

export interface GamePageOptions {
  /** How a control is used; with the mouse unless told otherwise. */
  readonly press?: Press;
  /** Answers quiz items, with a confidence, instead of skipping them. */
  readonly answersQuiz?: boolean;
}

export function createGamePage(
  page: Page,
  url: string,
  { press = (selector) => page.click(selector), answersQuiz = false }: GamePageOptions = {},
): GamePage {
  const shown = (): Promise<Shown> =>
    page.evaluate(() => {
      const scene = document.querySelector<HTMLElement>('[data-scene]');
      const ids = (name: string) =>
        [...document.querySelectorAll<HTMLElement>(`[data-${name}]`)].map(
          (element) => element.dataset[name] ?? '',
        );
      const ending = document.querySelector<HTMLElement>('[data-ending]')?.dataset.ending;
      const state = document.querySelector<HTMLElement>('[data-state]')?.dataset.state;
      return {
        screen: document.body.dataset.screen ?? '',
        ...(scene?.dataset.scene === undefined ? {} : { scene: scene.dataset.scene }),
        ...(state === undefined ? {} : { state }),
        choices: ids('choice'),
        ...(ending === undefined ? {} : { ending }),
        quizOptions: ids('option'),
      };
    });
  const changed = async (before: Shown): Promise<Shown> => {
    const old = JSON.stringify(before);
    for (;;) {
      const now = await shown();
      if (JSON.stringify(now) !== old) return now;
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  };
  return {
    page,
    shown,
    changed,
    open: async (parameters = '') => {
      await page.goto(`${url}${parameters}`);
      await page.waitForSelector('body[data-screen]');
    },
    start: async ({ goal, tier } = {}) => {
      await press('[data-action="start"]');
      await page.waitForSelector('body[data-screen="setup"]');
      await press(goal === undefined ? 'input[name="goal"]' : `input[name="goal"][value="${goal}"]`);
      if (tier !== undefined) await press(`input[name="tier"][value="${tier}"]`);
      await press('[data-action="start"]');
      await page.waitForSelector('body[data-screen="play"]');
    },
    step: async (choose) => {
      const before = await shown();
      if (before.screen === 'quiz') {
        // A question that is not answered by picking one option is left to the tests of the quiz.
        const canPick = (await page.$('button[data-option]')) !== null;
        if (before.state === 'question' && answersQuiz && canPick) {
          await press(`[data-option="${before.quizOptions[0]}"]`);
          await press('[data-confidence="fairly-sure"]');
        } else if (before.state === 'question') await press('[data-action="skip"]');
        else await press('[data-action="continue"]');
      } else if (before.screen === 'table') {
        // The draft as it lies there, as the last word.
        const isLast = !(await page.$('[data-action="final"]'));
        await press(isLast ? '[data-action="propose"]' : '[data-action="final"]');
        if (!isLast) await press('[data-action="final-yes"]');
      } else if (before.choices.length > 0) {
        const choice = choose(before.scene ?? '', before.choices) ?? before.choices[0];
        await press(`[data-choice="${choice}"]`);
      } else await press('[data-action="continue"]');
      await changed(before);
      return before;
    },
  };
}
