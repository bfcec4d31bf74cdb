import { describe, expect, test, vi } from 'vitest';
import type { Game } from '../../../src/client/app/index.ts';
import { createMemoryStore, type RunStore } from '../../../src/client/storage/index.ts';
import type { Result } from '../../../src/core/domain/index.ts';
import { createHistory, createWorld, noticeIds, open, settled, started, type World } from './game-world.ts';

const parsed = vi.hoisted(() => ({ saves: 0 }));
vi.mock(import('../../../src/core/session/index.ts'), async (original) => {
  const session = await original();
  return {
    ...session,
    parseSave: (value: unknown) => {
      parsed.saves += 1;
      return session.parseSave(value);
    },
  };
});

const goOn = (game: Game) => game.send({ type: 'scene.continue', scene: 's1-goal' });
const storedIds = async ({ store }: World) => (await store.list()).map(({ id }) => id).toSorted();
const eventCounts = async ({ store }: World) =>
  (await store.list())
    .map(({ value }) => (value as { save: { events: readonly unknown[] } }).save.events.length)
    .toSorted((a, b) => a - b);

/** The run of the world, opened in another tab. */
async function inOtherTab(world: World): Promise<Game> {
  const [id = ''] = await storedIds(world);
  const game = await open({ ...world, history: createHistory([{ page: 'run', run: id }]) });
  expect(game.view().screen).toBe('play');
  return game;
}

/** A store that works until it is told to break, and whatever it does from then on. */
function breakable(): { readonly store: RunStore; breakDown(): void } {
  const inner = createMemoryStore();
  let isBroken = false;
  const guard =
    <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> =>
      isBroken ? Promise.reject(new Error('gone')) : work(...args);
  const store: RunStore = {
    isPersistent: true,
    list: guard(inner.list),
    get: guard(inner.get),
    put: guard(inner.put),
    remove: guard(inner.remove),
    loadSettings: guard(inner.loadSettings),
    saveSettings: guard(inner.saveSettings),
    loadMemory: guard(inner.loadMemory),
    putMemory: guard(inner.putMemory),
    listMemory: guard(inner.listMemory),
    removeMemory: guard(inner.removeMemory),
    updateMemory: (topic, key, change) =>
      isBroken ? Promise.reject(new Error('gone')) : inner.updateMemory(topic, key, change),
  };
  return {
    store,
    breakDown: () => {
      isBroken = true;
    },
  };
}

describe('a run from the address', () => {
  const shared = async (): Promise<Result<string>> => {
    const world = createWorld();
    (await started(world)).send({ type: 'run.export' });
    return { ok: true, value: world.downloads[0] ?? '' };
  };

  test('is opened once: it leaves the address, and a reload shows where the player is', async () => {
    const code = await shared();
    const world = createWorld();
    const game = await open(world, code);
    goOn(game);
    await settled();
    expect(world.history.dropped).toEqual(['run']);
    const later = await open(world, code);
    expect(later.view().screen).toBe('quiz');
    expect(await storedIds(world)).toHaveLength(1);
  });

  test('stays in the address where nothing is kept: a reload brings it back', async () => {
    const code = await shared();
    const world = createWorld({ store: createMemoryStore() });
    await open(world, code);
    expect(world.history.dropped).toEqual([]);
    const later = await open({ ...world, store: createMemoryStore() }, code);
    expect(later.view().screen).toBe('play');
  });

  test('has the title behind it', async () => {
    const world = createWorld();
    const game = await open(world, await shared());
    world.history.pressBack();
    await settled();
    expect(game.view().screen).toBe('title');
    expect(world.history.current()).toMatchObject({ page: 'title' });
  });
});

describe('a run in two tabs', () => {
  test('that went on in both is kept twice, and the second tab says so once', async () => {
    const world = createWorld();
    const first = await started(world);
    const second = await inOtherTab(world);
    goOn(first);
    await settled();
    second.send({ type: 'run.undo' });
    await settled();
    second.send({ type: 'choice.take', scene: 's1-goal', choice: 'talk' });
    await settled();
    expect(await storedIds(world)).toHaveLength(2);
    const firstEvents = await eventCounts(world);
    expect(firstEvents[1]).toBeGreaterThan(firstEvents[0] ?? 0);
    expect(noticeIds(second)).toEqual(['run-forked']);
    second.send({ type: 'notice.close', id: 'run-forked' });
    goOn(second);
    await settled();
    expect(await storedIds(world)).toHaveLength(2);
    expect(noticeIds(second)).toEqual([]);
    expect(noticeIds(first)).toEqual([]);
  });

  test('has its new name in the history: a reload and the back button stay with it', async () => {
    const world = createWorld();
    const first = await started(world);
    const [id = ''] = await storedIds(world);
    const history = createHistory([{ page: 'title' }, { page: 'run', run: id }]);
    const second = await open({ ...world, history });
    second.send({ type: 'screen.open', screen: 'notebook' });
    goOn(first);
    await settled();
    second.send({ type: 'run.undo' });
    await settled();
    const fork = history.current()?.run;
    expect(fork).not.toBe(id);
    history.pressBack();
    await settled();
    expect(second.view()).toMatchObject({ screen: 'play', play: { state: 'decide' } });
    expect(noticeIds(second)).toEqual(['run-forked']);
  });

  test('that went the same way, only further, stays one run', async () => {
    const world = createWorld();
    const first = await started(world);
    const second = await inOtherTab(world);
    goOn(first);
    await settled();
    second.send({ type: 'language.set', language: 'de' });
    await settled();
    expect(await storedIds(world)).toHaveLength(1);
    expect(noticeIds(second)).toEqual([]);
  });

  test('is one run while only one tab plays, however fast', async () => {
    const world = createWorld();
    const game = await started(world);
    game.send({ type: 'run.undo' });
    game.send({ type: 'choice.take', scene: 's1-goal', choice: 'talk' });
    goOn(game);
    game.send({ type: 'run.undo' });
    await settled();
    expect(await storedIds(world)).toHaveLength(1);
    expect(noticeIds(game)).toEqual([]);
  });
});

