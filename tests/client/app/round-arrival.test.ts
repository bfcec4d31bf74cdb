import { expect, test, vi } from 'vitest';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { wordsFor } from '../../support/mini-texts.ts';
import { quizScenario } from '../../support/quiz-items.ts';
import { createHistory, createWorld, noticeIds, open, settled } from './game-world.ts';

// What makes rounds go comes late, or not at all: the player may be elsewhere by then.

const WORK = '../../../src/client/app/round-work.ts';
const scenario: Scenario = { ...quizScenario, texts: { en: wordsFor(quizScenario) } };

/** Goes back to the page of a round while what it needs is under way. */
async function waiting() {
  vi.resetModules();
  let release = () => {};
  let fail = () => {};
  const held = new Promise<boolean>((resolve) => {
    release = () => resolve(true);
    fail = () => resolve(false);
  });
  vi.doMock(WORK, async (original) => {
    if (!(await held)) throw new Error('offline');
    return original();
  });
  const history = createHistory([{ page: 'title' }, { page: 'round' }, { page: 'about' }]);
  const game = await open(createWorld({ options: { scenario }, history }));
  history.pressBack();
  await settled();
  expect(game.view()).toMatchObject({ screen: 'about', isBusy: true });
  const isIdle = () => vi.waitFor(() => expect(game.view().isBusy).toBe(false));
  return { history, game, release, fail, isIdle };
}

test('a round that cannot be had leads to the title, and the history says so', async () => {
  const { game, history, fail, isIdle } = await waiting();
  fail();
  await isIdle();
  await settled();
  expect(game.view().screen).toBe('title');
  expect(history.current()).toEqual({ page: 'title' });
  expect(noticeIds(game)).toEqual(['offline-chunk']);
  expect(game.view().notices[0]?.actions[0]?.intent).toEqual({ type: 'round.open' });
});

test('nothing is said of a round that nobody waits for any more', async () => {
  const { game, fail, isIdle } = await waiting();
  game.send({ type: 'screen.open', screen: 'setup' });
  fail();
  await isIdle();
  await settled();
  expect(game.view().screen).toBe('setup');
  expect(noticeIds(game)).toEqual([]);
});

test('a round that comes late is shown', async () => {
  const { game, release, isIdle } = await waiting();
  release();
  await isIdle();
  await settled();
  expect(game.view()).toMatchObject({ screen: 'quiz', round: { stage: 'setup' } });
});

test('a round that comes late does not take the player from where they have gone', async () => {
  const { game, history, release, isIdle } = await waiting();
  game.send({ type: 'screen.open', screen: 'setup' });
  release();
  await isIdle();
  await settled();
  expect(game.view().screen).toBe('setup');
  expect(history.current()).toEqual({ page: 'setup' });
});

test('nor does one that was asked for', async () => {
  const { game, history, release, isIdle } = await waiting();
  game.send({ type: 'round.start', kind: 'free' });
  game.send({ type: 'screen.open', screen: 'setup' });
  release();
  await isIdle();
  await settled();
  expect(game.view().screen).toBe('setup');
  expect(history.current()).toEqual({ page: 'setup' });
});
