import type { Page } from 'playwright-core';
import type { Offer } from '../../src/core/model/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';
import { createSession } from '../../src/core/session/index.ts';
import { playOn } from './play.ts';

/** A table as its hooks say. */
export interface ShownTable {
  /** Missing: no table is on the page. */
  readonly table?: string;
  readonly turn: number;
  readonly roundsLeft: number;
  readonly reply?: string;
  readonly outcome?: string;
  readonly verdicts: Readonly<Record<string, string>>;
  /** Only the lines that are shown. */
  readonly draft: Offer;
}

export function shownTable(page: Page): Promise<ShownTable> {
  return page.evaluate(() => {
    const data = (selector: string, name: string) =>
      document.querySelector<HTMLElement>(selector)?.dataset[name];
    const table = data('[data-table]', 'table');
    const reply = data('[data-reply]:not(li)', 'reply');
    const outcome = data('[data-outcome]', 'outcome');
    return {
      ...(table === undefined ? {} : { table }),
      turn: Number(data('[data-turn]', 'turn')),
      roundsLeft: Number(data('[data-rounds-left]', 'roundsLeft')),
      ...(reply === undefined ? {} : { reply }),
      ...(outcome === undefined ? {} : { outcome }),
      verdicts: Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('.light[data-verdict]')].map(({ dataset }) => [
          dataset.party,
          dataset.verdict,
        ]),
      ),
      draft: Object.fromEntries(
        [...document.querySelectorAll<HTMLInputElement>('[data-issue] input[type="radio"]:checked')].map(
          ({ name, value }) => [name, value],
        ),
      ),
    };
  });
}

/** The address of a practice table with a contract on it. */
export function practiceAddress(table: Readonly<Record<string, string>>, offer?: Offer): string {
  const deal = offer && Object.entries(offer).map((line) => line.join('='));
  return `/?${new URLSearchParams({ stage: 'off', ...table, ...(deal ? { deal: deal.join(',') } : {}) })}`;
}

/** Chooses the options of a contract, line by line, and again where one moved along with another. */
export async function layByHand(page: Page, offer: Offer): Promise<void> {
  for (let rounds = 0; rounds < 3; rounds += 1)
    for (const [issue, option] of Object.entries(offer))
      await page.click(`.pick:has(input[name="${issue}"][value="${option}"])`);
}

/** Puts the contract to the table until something else than a counter-offer comes. */
export async function proposeToTheEnd(page: Page): Promise<ShownTable> {
  for (;;) {
    const { table, turn } = await shownTable(page);
    if (table !== 'open') return shownTable(page);
    await page.click('[data-action="propose"]');
    await page.waitForSelector(`[data-turn="${turn + 1}"]`);
  }
}

export async function makeFinalOffer(page: Page): Promise<ShownTable> {
  await page.click('[data-action="final"]');
  await page.click('[data-action="final-yes"]');
  await page.waitForSelector('[data-table]:not([data-table="open"]), [data-state="feedback"]');
  return shownTable(page);
}

export interface RunWanted {
  readonly language: string;
  readonly tier: string;
  /** What is chosen on the way, by scene; elsewhere the first choice that is possible. */
  readonly way?: Readonly<Record<string, string>>;
}

/** The file of a run that has to decide in a scene next. Tables on the way end with the prepared draft. */
export function runBefore(
  scenario: Scenario,
  scene: string,
  { language, tier, way = {} }: RunWanted,
): string {
  const run = playOn(scenario, createSession(scenario, { seed: 5, tier }));
  for (;;) {
    const { story, context } = run.proceed().frame();
    const here = context.sceneId ?? '';
    if (story === 'ended') throw new Error(`the run has ended and never came to ${scene}`);
    if (here === scene) return JSON.stringify(run.session.save(language));
    const choices = scenario.scenes.find(({ id }) => id === here)?.choices ?? [];
    const wanted = choices.toSorted((a, b) => Number(b.id === way[here]) - Number(a.id === way[here]));
    const isTaken = wanted.some(
      ({ id }) => run.session.send({ type: 'choice.take', scene: here, choice: id }).ok,
    );
    if (!isTaken) throw new Error(`${here}: no choice is possible`);
  }
}

/** Opens the file of a run from the title page. */
export async function openFile(page: Page, text: string): Promise<void> {
  await page.setInputFiles('input[type="file"]', {
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}
