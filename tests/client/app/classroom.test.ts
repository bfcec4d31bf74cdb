import { describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../../src/client/storage/index.ts';
import type { ShellView } from '../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { createHistory, createWorld, open, playOn, settled, started, type World } from './game-world.ts';

type Game = Awaited<ReturnType<typeof open>>;

async function startedClass(world: World): Promise<Game> {
  const game = await open(world);
  game.send({ type: 'screen.open', screen: 'class-host' });
  await settled();
  expect(game.view().screen).toBe('class-host');
  game.send({ type: 'class.start', tier: 'starter', seed: 7 });
  await settled();
  return game;
}

async function vote(game: Game, ...votes: readonly number[]): Promise<void> {
  const options = game.view().classroom?.vote?.options ?? [];
  game.send({
    type: 'class.vote',
    counts: Object.fromEntries(options.map(({ id }, index) => [id, votes[index] ?? 0])),
  });
  await settled();
}

async function take(game: Game, index = 0): Promise<void> {
  const { scene } = game.view().play ?? {};
  const choice = scene?.choices[index];
  if (!scene || !choice) throw new Error('there is nothing to choose');
  game.send({ type: 'choice.take', scene: scene.id, choice: choice.id });
  await settled();
}

/** On to the next page on which the class can choose an option of a scene. */
async function toNextChoice(game: Game): Promise<void> {
  for (let steps = 0; game.view().play?.state !== 'decide' && steps < 20; steps += 1) {
    const { play, table } = game.view();
    if (table) game.send({ type: 'table.final', turn: table.turn });
    else if (play?.quiz?.state === 'question') game.send({ type: 'quiz.skip', item: play.quiz.item });
    else game.send({ type: 'scene.continue', scene: play?.scene?.id ?? '' });
  }
  await settled();
}

const optionsIn = (view: ShellView) =>
  view.classroom?.vote?.options.map(({ letter, count, isWinner }) => ({ letter, count, isWinner }));

/** The same page loaded again. */
const reloaded = (world: World) =>
  open({ ...world, history: createHistory([...[world.history.current()].flatMap((place) => place ?? [])]) });

describe('a class at the projector', () => {
  test('begins a run with the vote on its goal', async () => {
    const game = await startedClass(createWorld());
    const view = game.view();
    expect(view.screen).toBe('projector');
    expect(view.play).toMatchObject({ state: 'decide', scene: { kind: 'goal' } });
    expect(view.classroom).toMatchObject({ isPaused: false, topic: 'goal', vote: { isCounted: false } });
    expect(optionsIn(view)?.[0]).toEqual({ letter: 'A', count: 0, isWinner: false });
  });

  test('is in the list of runs, and plays on from there', async () => {
    const world = createWorld();
    const game = await startedClass(world);
    await take(game);
    game.send({ type: 'screen.open', screen: 'title' });
    await settled();
    const { savedRuns, classroom } = game.view();
    expect(classroom).toBeUndefined();
    expect(savedRuns).toHaveLength(1);
    const again = await open({ ...world, history: createHistory() });
    again.send({ type: 'run.open', id: savedRuns[0]?.id ?? '' });
    await settled();
    expect(again.view().screen).toBe('projector');
  });

  test('sees what its votes come to, and goes on with any choice', async () => {
    const game = await startedClass(createWorld());
    await vote(game, 12, 7);
    expect(game.view().classroom?.vote).toMatchObject({
      isCounted: true,
      isTie: false,
      total: 19,
      minority: 'B',
    });
    expect(optionsIn(game.view())?.[0]).toEqual({ letter: 'A', count: 12, isWinner: true });
    await vote(game, 8, 8);
    const tie = game.view().classroom?.vote;
    expect(tie).toMatchObject({ isTie: true, total: 16 });
    expect(tie?.minority).toBeUndefined();
    await take(game, 1);
    // What it has voted on is still there beside what followed.
    expect(game.view().play?.state).toBe('feedback');
    expect(game.view().classroom?.vote).toMatchObject({ isCounted: true, total: 16 });
  });

  test('goes on without counts, when the teacher picks an answer right away', async () => {
    const game = await startedClass(createWorld());
    await take(game);
    expect(game.view().classroom?.vote?.isCounted).toBe(false);
    expect(game.view().play?.state).toBe('feedback');
  });

  test('takes a decision back: its counts stay, later ones are gone', async () => {
    const game = await startedClass(createWorld());
    await vote(game, 5, 1);
    await take(game);
    await toNextChoice(game);
    await vote(game, 2, 3);
    const second = game.view().classroom?.vote?.key;
    await take(game);
    game.send({ type: 'run.rewind', decision: 0 });
    await settled();
    expect(game.view().classroom?.vote).toMatchObject({ isCounted: true, total: 6 });
    await vote(game, 1, 5);
    await take(game);
    await toNextChoice(game);
    expect(game.view().classroom?.vote).toMatchObject({ key: second, isCounted: false, total: 0 });
  });

  test('is there after a reload, with its counts and its pause', async () => {
    const world = createWorld();
    const game = await startedClass(world);
    await vote(game, 4, 9);
    game.send({ type: 'class.pause' });
    await settled();
    const again = await reloaded(world);
    await settled();
    expect(again.view().screen).toBe('projector');
    expect(again.view().classroom).toMatchObject({ isPaused: true, vote: { total: 13, isCounted: true } });
    // Nobody votes in a pause.
    await vote(again, 1, 1);
    expect(again.view().classroom?.vote?.total).toBe(13);
    again.send({ type: 'class.resume' });
    await settled();
    expect(again.view().classroom?.isPaused).toBe(false);
  });

  test.each([
    ['nonsense', 'nonsense'],
    ['a step that is not possible', { version: 1, events: [{ type: 'paused' }] }],
    ['another version', { version: 9, events: [] }],
  ])('that was kept as %s leaves a plain run', async (_, broken) => {
    const world = createWorld();
    const game = await startedClass(world);
    await take(game);
    const id = world.history.current()?.run ?? '';
    await world.store.updateMemory('class', id, () => broken);
    const again = await reloaded(world);
    await settled();
    expect(again.view().screen).toBe('play');
    expect(again.view().classroom).toBeUndefined();
    expect(again.view().play?.scene?.id).toBe(game.view().play?.scene?.id);
  });

  test('that cannot be read leaves a plain run', async () => {
    const world = createWorld();
    const game = await startedClass(world);
    await take(game);
    const store = { ...world.store, loadMemory: () => Promise.reject(new Error('blocked')) };
    const again = await reloaded({ ...world, store });
    await settled();
    expect(again.view().screen).toBe('play');
  });

  test('is over when the teacher says so: the run goes on alone, also after a reload', async () => {
    const world = createWorld();
    const game = await startedClass(world);
    game.send({ type: 'class.close' });
    await settled();
    expect(game.view().screen).toBe('play');
    expect((await reloaded(world)).view().screen).toBe('play');
    game.send({ type: 'class.open' });
    await settled();
    expect(game.view().screen).toBe('projector');
  });

  test('takes over a run that somebody began alone', async () => {
    const game = await started(createWorld());
    expect(game.view().screen).toBe('play');
    game.send({ type: 'class.open' });
    await settled();
    expect(game.view().screen).toBe('projector');
  });

  test('needs pieces that come late: without them nothing is lost, and it is said', async () => {
    const game = await open(createWorld({ isOffline: true }));
    game.send({ type: 'screen.open', screen: 'class-host' });
    await settled();
    expect(game.view().screen).toBe('title');
    expect(game.view().notices.map(({ id }) => id)).toEqual(['offline-chunk']);
  });

  test('plays on where nothing can be kept', async () => {
    const store = { ...createMemoryStore(), updateMemory: () => Promise.reject(new Error('full')) };
    const game = await startedClass(createWorld({ store }));
    await vote(game, 3, 1);
    expect(game.view().classroom?.vote?.total).toBe(4);
    await take(game);
    expect(game.view().play?.state).toBe('feedback');
  });

  test('finds its votes in the debrief, each with the decision it led to', async () => {
    const game = await startedClass(createWorld());
    await vote(game, 5, 11);
    await take(game);
    await playOn(game);
    game.send({ type: 'screen.open', screen: 'debrief' });
    await vi.waitFor(() => expect(game.view().debrief).toBeDefined(), 20_000);
    const votes = game.view().debrief?.classVotes;
    expect(votes).toHaveLength(1);
    expect(votes?.[0]).toMatchObject({ decision: 0, total: 16 });
    expect(votes?.[0]?.options.map(({ count, isTaken }) => [count, isTaken]).slice(0, 2)).toEqual([
      [5, true],
      [11, false],
    ]);
  });

  test('goes along when a run that is over is played again from an earlier decision', async () => {
    const world = createWorld();
    const game = await startedClass(world);
    await vote(game, 5, 11);
    await take(game);
    await playOn(game);
    const before = world.history.current()?.run;
    game.send({ type: 'run.rewind', decision: 0 });
    await settled();
    expect(world.history.current()?.run).not.toBe(before);
    expect(game.view().classroom?.vote).toMatchObject({ isCounted: true, total: 16 });
    const again = await reloaded(world);
    await settled();
    expect(again.view().classroom?.vote).toMatchObject({ total: 16 });
  });

  test('has a debrief at any moment, after a reload too, and takes it along', async () => {
    const world = createWorld();
    const game = await startedClass(world);
    await vote(game, 5, 11);
    await take(game);
    game.send({ type: 'screen.open', screen: 'class-debrief' });
    await vi.waitFor(() => expect(game.view().classDebrief).toBeDefined(), 20_000);
    expect(game.view()).toMatchObject({ screen: 'class-debrief', classroom: { isPaused: false } });
    const debrief = game.view().classDebrief;
    expect(debrief).toMatchObject({ runs: 1, open: 1, votes: [{ number: 1, total: 16 }], tables: [] });
    const [options] = debrief?.votes.map((result) => result.options) ?? [];
    expect(options?.map(({ count, isTaken }) => [count, isTaken]).slice(0, 2)).toEqual([
      [5, true],
      [11, false],
    ]);
    expect(game.view().classDebrief?.seats).toBeUndefined();
    game.send({ type: 'class.take', what: 'csv' });
    await vi.waitFor(() => expect(world.files).toHaveLength(1), 20_000);
    expect(world.files[0]).toMatchObject({ name: expect.stringMatching(/-class\.csv$/) });
    expect(world.files[0]?.content).toContain(',11,69,0');
    const again = await reloaded(world);
    await vi.waitFor(() => expect(again.view().classDebrief?.votes).toHaveLength(1), 20_000);
    again.send({ type: 'screen.back' });
    await settled();
    // What happened after it was read is in it too.
    await toNextChoice(again);
    await vote(again, 2, 1);
    again.send({ type: 'screen.open', screen: 'class-debrief' });
    expect(again.view().classDebrief?.votes).toHaveLength(2);
  });

  test('has no debrief where nobody plays together', async () => {
    const game = await started(createWorld());
    game.send({ type: 'screen.open', screen: 'class-debrief' });
    await settled();
    expect(game.view().screen).toBe('play');
    expect(game.view().classDebrief).toBeUndefined();
  });

  test('answers a question with its cards; the device learns nothing from it', async () => {
    const world = createWorld();
    const game = await startedClass(world);
    await take(game);
    for (let steps = 0; game.view().screen !== 'quiz' && steps < 20; steps += 1) {
      const { play } = game.view();
      if (play?.state === 'decide') await take(game);
      else game.send({ type: 'scene.continue', scene: play?.scene?.id ?? '' });
    }
    const quiz = game.view().play?.quiz;
    const options = game.view().classroom?.vote?.options ?? [];
    expect(game.view().classroom).toMatchObject({ topic: 'quiz', vote: { isCounted: false } });
    await vote(game, 4, 8, 1);
    expect(optionsIn(game.view())?.map(({ isWinner }) => isWinner)).toEqual([false, true, false]);
    game.send({
      type: 'quiz.answer',
      item: quiz?.item ?? '',
      response: options[1]?.id ?? '',
      confidence: 'fairly-sure',
    });
    await settled();
    expect(game.view().play?.quiz?.state).toBe('explained');
    // Beside the explanation stands how the class has voted; it cannot vote again.
    await vote(game, 0, 0, 9);
    expect(game.view().classroom?.vote).toMatchObject({ total: 13 });
    expect(await world.store.loadMemory('quiz', miniWithTexts.manifest.id)).toBeUndefined();
  });

  test('goes along when its run went on in another tab', async () => {
    const world = createWorld();
    const here = await startedClass(world);
    await vote(here, 3, 4);
    const there = await reloaded(world);
    await settled();
    await take(there, 0);
    await take(here, 1);
    const forked = world.history.current()?.run ?? '';
    expect(here.view().notices.map(({ id }) => id)).toContain('run-forked');
    expect(JSON.stringify(await world.store.loadMemory('class', forked))).toContain('vote.decided');
    await vote(here, 1, 1);
    const again = await reloaded(world);
    await settled();
    expect(again.view().classroom?.vote).toMatchObject({ isCounted: true, total: 7 });
  });

  test('that is over goes along too', async () => {
    const world = createWorld();
    const here = await startedClass(world);
    await vote(here, 3, 4);
    here.send({ type: 'class.close' });
    await settled();
    const there = await reloaded(world);
    await settled();
    await take(there, 0);
    await take(here, 1);
    expect(here.view().notices.map(({ id }) => id)).toContain('run-forked');
    const forked = world.history.current()?.run ?? '';
    expect(JSON.stringify(await world.store.loadMemory('class', forked))).toContain('vote.counted');
  });

  test('is deleted with its run', async () => {
    const world = createWorld();
    const game = await startedClass(world);
    await vote(game, 1);
    const id = world.history.current()?.run ?? '';
    expect(await world.store.loadMemory('class', id)).toBeDefined();
    game.send({ type: 'run.delete', id });
    await settled();
    expect(await world.store.loadMemory('class', id)).toBeUndefined();
  });
});
