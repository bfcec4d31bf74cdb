import { describe, expect, test } from 'vitest';
import { encodeShareCode } from '../../src/client/app/share-code.ts';
import { useBuiltGame } from '../support/built-game.ts';
import { savedRuns, untilRunsAreKept, untilStepIsKept } from '../support/device.ts';
import { exported, notices, untilChoices } from '../support/game-page.ts';

// Runs as they lie on the device, with several tabs, links and reloads: none is lost, none comes back.

const built = useBuiltGame();

describe('a run', () => {
  test('goes on in two tabs: both are kept, and the second tab says so', async () => {
    const { page, game, context } = await built.visit();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    const last = await untilChoices(game);
    if (last) await untilStepIsKept(page, last);
    const other = built.on(await context.newPage());
    await other.open('/?lang=en&stage=off');
    await other.page.click('[data-action="open-run"]');
    await other.page.waitForSelector('[data-choice]');
    const { choices } = await game.shown();
    await untilStepIsKept(page, await game.step(() => choices[0]));
    await other.step(() => choices[1]);
    const notice = await other.page.waitForSelector('[data-notice="run-forked"]');
    expect(await notice.textContent()).not.toContain('problem.');
    expect(await notices(page)).toEqual([]);
    const before = await other.shown();
    await other.page.reload();
    await other.page.waitForSelector('[data-state="feedback"]');
    expect(await other.shown()).toEqual(before);
    expect(await savedRuns(page)).toHaveLength(2);
    await context.close();
  });

  test('that is deleted does not come back with the back button, nor with a reload', async () => {
    const { page, game, context } = await built.visit();
    await game.open('/?lang=en&seed=1&stage=off');
    await game.start();
    await game.step(() => undefined);
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await page.click('[data-action="delete"]');
    await page.click('[data-action="delete-yes"]');
    await page.waitForSelector('[data-run]', { state: 'detached' });
    await page.goForward();
    await page.goForward();
    await page.waitForSelector('body[data-screen="title"]');
    await page.reload();
    await page.waitForSelector('body[data-screen="title"]');
    expect(await notices(page)).toEqual([]);
    expect(await savedRuns(page)).toEqual([]);
    await context.close();
  });

  test('in the address opens once: after a reload the player is where they were', async () => {
    const teacher = await built.visit();
    await teacher.game.open('/?lang=en&seed=1&stage=off');
    await teacher.game.start();
    for (let steps = 0; steps < 3; steps += 1) await teacher.game.step(() => undefined);
    const shared = await teacher.game.shown();
    const code = await encodeShareCode(JSON.parse(await exported(teacher.page)));
    await teacher.context.close();

    const { page, game, context } = await built.visit();
    await game.open(`/?lang=en&stage=off&run=${code}`);
    await page.waitForSelector(`body[data-screen="${shared.screen}"]`);
    expect(await game.shown()).toEqual(shared);
    expect(new URL(page.url()).search).toBe('?lang=en&stage=off');
    expect(await notices(page)).toEqual([]);
    await untilChoices(game);
    await untilStepIsKept(page, await game.step(() => undefined));
    const before = await game.shown();
    expect(before).not.toEqual(shared);
    await page.reload();
    await page.waitForSelector(`[data-scene="${before.scene}"]`);
    expect(await game.shown()).toEqual(before);
    expect(await savedRuns(page)).toHaveLength(1);
    await page.goBack();
    await page.waitForSelector('body[data-screen="title"]');
    await context.close();
  });

  test('that is deleted leaves the focus to the next one, and the last to the heading', async () => {
    const { page, game, context } = await built.visit();
    for (const seed of [1, 2]) {
      await game.open(`/?lang=en&seed=${seed}&stage=off`);
      await game.start();
      await untilRunsAreKept(page, seed);
    }
    await game.open('/?lang=en&stage=off');
    await page.waitForSelector('[data-run] + [data-run]');
    const [first, second] = await page.$$eval('[data-run]', (all) =>
      all.map((run) => (run as HTMLElement).dataset.run),
    );
    const remove = async (id: string | undefined) => {
      await page.click(`[data-run="${id}"] [data-action="delete"]`);
      await page.click(`[data-run="${id}"] [data-action="delete-yes"]`);
      await page.waitForSelector(`[data-run="${id}"]`, { state: 'detached' });
    };
    await remove(first);
    expect(await page.$(`[data-run="${second}"] [data-action="open-run"]:focus`)).not.toBeNull();
    await remove(second);
    expect(await page.$('h1:focus')).not.toBeNull();
    await context.close();
  });
});

describe('a setting', () => {
  test('is kept even when the page is gone before it hears that it was', async () => {
    const { page, context, game, close } = await built.visit();
    await game.open('/?lang=en&stage=off');
    await page.click('[data-action="settings"]');
    await page.waitForSelector('input[name="setting-sound"]:checked');
    const isAsked = page.waitForEvent('console');
    page
      .evaluate(async () => {
        document.querySelector<HTMLElement>('input[name="setting-sound"]')?.click();
        // Lets the game ask for the write; no answer can come in between.
        for (let turns = 0; turns < 50; turns += 1) await undefined;
        console.log('asked');
        for (;;);
      })
      .catch(() => {});
    await isAsked;
    await page.close();
    const later = built.on(await context.newPage());
    await later.open('/?lang=en&stage=off');
    await later.page.click('[data-action="settings"]');
    expect(await later.page.isChecked('input[name="setting-sound"]')).toBe(false);
    await close();
  });
});
