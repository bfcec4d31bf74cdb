import { describe, expect, test } from 'vitest';
import type { Game } from '../../../src/client/app/index.ts';
import type { MemoryTopic } from '../../../src/client/storage/index.ts';
import { encodeRetest, formsOf } from '../../../src/core/quiz/retest-code.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { wordsFor } from '../../support/mini-texts.ts';
import { quizScenario } from '../../support/quiz-items.ts';
import { createHistory, createWorld, noticeIds, open, settled, started, type World } from './game-world.ts';

const scenario: Scenario = {
  ...quizScenario,
  manifest: {
    ...quizScenario.manifest,
    topics: ['law'],
    tests: { pre: ['i-truth', 'i-kind'], post: ['i-single', 'i-order'] },
  },
};
const playable: Scenario = { ...scenario, texts: { en: wordsFor(scenario) } };
const world = (change: Partial<World> = {}) => createWorld({ options: { scenario: playable }, ...change });

async function sendAll(game: Game, ...intents: readonly Parameters<Game['send']>[0][]): Promise<void> {
  for (const intent of intents) {
    game.send(intent);
    await settled();
    await import('../../../src/client/app/round-work.ts');
    await settled();
  }
}
const answer = (item: string, response: string) =>
  ({
    type: 'round.move',
    move: { type: 'answer', item, answer: { response, confidence: 'sure' } },
  }) as const;

describe('a round of questions', () => {
  test('opens from the title, is answered and reviewed, and is left to the title', async () => {
    const game = await open(world());
    await sendAll(game, { type: 'round.open' });
    expect(game.view()).toMatchObject({ screen: 'quiz', round: { stage: 'setup', offer: { itemCount: 5 } } });
    await sendAll(game, { type: 'round.start', kind: 'again', items: ['q1'] });
    expect(game.view().round).toMatchObject({ stage: 'question', number: 1, count: 1 });
    expect(JSON.stringify(game.view().round)).not.toMatch(/"why"|"isKey"/);
    await sendAll(game, answer('q1', 'b'));
    expect(game.view().round).toMatchObject({ quiz: { state: 'explained', isCorrect: false } });
    await sendAll(game, { type: 'round.move', move: { type: 'next' } });
    expect(game.view().round).toMatchObject({
      stage: 'review',
      right: 0,
      missed: ['q1'],
      calibration: [{ level: 'sure', right: 0, wrong: 1 }],
    });
    await sendAll(game, { type: 'screen.back' });
    expect(game.view()).toMatchObject({ screen: 'title' });
    expect(game.view().round).toBeUndefined();
  });

  test('leaves a run that is open as it is', async () => {
    const game = await started(world());
    const before = game.view().play;
    await sendAll(game, { type: 'round.start', kind: 'free' }, { type: 'screen.back' });
    expect(game.view().screen).toBe('play');
    expect(game.view().play).toBe(before);
  });

  test('of a test explains at the end, keeps the result, and shows the gain after the other form', async () => {
    const shared = world();
    const game = await open(shared);
    await sendAll(
      game,
      { type: 'round.start', kind: 'pre' },
      answer('i-truth', 'false'),
      answer('i-kind', 'fact'),
    );
    expect(game.view().round).toMatchObject({ stage: 'review', right: 1, count: 2 });
    expect(game.view().round).not.toHaveProperty('gain');
    const later = await open({ ...shared, history: createHistory() });
    await settled();
    await sendAll(later, { type: 'round.start', kind: 'post' }, answer('i-single', 'b'));
    await sendAll(later, { type: 'round.move', move: { type: 'skip', item: 'i-order' } });
    expect(later.view().round).toMatchObject({ gain: { pre: { right: 1 }, post: { right: 1 }, percent: 0 } });
    expect(later.view().quizOffer?.tests).toEqual({
      pre: {
        right: 1,
        count: 2,
        day: '2026-11-24',
        answers: {
          'i-truth': { response: 'false', confidence: 'sure' },
          'i-kind': { response: 'fact', confidence: 'sure' },
        },
      },
      post: {
        right: 1,
        count: 2,
        day: '2026-11-24',
        answers: { 'i-single': { response: 'b', confidence: 'sure' } },
      },
    });
  });

  test('is asked again after a week by a code, on a device that knows nothing', async () => {
    const game = await open(world());
    await sendAll(game, { type: 'round.open' }, { type: 'round.retest', code: 'ABC' });
    expect(game.view().round).toMatchObject({
      stage: 'setup',
      retest: { state: 'problem', problem: 'length', detail: '3' },
    });
    const then = { count: 2, right: 2, hits: 0, falseAlarms: 0 };
    const code = encodeRetest({ forms: formsOf(scenario), day: '2026-11-01', post: then }) ?? '';
    await sendAll(game, { type: 'round.retest', code });
    expect(game.view().round).toMatchObject({ retest: { state: 'known', day: '2026-11-01', post: then } });
    await sendAll(game, { type: 'round.start', kind: 'post' }, answer('i-single', 'b'));
    expect(game.view().round).not.toHaveProperty('retest');
    await sendAll(game, { type: 'round.move', move: { type: 'skip', item: 'i-order' } });
    expect(game.view().round).toMatchObject({
      stage: 'review',
      retest: { post: then, now: { right: 1, count: 2, day: '2026-11-24' } },
    });
  });

  test('works where nothing can be kept, and says so once', async () => {
    const blocked = world();
    const store = {
      ...blocked.store,
      loadMemory: () => Promise.reject(new Error('blocked')),
      updateMemory: () => Promise.reject(new Error('blocked')),
    };
    const game = await open({ ...blocked, store });
    await sendAll(game, { type: 'round.start', kind: 'again', items: ['q1'] }, answer('q1', 'a'));
    expect(game.view().round).toMatchObject({ quiz: { isCorrect: true } });
    expect(noticeIds(game).filter((id) => id.includes('storage-blocked'))).toHaveLength(1);
  });
});

