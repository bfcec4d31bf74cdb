import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Shown } from './game-page.ts';

// What lies in the browser's database. The game writes there beside the play, and a test is faster than any
// player: before it loads the page again or opens another one, it waits here for what must be kept by then.

const POLLING = { timeout: 30_000, interval: 50 };

/** Names of the runs that are kept. */
export async function savedRuns(page: Page): Promise<readonly string[]> {
  return [...(await records(page)).keys()].filter((key) => key.startsWith('run/'));
}

export async function untilRunsAreKept(page: Page, count: number): Promise<void> {
  await expect.poll(() => savedRuns(page), POLLING).toHaveLength(count);
}

export async function untilSettingsAreKept(
  page: Page,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await expect.poll(async () => (await records(page)).get('settings'), POLLING).toMatchObject(settings);
}

/** Waits until the last thing that the player did in the kept run is this. */
export async function untilIntentIsKept(
  page: Page,
  intent: Readonly<Record<string, unknown>>,
): Promise<void> {
  const id = await openRunId(page);
  await expect
    .poll(async () => lastEventOf((await records(page)).get(`run/${id}`)), POLLING)
    .toMatchObject(intent);
}

/** Waits until the step that was taken from what was shown is the last one in the kept run. */
export async function untilStepIsKept(page: Page, before: Shown): Promise<void> {
  const id = await openRunId(page);
  await expect
    .poll(async () => lastIntentOf((await records(page)).get(`run/${id}`)), POLLING)
    .toEqual(intentFrom(before));
}

function intentFrom({ screen, state, choices, scene }: Shown): string {
  if (screen === 'quiz' && state === 'question') return 'quiz';
  return `${choices.length > 0 ? 'choice.take' : 'scene.continue'} ${scene}`;
}

function lastIntentOf(run: unknown): string | undefined {
  const last = lastEventOf(run);
  return last?.type.startsWith('quiz.') ? 'quiz' : last && `${last.type} ${last.scene}`;
}

interface KeptEvent {
  readonly type: string;
  readonly scene?: string;
}

function lastEventOf(run: unknown): KeptEvent | undefined {
  const { save } = (run ?? {}) as { readonly save?: { readonly events: readonly KeptEvent[] } };
  // The turns of the world follow by themselves.
  return save?.events.findLast(({ type }) => !type.startsWith('agenda.'));
}

function openRunId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (history.state as { run?: string } | null)?.run);
}

async function records(page: Page): Promise<ReadonlyMap<string, unknown>> {
  const all = await page.evaluate(
    () =>
      new Promise<[string, unknown][]>((resolve, reject) => {
        const opening = indexedDB.open('letztes-gebot');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const found: [string, unknown][] = [];
          const cursor = database.transaction('runs').objectStore('runs').openCursor();
          cursor.onerror = () => reject(cursor.error);
          cursor.onsuccess = () => {
            if (cursor.result) {
              found.push([String(cursor.result.key), cursor.result.value]);
              cursor.result.continue();
            } else {
              database.close();
              resolve(found);
            }
          };
        };
      }),
  );
  return new Map(all);
}
