// Loaded ahead, so that no test waits for it.
import '../../../../src/client/app/debrief/debrief-work.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Game } from '../../../../src/client/app/index.ts';
import { createMemoryStore, type StoredRun } from '../../../../src/client/storage/index.ts';
import { surveyOutlook } from '../../../../src/core/debrief/index.ts';
import type { Save } from '../../../../src/core/session/index.ts';
import { miniWithTexts } from '../../../support/mini-texts.ts';
import { createWorld, noticeIds, open, playedOut, settled, started, type World } from '../game-world.ts';

const outlook = surveyOutlook(miniWithTexts, []);
const answer = (value: unknown, ok = true) => ({ ok, status: ok ? 200 : 404, json: async () => value });
let fetched = vi.fn();
beforeEach(() => {
  fetched = vi.fn(async (_address: string) => answer(outlook));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => void vi.unstubAllGlobals());

const whatIfOf = (game: Game) => game.view().debrief?.whatIf;

/** The page of the debrief, once all that belongs to it has been read. */
async function debriefed(game: Game) {
  game.send({ type: 'screen.open', screen: 'debrief' });
  await vi.waitFor(() => {
    expect(whatIfOf(game)?.isReading).toBe(false);
    expect(whatIfOf(game)?.outlook).not.toBe('loading');
  }, 20_000);
  return whatIfOf(game)!;
}

async function storedRun({ store }: World): Promise<StoredRun> {
  const [first] = await store.list();
  return first!.value as StoredRun;
}

/** Another run of the same device, which goes another way in its second scene and stops there. */
async function anotherRun(world: World): Promise<void> {
  const game = await started(world);
  for (let steps = 0; game.view().play?.state !== 'decide' && steps < 20; steps += 1)
    game.send({ type: 'scene.continue', scene: game.view().play?.scene?.id ?? '' });
  const scene = game.view().play?.scene;
  game.send({ type: 'choice.take', scene: scene?.id ?? '', choice: scene?.choices.at(-1)?.id ?? '' });
  await settled();
}

describe('what this device knows of other ways', () => {
  test('is asked for when a debrief opens, at the address of the scenario', async () => {
    const game = await playedOut(createWorld());
    expect(fetched).not.toHaveBeenCalled();
    const { decisions } = await debriefed(game);
    expect(fetched.mock.calls).toEqual([['/scenarios/mini.outlook.json']]);
    expect(decisions[0]?.taken.outlook?.runs).toBeGreaterThan(8);
  });

  test('stays unsaid when it cannot be had, and the way back is there', async () => {
    const wrong = [
      () => Promise.reject(new Error('offline')),
      async () => answer(undefined, false),
      async () => answer('<html>'),
      async () => answer({ ...outlook, scenario: { ...outlook.scenario, hash: 'older' } }),
    ];
    for (const fetch of wrong) {
      fetched.mockImplementation(fetch);
      const game = await playedOut(createWorld());
      const whatIf = await debriefed(game);
      expect(whatIf.outlook).toBe('missing');
      expect(whatIf.decisions.length).toBeGreaterThan(0);
      expect(noticeIds(game)).toEqual([]);
    }
  });

  test('is drawn once, as long as nothing new is known', async () => {
    const game = await playedOut(createWorld());
    await debriefed(game);
    const before = game.view().debrief;
    game.send({ type: 'notice.close', id: 'none' });
    expect(game.view().debrief).toBe(before);
  });

  test('puts the other runs of this device beside this one', async () => {
    const world = createWorld();
    await anotherRun(world);
    const game = await playedOut(world);
    const { tree } = await debriefed(game);
    expect(tree).toMatchObject({ runs: 2, forks: 1 });
    expect(tree.root.fork?.branches.map(({ isThis }) => isThis)).toEqual([true, false]);
  });

  test('leaves out what cannot be opened, and what belongs to another scenario', async () => {
    const world = createWorld();
    await anotherRun(world);
    const value = await storedRun(world);
    const put = (id: string, save: object) =>
      world.store.put({ ...value, id, save: save as Save }, () => true);
    await put('forged', { ...value.save, events: value.save.events.slice(1) });
    await put('foreign', { ...value.save, scenario: { id: 'elsewhere', hash: '1' } });
    await put('broken', {});
    const game = await playedOut(world);
    expect((await debriefed(game)).tree.runs).toBe(2);
  });

  test('remembers the endings that were found, also when their runs are deleted', async () => {
    const world = createWorld();
    await world.store.updateMemory('collection', 'mini', () => ['revolt', 7, 'of-an-older-version']);
    await anotherRun(world);
    const value = await storedRun(world);
    const ended = { ...value, id: 'ended', summary: { ...value.summary, ending: 'never' } };
    await world.store.put(ended, () => true);
    const foundIn = async () => {
      const { endings } = await debriefed(await playedOut(world));
      expect(endings.filter(({ isThis }) => isThis)).toHaveLength(1);
      return endings.filter(({ title, isThis }) => title !== undefined && !isThis).map(({ id }) => id);
    };
    expect(await foundIn()).toEqual(['revolt', 'never']);
    for (const { id } of await world.store.list()) await world.store.remove(id);
    expect(await foundIn()).toEqual(['revolt', 'never']);
    expect(await world.store.loadMemory('collection', 'mini')).toHaveLength(4);
  });

  test('is this run alone where the store cannot be read', async () => {
    const store = { ...createMemoryStore(), isPersistent: true };
    const game = await playedOut(createWorld({ store }));
    store.list = () => Promise.reject(new Error('blocked'));
    store.updateMemory = () => Promise.reject(new Error('blocked'));
    const { tree, endings } = await debriefed(game);
    expect(tree.runs).toBe(1);
    expect(endings.filter(({ title }) => title !== undefined)).toHaveLength(1);
    expect(noticeIds(game)).toEqual(['storage-blocked']);
  });

  test('reads the twenty newest runs at most', async () => {
    const world = createWorld();
    await anotherRun(world);
    const value = await storedRun(world);
    for (let at = 0; at < 25; at += 1) await world.store.put({ ...value, id: `copy-${at}` }, () => true);
    const game = await playedOut(world);
    expect((await debriefed(game)).tree).toMatchObject({ runs: 21, hasMore: true });
  });

  test('says that there are more runs only where there are', async () => {
    const world = createWorld();
    await anotherRun(world);
    const value = await storedRun(world);
    for (let at = 0; at < 19; at += 1) await world.store.put({ ...value, id: `copy-${at}` }, () => true);
    const game = await playedOut(world);
    expect((await debriefed(game)).tree).toMatchObject({ runs: 21, hasMore: false });
  });

  test('is there again in a debrief that a reload opens', async () => {
    const world = createWorld();
    await anotherRun(world);
    await debriefed(await playedOut(world));
    const again = await open(world);
    const { tree } = await debriefed(again);
    expect(tree.runs).toBe(2);
  });
});