test('what is answered in a run is remembered on the device, and offered again after a week', async () => {
  const shared = world();
  const game = await started(shared);
  game.send({ type: 'scene.continue', scene: 's1-goal' });
  game.send({ type: 'quiz.answer', item: 'q1', response: 'b', confidence: 'sure' });
  await settled();
  expect(await shared.store.loadMemory('quiz', 'mini')).toMatchObject({ items: { q1: { reps: 1 } } });
  await shared.store.updateMemory('quiz', 'mini', () => ({
    items: { q1: { count: 1, last: '2026-11-01' } },
    tests: {},
  }));
  const later = await open({ ...shared, history: createHistory() });
  await settled();
  expect(later.view().quizOffer?.dueCount).toBe(1);
});

describe('what the device remembers of the quiz', () => {
  const before = { q1: { count: 2, last: '2026-11-01' }, q2: { count: 3, last: '2026-10-01' } };
  const remembering = async () => {
    const shared = world();
    await shared.store.updateMemory('quiz', 'mini', () => ({ items: before, tests: {} }));
    return shared;
  };
  const answerInRun = async (game: Game) => {
    game.send({ type: 'scene.continue', scene: 's1-goal' });
    game.send({ type: 'quiz.answer', item: 'q1', response: 'b', confidence: 'sure' });
    await settled();
  };

  test('is not written over before it is read', async () => {
    const shared = await remembering();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const loadMemory = async (topic: MemoryTopic, id: string) => {
      await held;
      return shared.store.loadMemory(topic, id);
    };
    const game = await started({ ...shared, store: { ...shared.store, loadMemory } });
    await answerInRun(game);
    expect(await shared.store.loadMemory('quiz', 'mini')).toEqual({ items: before, tests: {} });
    release();
    await settled();
    expect(await shared.store.loadMemory('quiz', 'mini')).toMatchObject({
      items: { q1: { reps: 3, last: '2026-11-24' }, q2: { reps: 3, last: '2026-10-01', due: '2026-10-08' } },
      tests: {},
    });
  });

  test('is not written over when it cannot be read, and is read with the next answer', async () => {
    const shared = await remembering();
    let isBroken = true;
    const loadMemory = (topic: MemoryTopic, id: string) =>
      isBroken ? Promise.reject(new Error('gone')) : shared.store.loadMemory(topic, id);
    const game = await started({ ...shared, store: { ...shared.store, loadMemory } });
    await answerInRun(game);
    expect(await shared.store.loadMemory('quiz', 'mini')).toEqual({ items: before, tests: {} });
    isBroken = false;
    await sendAll(game, { type: 'round.start', kind: 'again', items: ['i-match'] });
    await sendAll(game, { type: 'round.start', kind: 'again', items: ['q1'] }, answer('q1', 'b'));
    expect(await shared.store.loadMemory('quiz', 'mini')).toMatchObject({
      items: { q1: { reps: 2, last: '2026-11-24' }, q2: { reps: 3, last: '2026-10-01' } },
    });
  });

  test('is the same in two tabs: neither writes over what the other adds', async () => {
    const shared = await remembering();
    const one = await open(shared);
    const two = await open({ ...shared, history: createHistory() });
    await settled();
    await sendAll(one, { type: 'round.start', kind: 'pre' });
    await sendAll(one, answer('i-truth', 'false'), answer('i-kind', 'fact'));
    await sendAll(two, { type: 'round.start', kind: 'again', items: ['q1'] }, answer('q1', 'b'));
    expect(await shared.store.loadMemory('quiz', 'mini')).toMatchObject({
      items: { q1: { reps: 3, last: '2026-11-24' }, q2: { reps: 3, last: '2026-10-01' } },
      tests: { pre: { right: 1, count: 2 } },
    });
    expect(two.view().quizOffer?.tests.pre).toMatchObject({ right: 1, count: 2 });
    // The newer result of the other tab stays.
    await sendAll(one, { type: 'round.start', kind: 'pre' });
    await sendAll(one, answer('i-truth', 'true'), answer('i-kind', 'fact'));
    await sendAll(two, { type: 'round.start', kind: 'again', items: ['q2'] }, answer('q2', 'b'));
    expect(await shared.store.loadMemory('quiz', 'mini')).toMatchObject({
      tests: { pre: { right: 0, count: 2 } },
    });
  });
});

test('what is chosen on the setup page is there again after the test that is opened from it', async () => {
  const game = await open(world());
  await sendAll(game, { type: 'screen.open', screen: 'setup' });
  const [tier = ''] = game.view().tiers.map(({ id }) => id);
  expect(game.view().preset).not.toHaveProperty('goal');
  game.send({ type: 'setup.set', setup: { tier } });
  game.send({ type: 'setup.set', setup: { goal: 'talk' } });
  await sendAll(game, { type: 'round.start', kind: 'pre' }, { type: 'screen.back' });
  expect(game.view()).toMatchObject({ screen: 'setup', preset: { tier, goal: 'talk' } });
  game.send({ type: 'run.start', tier, goal: 'talk' });
  expect(game.view().preset).not.toHaveProperty('goal');
});