describe('a deleted run', () => {
  test.each(['Back', 'a reload'])('does not come back with %s', async (way) => {
    const world = createWorld();
    let game = await started(world);
    game.send({ type: 'screen.open', screen: 'title' });
    await settled();
    const [id = ''] = await storedIds(world);
    game.send({ type: 'run.delete', id });
    await settled();
    expect(game.view().savedRuns).toEqual([]);
    if (way === 'Back') world.history.pressBack();
    else game = await open(world);
    await settled();
    expect(game.view()).toMatchObject({ screen: 'title' });
    expect(game.view().play).toBeUndefined();
    goOn(game);
    await settled();
    expect(await storedIds(world)).toEqual([]);
    expect(noticeIds(game)).toEqual([]);
  });
});

describe('a store that fails later', () => {
  test('is named once for what nobody asked for, and each time for what was asked', async () => {
    const { store, breakDown } = breakable();
    const world = createWorld({ store });
    const game = await started(world);
    const [id = ''] = await storedIds(world);
    game.send({ type: 'run.start', tier: 'starter', goal: 'talk' });
    await settled();
    breakDown();
    const close = () => game.send({ type: 'notice.close', id: 'storage-blocked' });
    goOn(game);
    await settled();
    expect(noticeIds(game)).toEqual(['storage-blocked']);
    close();
    game.send({ type: 'settings.set', settings: { music: false } });
    game.send({ type: 'run.undo' });
    game.send({ type: 'screen.open', screen: 'title' });
    await settled();
    expect(noticeIds(game)).toEqual([]);
    for (const type of ['run.open', 'run.export', 'run.delete'] as const) {
      game.send({ type, id });
      await settled();
      expect(noticeIds(game), type).toEqual(['storage-blocked']);
      close();
    }
  });

  test('does not keep the open run from being exported, nor from being gone on with', async () => {
    const { store, breakDown } = breakable();
    const world = createWorld({ store });
    const game = await started(world);
    const [id = ''] = await storedIds(world);
    breakDown();
    goOn(game);
    game.send({ type: 'run.export' });
    game.send({ type: 'run.export', id });
    expect(world.downloads).toHaveLength(2);
    expect(world.downloads[1]).toContain('scene.continue');
    game.send({ type: 'screen.open', screen: 'title' });
    game.send({ type: 'run.open', id });
    await settled();
    expect(game.view().screen).toBe('quiz');
  });

  test('offers no reload, which would lose the run', async () => {
    const { store, breakDown } = breakable();
    const game = await started(createWorld({ store }));
    const problem = { code: 'stage-failed', path: '', message: '' };
    game.report([problem]);
    expect(game.view().notices[0]?.actions).toMatchObject([{ intent: { type: 'page.reload' } }]);
    breakDown();
    goOn(game);
    await settled();
    game.report([problem]);
    expect(game.view().notices.at(-1)).toMatchObject({ id: 'stage-failed', actions: [] });
  });
});

describe('many saved runs', () => {
  async function many(count: number): Promise<{ readonly game: Game; readonly world: World }> {
    const world = createWorld();
    await started(world);
    const [first] = await world.store.list();
    const run = first?.value as Parameters<RunStore['put']>[0];
    for (let index = 0; index < count; index += 1)
      await world.store.put(
        { ...run, id: `copy-${index}`, savedAt: `2026-10-01T00:00:${10 + index}Z` },
        () => true,
      );
    return { world, game: await open({ ...world, history: createHistory() }) };
  }

  test('are read once each, the newest first', async () => {
    parsed.saves = 0;
    const { game } = await many(20);
    const { savedRuns } = game.view();
    expect(savedRuns).toHaveLength(21);
    expect(savedRuns[1]?.id).toBe('copy-19');
    game.report([{ code: 'x', path: '', message: '' }]);
    game.send({ type: 'settings.set', settings: { music: false } });
    expect(game.view().savedRuns).toBe(savedRuns);
    game.send({ type: 'language.set', language: 'de' });
    await settled();
    game.send({ type: 'screen.open', screen: 'title' });
    await settled();
    expect(game.view().savedRuns).toHaveLength(21);
    expect(parsed.saves).toBe(21);
  });

  test('are neither listed nor read while one of them is played', async () => {
    const { game, world } = await many(20);
    const list = vi.spyOn(world.store, 'list');
    game.send({ type: 'run.open', id: 'copy-3' });
    await settled();
    parsed.saves = 0;
    goOn(game);
    await settled();
    game.send({ type: 'run.undo' });
    await settled();
    expect(game.view().savedRuns).toEqual([]);
    expect(parsed.saves).toBe(0);
    expect(list).not.toHaveBeenCalled();
    game.send({ type: 'screen.open', screen: 'title' });
    await settled();
    expect(game.view().savedRuns[0]?.id).toBe('copy-3');
    expect(parsed.saves).toBe(1);
  });
});
