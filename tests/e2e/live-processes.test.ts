import path from 'node:path';
import { expect, test } from 'vitest';
import { readScenario } from '../../src/author/index.ts';
import type { RoomEvent } from '../../src/core/classroom/live/room-event.ts';
import { openRoomStore } from '../../src/server/store/open-room-store.ts';
import { openClass } from '../load/live-class.ts';
import { createDevice } from '../load/live-device.ts';
import { projectFolder, startLiveServer } from '../load/live-server.ts';
import { startPostgres, startRedis } from '../support/real-servers.ts';

test('rooms are reached across two processes, and outlive the one that holds them', async (context) => {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  try {
    // A notice has said what is missing.
    if (!postgres || !redis) return context.skip();
    const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    const servers = [
      await startLiveServer({ env, isOneOfMany: true }),
      await startLiveServer({ env, isOneOfMany: true }),
    ] as const;
    const [one, other] = servers;
    const others = servers.map(({ url }) => url);
    const { scenario } = readScenario(path.join(projectFolder(), 'scenarios/tiktok-2020'));
    // Rooms are laid wherever there is least to do: of six, each process has some.
    const lessons = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        openClass({
          url: servers[index % 2]!.url,
          scenario: scenario!,
          pupils: 5,
          device: { others },
        }),
      ),
    );
    const acknowledged = lessons.map((): string[] => []);
    const guests = await Promise.all(
      lessons.map(async ({ code }, index) => {
        // Through the door of the other process.
        const guest = createDevice({
          url: servers[(index + 1) % 2]!.url,
          code,
          as: 'seat',
          others: [one.url],
        });
        await guest.join();
        return guest;
      }),
    );
    const everyoneVotes = () =>
      Promise.all(
        lessons.map(async (lesson, index) => {
          const vote = (await lesson.toVote())!;
          for (const device of [...lesson.pupils, guests[index]!]) {
            await device.until((parts) => parts.vote?.place.scene === vote.place.scene);
            const answer = await device.send({
              type: 'vote.cast',
              place: vote.place,
              choice: vote.choices[0]!,
            });
            expect(answer.code).toBeUndefined();
            acknowledged[index]!.push(answer.envelope.key);
          }
          await lesson.decide(vote, vote.choices[0]!);
        }),
      );
    await everyoneVotes();
    await Promise.all([everyoneVotes(), one.kill()]);
    await one.restart();
    await Promise.all([everyoneVotes(), other.kill()]);

    for (const device of lessons.flatMap(({ teacher, pupils }) => [teacher, ...pupils])) device.close();
    for (const guest of guests) guest.close();
    await Promise.all(servers.map((server) => server.dispose()));
    const store = await openRoomStore({ url: postgres.url });
    for (const [index, { code }] of lessons.entries()) {
      const log = (await store.load(code)) as readonly RoomEvent[];
      const kept = log.flatMap((event) => (event.type === 'vote.cast' ? [event.receipt.key] : []));
      expect(kept.toSorted()).toEqual(acknowledged[index]!.toSorted());
    }
    await store.close();
  } finally {
    await Promise.all([postgres?.stop(), redis?.stop()]);
  }
});
