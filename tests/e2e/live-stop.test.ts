import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import type { RoomEvent } from '../../src/core/classroom/live/room-event.ts';
import { openRoomStore } from '../../src/server/store/open-room-store.ts';
import { openClass } from '../load/live-class.ts';
import { projectFolder, startLiveServer } from '../load/live-server.ts';

/** Docker, systemd and the like kill after ten seconds what has not gone by then. */
const PATIENCE_MS = 10_000;

test('a server that is asked to stop keeps what it acknowledged, gives its folder back, and is gone in time', async () => {
  const server = await startLiveServer();
  try {
    const { scenario } = readScenario(path.join(projectFolder(), 'scenarios/tiktok-2020'));
    const lesson = await openClass({ url: server.url, scenario: scenario!, pupils: 5 });
    const vote = (await lesson.toVote())!;
    const acknowledged: string[] = [];
    const ballots = lesson.pupils.map(async (device) => {
      await device.until((parts) => parts.vote?.place.scene === vote.place.scene);
      const cast = { type: 'vote.cast', place: vote.place, choice: vote.choices[0]! } as const;
      const { envelope } = await device.send(cast);
      acknowledged.push(envelope.key);
    });
    await Promise.race(ballots);
    // Whoever has no answer by then never gets one here: the device would ask the next server.
    for (const ballot of ballots) ballot.catch(() => {});
    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
    expect(existsSync(path.join(server.dataFolder, 'rooms.lock'))).toBe(false);
    for (const device of [lesson.teacher, ...lesson.pupils]) device.close();
    const store = await openRoomStore({ dataFolder: server.dataFolder });
    const log = (await store.load(lesson.code)) as readonly RoomEvent[];
    await store.close();
    const kept = log.flatMap((event) => (event.type === 'vote.cast' ? [event.receipt.key] : []));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
  } finally {
    await server.dispose();
  }
});
