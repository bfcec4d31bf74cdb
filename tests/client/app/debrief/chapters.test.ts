// Loaded ahead, so that no test waits for it.
import '../../../../src/client/app/debrief/debrief-work.ts';
import { describe, expect, test } from 'vitest';
import { createPageHistory } from '../../../../src/client/app/page-history.ts';
import { chapterOf } from '../../../../src/client/dom/debrief/chapters.ts';
import { createWorld, open, playedOut, settled } from '../game-world.ts';

async function inChapter(chapter: string) {
  const world = createWorld();
  const game = await playedOut(world);
  game.send({ type: 'screen.open', screen: 'debrief' });
  await settled();
  game.send({ type: 'debrief.open', chapter });
  return { world, game };
}

describe('a chapter of the debrief', () => {
  test('is still open after a reload', async () => {
    const { world } = await inChapter('reality');
    const again = await open(world);
    await settled();
    expect(again.view()).toMatchObject({ screen: 'debrief', chapter: 'reality' });
  });

  test('is left by the back button for the one before, and only then the debrief', async () => {
    const { world, game } = await inChapter('why');
    game.send({ type: 'debrief.open', chapter: 'soWhat' });
    world.history.pressBack();
    await settled();
    expect(game.view()).toMatchObject({ screen: 'debrief', chapter: 'why' });
    world.history.pressBack();
    await settled();
    expect(game.view().screen).toBe('debrief');
    expect(game.view().chapter).toBeUndefined();
    world.history.pressBack();
    await settled();
    expect(game.view().screen).toBe('ending');
  });

  test('is there again for who looks something up in the notebook', async () => {
    const { world, game } = await inChapter('whatIf');
    game.send({ type: 'screen.open', screen: 'notebook' });
    expect(game.view().chapter).toBeUndefined();
    world.history.pressBack();
    await settled();
    expect(game.view()).toMatchObject({ screen: 'debrief', chapter: 'whatIf' });
  });

  test('is the first one for who opens the debrief from the ending', async () => {
    const { game } = await inChapter('learning');
    game.send({ type: 'screen.open', screen: 'ending' });
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    expect(game.view().screen).toBe('debrief');
    expect(game.view().chapter).toBeUndefined();
  });
});

test('a chapter that there is not is the first one', () => {
  expect(chapterOf('reality')).toBe('reality');
  for (const name of [undefined, '', 'toString', 'Why']) expect(chapterOf(name)).toBe('happened');
});

describe('the history of the browser', () => {
  const historyWith = (state: unknown) =>
    createPageHistory({ history: { state } } as unknown as Window).current();

  test('gives back the chapter that it was given', () => {
    expect(historyWith({ page: 'debrief', run: 'r', chapter: 'why', depth: 2 })).toMatchObject({
      page: 'debrief',
      chapter: 'why',
    });
  });

  test('holds no chapter that is not a text', () => {
    expect(historyWith({ page: 'debrief', chapter: { toString: 1 }, depth: 0 })).toEqual({
      page: 'debrief',
      depth: 0,
    });
  });
});
