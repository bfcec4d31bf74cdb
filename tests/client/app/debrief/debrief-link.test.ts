// Loaded ahead, so that no test waits for it.
import '../../../../src/client/app/debrief/debrief-work.ts';
import { describe, expect, test, vi } from 'vitest';
import type { WorkDesk } from '../../../../src/client/app/work/work-desk.ts';
import { createMemoryStore } from '../../../../src/client/storage/index.ts';
import {
  createDeskWith,
  createWorld,
  noticeIds,
  open,
  playedOut,
  settled,
  type World,
} from '../game-world.ts';

describe('the debrief of a run', () => {
  test('is worked out when the run ends, and opens with shares, path and gauges', async () => {
    const game = await playedOut(createWorld());
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    const { screen, debrief, play } = game.view();
    expect(screen).toBe('debrief');
    expect(debrief?.ending.id).toBe(play?.ending?.id);
    expect(debrief?.work.state).toBe('ready');
    expect(debrief?.path).toHaveLength(play?.ending?.path.length ?? -1);
    for (const { id, points } of debrief?.gauges ?? []) {
      const last = play?.ending?.gauges.find((gauge) => gauge.id === id);
      expect(points.at(-1)?.value).toBe(last?.value);
    }
  });

  test('is worked out once, whatever is drawn anew', async () => {
    const world = createWorld();
    const game = await playedOut(world);
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    const before = game.view().debrief;
    game.send({ type: 'notice.close', id: 'none' });
    expect(game.view().debrief).toBe(before);
  });

  test('has the worker get ready once, after the first decisions, and asks it when the run is over', async () => {
    const warmUp = vi.fn();
    const debrief = vi.fn<WorkDesk['debrief']>(() => Promise.reject(new Error('not now')));
    const work = createDeskWith({ debrief, warmUp });
    const game = await open(createWorld({ work }));
    game.send({ type: 'run.start', tier: 'starter', goal: 'talk' });
    expect(warmUp).not.toHaveBeenCalled();
    await playedOut(createWorld({ work }));
    expect(warmUp).toHaveBeenCalledOnce();
    expect(warmUp.mock.calls[0]?.[0].run.log.length).toBeLessThan(
      debrief.mock.calls[0]?.[0].run.log.length ?? 0,
    );
  });

  test('says so when it cannot be worked out, and what needs no work is there', async () => {
    const debrief = vi.fn(() => Promise.reject(new Error('no memory')));
    const work = createDeskWith({ debrief });
    const game = await playedOut(createWorld({ work }));
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    expect(debrief).toHaveBeenCalledOnce();
    expect(game.view().debrief?.work.state).toBe('failed');
    expect(game.view().debrief?.path.length).toBeGreaterThan(0);
  });

  test('of a run that is not over is the run itself', async () => {
    const game = await open(createWorld());
    game.send({ type: 'run.start', tier: 'starter', goal: 'talk' });
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    expect(game.view().screen).toBe('play');
    expect(game.view().debrief).toBeUndefined();
  });

  test('that cannot be loaded can be tried again, and nothing is said of it once it is there', async () => {
    const world: { -readonly [K in keyof World]: World[K] } = createWorld({ isOffline: true });
    const game = await playedOut(world);
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    expect(game.view().screen).toBe('ending');
    const [notice] = game.view().notices;
    expect(notice).toMatchObject({
      id: 'offline-chunk',
      actions: [{ label: { key: 'notice.retry' } }, { label: { key: 'notice.reload' } }],
    });
    const retry = () => {
      const action = notice?.actions[0];
      if (action) game.send(action.intent);
      return settled();
    };
    await retry();
    expect(game.view().screen).toBe('ending');
    expect(noticeIds(game)).toEqual(['offline-chunk']);
    world.isOffline = false;
    await retry();
    expect(game.view().screen).toBe('debrief');
    expect(noticeIds(game)).toEqual([]);
  });

  test('can be tried again also where a reload would lose the run', async () => {
    const game = await playedOut(createWorld({ isOffline: true, store: createMemoryStore() }));
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    const notice = game.view().notices.find(({ id }) => id === 'offline-chunk');
    expect(notice?.actions.map(({ intent }) => intent)).toEqual([{ type: 'screen.open', screen: 'debrief' }]);
  });

  test('without a run is the title page', async () => {
    const world = createWorld();
    world.history.push({ page: 'debrief' });
    const game = await open(world);
    await settled();
    expect(game.view().screen).toBe('title');
    expect(noticeIds(game)).toEqual([]);
  });

  test('is there again after a reload', async () => {
    const world = createWorld();
    const game = await playedOut(world);
    game.send({ type: 'screen.open', screen: 'debrief' });
    await settled();
    const again = await open(world);
    await settled();
    expect(again.view().screen).toBe('debrief');
    expect(again.view().debrief?.ending).toEqual(game.view().debrief?.ending);
  });
});
