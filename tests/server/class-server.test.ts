import { matchMaker } from '@colyseus/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RoomConflict } from '../../src/server/store/room-store.ts';
import {
  type ClassServer,
  type Device,
  joinClass,
  NEW_ROOM,
  newToken,
  post,
  startClassServer,
  waitFor,
} from '../support/class-server.ts';
import { createMemoryStore } from '../support/memory-store.ts';

let server: ClassServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A room whose class votes: the teacher, and as many pupils. */
async function openVote(pupils: number, options: Parameters<typeof startClassServer>[0] = {}) {
  server = await startClassServer(options);
  const { url } = server;
  const { code, hostToken } = await server.open();
  const host = await joinClass(url, code, hostToken, 'host');
  const tokens = Array.from({ length: pupils }, newToken);
  const seats = await Promise.all(tokens.map((token) => joinClass(url, code, token)));
  expect(await host.ack(host.send(1, { type: 'activity.start', activity: 'vote' }))).toMatchObject({
    ok: true,
  });
  await host.until(({ parts }) => parts.vote);
  for (const seat of seats) await seat.until(({ parts }) => parts.vote);
  return { url, code, hostToken, host, seats, tokens };
}

const castOf = (device: Device) => {
  const { place, choices } = device.parts.vote;
  return { type: 'vote.cast', place, choice: choices[0] };
};

describe('a live room', () => {
  test('counts votes, acknowledges them, and tells the teacher', async () => {
    const { host, seats } = await openVote(3);
    for (const seat of seats) expect(await seat.ack(seat.send(1, castOf(seat)))).toMatchObject({ ok: true });
    await host.until(({ parts }) => parts.vote.cast === 3);
    await seats[0]!.until(({ parts }) => parts.vote.own?.choice === castOf(seats[0]!).choice);
    expect(JSON.stringify(seats[1]!.received)).not.toContain(seats[0]!.parts.self.name);
  });

  test('acknowledges only what is committed', async () => {
    const store = createMemoryStore();
    const { code, seats } = await openVote(1, { store });
    const [seat] = seats;
    const release = store.hold();
    const key = seat!.send(1, castOf(seat!));
    const again = newToken();
    // The same message once more, and one that is refused at once: neither is a way around the store.
    seat!.send(1, castOf(seat!), key);
    seat!.send(2, { type: 'nonsense' }, again);
    await seat!.ack(again);
    expect(seat!.received.some(([type, { key: acked }]) => type === 'ack' && acked === key)).toBe(false);
    const before = store.logs.get(code)!.length;
    release();
    expect(await seat!.ack(key)).toMatchObject({ ok: true });
    expect(store.logs.get(code)).toHaveLength(before + 1);
  });

  test('refuses for what has happened only when that is committed', async () => {
    const store = createMemoryStore();
    const { host, seats } = await openVote(1, { store });
    const [seat] = seats;
    const { place } = seat!.parts.vote;
    const release = store.hold();
    const shown = host.send(1, { type: 'vote.reveal', place });
    await host.ack(host.send(2, { type: 'nonsense' }));
    const late = seat!.send(1, castOf(seat!));
    await seat!.ack(seat!.send(2, { type: 'nonsense' }));
    expect(seat!.received.some(([type, { key }]) => type === 'ack' && key === late)).toBe(false);
    release();
    expect(await host.ack(shown)).toMatchObject({ ok: true });
    expect(await seat!.ack(late)).toMatchObject({ ok: false, code: 'vote-late' });
  });

  test('writes together what comes while it writes', async () => {
    const store = createMemoryStore();
    const { seats } = await openVote(6, { store });
    const release = store.hold();
    const before = store.batches.length;
    const keys = seats.map((seat) => seat.send(1, castOf(seat)));
    // All six have arrived when a seventh is refused.
    await Promise.all(seats.map((seat) => seat.ack(seat.send(9, { type: 'nonsense' }))));
    release();
    await Promise.all(seats.map((seat, index) => seat.ack(keys[index]!)));
    expect(store.batches.slice(before)).toEqual([1, 5]);
  });

  test('tells nobody that something was taken when it could not be kept, and begins anew from its log', async () => {
    const store = createMemoryStore();
    const { url, code, seats, tokens } = await openVote(2, { store });
    store.failNext(new Error('disk full'));
    const key = seats[0]!.send(1, castOf(seats[0]!));
    await waitFor(() => seats.every((seat) => seat.closed() !== undefined));
    expect(seats[0]!.received.some(([type]) => type === 'ack')).toBe(false);
    const back = await joinClass(url, code, tokens[0]!);
    await back.until(({ parts }) => parts.vote);
    expect(back.parts.vote.own).toBeUndefined();
    expect(await back.ack(back.send(1, castOf(back), key))).toMatchObject({ ok: true });
    expect(back.parts.self.seat).toBe(seats[0]!.parts.self.seat);
  });

  test('lives elsewhere when another process writes to it', async () => {
    const store = createMemoryStore();
    const { seats } = await openVote(1, { store });
    store.failNext(new RoomConflict('elsewhere'));
    seats[0]!.send(1, castOf(seats[0]!));
    await waitFor(() => seats[0]!.closed());
    expect(seats[0]!.received.some(([type]) => type === 'ack')).toBe(false);
  });

  test('is there again after a restart, with its seats and its teacher', async () => {
    const store = createMemoryStore();
    const { code, hostToken, seats, tokens } = await openVote(2, { store });
    await seats[0]!.ack(seats[0]!.send(1, castOf(seats[0]!)));
    await server!.close();
    expect(await waitFor(() => seats[0]!.closed())).toBe(4001);
    server = await startClassServer({ store });
    const host = await joinClass(server.url, code, hostToken, 'host');
    await host.until(({ parts }) => parts.vote?.cast === 1);
    const back = await joinClass(server.url, code, tokens[0]!);
    await back.until(({ parts }) => parts.vote?.own);
    expect(back.parts.self).toEqual({ ...seats[0]!.parts.self, n: 1 });
  });

  test('has a seat present while one of its windows is open', async () => {
    const { url, code, host, seats, tokens } = await openVote(1);
    const isPresent = () => host.parts.roster[0].isPresent;
    const second = await joinClass(url, code, tokens[0]!);
    await second.until(({ parts }) => parts.self);
    await seats[0]!.room.leave();
    await second.ack(second.send(1, castOf(second)));
    await host.until(({ parts }) => parts.vote.cast === 1);
    expect(isPresent()).toBe(true);
    await second.room.leave();
    await host.until(() => !isPresent());
  });

  test('sends a pupil away whom the teacher removes, and does not take the seat back', async () => {
    const { url, code, host, seats, tokens } = await openVote(2);
    const { seat } = seats[0]!.parts.self;
    await host.ack(host.send(50, { type: 'seat.remove', seat }));
    await seats[0]!.until(({ received }) =>
      received.some(([type, { code: why }]) => type === 'out' && why === 'removed'),
    );
    await waitFor(() => seats[0]!.closed());
    await expect(joinClass(url, code, tokens[0]!)).rejects.toMatchObject({ message: 'removed' });
    expect(seats[1]!.closed()).toBeUndefined();
  });

  test('is handed over to another device of the teacher', async () => {
    const { url, code, hostToken, host } = await openVote(0);
    const { createHash } = await import('node:crypto');
    const token = newToken();
    host.send(50, { type: 'host.renew', hostToken: createHash('sha256').update(token).digest('hex') });
    await host.until(({ received }) =>
      received.some(([type, { code: why }]) => type === 'out' && why === 'renewed'),
    );
    await expect(joinClass(url, code, hostToken, 'host')).rejects.toMatchObject({ message: 'not-allowed' });
    await joinClass(url, code, token, 'host');
  });

  test('gives a place that was reserved before to nobody who has lost the right to it', async () => {
    const { url, code, hostToken, host, seats, tokens } = await openVote(1);
    const reserve = async (as: string, token: string) =>
      (await (await post(`${url}/matchmake/joinById/${code}`, { as, token })).json()) as Record<
        string,
        string
      >;
    const teacher = await reserve('host', hostToken);
    const pupil = await reserve('seat', tokens[0]!);
    await host.ack(host.send(50, { type: 'seat.remove', seat: seats[0]!.parts.self.seat }));
    host.send(51, { type: 'host.renew', hostToken: 'a'.repeat(64) });
    await waitFor(() => host.closed());
    for (const { processId, roomId, sessionId } of [teacher, pupil]) {
      const socket = new WebSocket(
        `${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`,
      );
      const isLetIn = await new Promise<boolean>((resolve) => {
        socket.onclose = () => resolve(false);
        socket.onmessage = async ({ data }) => {
          if ((await new Response(data).text()).includes('view')) resolve(true);
        };
      });
      expect(isLetIn).toBe(false);
    }
  });

  test('is closed and deleted when its time is over', async () => {
    const store = createMemoryStore();
    const clocks = vi.spyOn(globalThis, 'setInterval');
    const { url, code, host, seats, tokens } = await openVote(1, { store });
    const minutely = clocks.mock.calls.filter(([, period]) => period === 60_000);
    const clean = () => Promise.all(minutely.map(([work]) => work()));
    clocks.mockRestore();
    await clean();
    expect(seats[0]!.closed()).toBeUndefined();
    store.age(code);
    await clean();
    for (const device of [host, seats[0]!]) {
      await device.until(({ received }) =>
        received.some(([type, { code: why }]) => type === 'out' && why === 'ended'),
      );
      await waitFor(() => device.closed());
    }
    expect(store.logs.has(code)).toBe(false);
    await expect(joinClass(url, code, tokens[0]!)).rejects.toMatchObject({ message: 'room-unknown' });
  });

  test('that is left to another process sends nobody away for good, and is there when it is asked for', async () => {
    const { url, code, seats, tokens } = await openVote(1);
    await seats[0]!.ack(seats[0]!.send(1, castOf(seats[0]!)));
    await matchMaker.remoteRoomCall(code, 'abandon', []);
    await waitFor(() => seats[0]!.closed());
    expect(seats[0]!.received.map(([type]) => type)).not.toContain('out');
    const back = await joinClass(url, code, tokens[0]!);
    await back.until(({ parts }) => parts.vote?.own);
    expect(back.parts.self.n).toBe(1);
  });

  test('is over and deleted when the teacher ends it', async () => {
    const store = createMemoryStore();
    const { url, code, host, seats, tokens } = await openVote(1, { store });
    host.send(50, { type: 'room.end' });
    await seats[0]!.until(({ received }) =>
      received.some(([type, { code: why }]) => type === 'out' && why === 'ended'),
    );
    await waitFor(() => !store.logs.has(code));
    await expect(joinClass(url, code, tokens[0]!)).rejects.toMatchObject({ message: 'room-unknown' });
  });

  test('locked: lets nobody new in, and everybody back', async () => {
    const { url, code, host, tokens } = await openVote(1);
    await host.ack(host.send(50, { type: 'room.lock' }));
    await expect(joinClass(url, code, newToken())).rejects.toMatchObject({ message: 'room-locked' });
    await joinClass(url, code, tokens[0]!);
    expect(await (await fetch(`${url}/api/rooms/${code}`)).json()).toMatchObject({ isLocked: true });
  });

  test('sends each device only what is new for it, and little of that', async () => {
    const { host, seats } = await openVote(20);
    const before = seats.map((seat) => seat.received.length);
    const bytes = (seat: Device, from: number) => JSON.stringify(seat.received.slice(from)).length;
    await Promise.all(seats.map((seat) => seat.ack(seat.send(1, castOf(seat)))));
    await host.until(({ parts }) => parts.vote.cast === 20);
    const { place } = host.parts.vote;
    await host.ack(host.send(51, { type: 'vote.reveal', place }));
    for (const seat of seats) await seat.until(({ parts }) => parts.vote.counts);
    for (const [index, seat] of seats.entries()) {
      expect(seat.received.length - before[index]!).toBeLessThanOrEqual(12);
      expect(bytes(seat, before[index]!)).toBeLessThan(4096);
      const views = seat.received.slice(before[index]).filter(([type]) => type === 'view');
      expect(views.some(([, { parts }]) => parts.room || parts.run)).toBe(false);
    }
  });
});

describe('the way in', () => {
  test.each([
    ['no scenario', { ...NEW_ROOM, scenario: 'nothing' }],
    ['no level', { ...NEW_ROOM, tier: 'nothing' }],
    ['no language', { ...NEW_ROOM, language: 'xx' }],
    ['a path', { ...NEW_ROOM, scenario: '../mini' }],
    ['a seed that is none', { ...NEW_ROOM, seed: 1.5 }],
    ['no object', 7],
    ['no JSON', '{"scenario":'],
  ])('refuses a room with %s', async (_name, body) => {
    server = await startClassServer();
    const response = await post(`${server.url}/api/rooms`, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'malformed' });
  });

  test('limits how many rooms one address opens', async () => {
    server = await startClassServer({ environment: { LG_ROOMS_PER_HOUR: '2' } });
    await server.open();
    await server.open();
    const third = await post(`${server.url}/api/rooms`, NEW_ROOM);
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('says how it is, and counts', async () => {
    const { url, seats } = await openVote(2);
    await seats[0]!.ack(seats[0]!.send(1, castOf(seats[0]!)));
    expect(await (await fetch(`${url}/api/health`)).json()).toEqual({ ok: true });
    expect((await fetch(`${url}/api/live`)).status).toBe(200);
    const metrics = await (await fetch(`${url}/api/metrics`)).text();
    expect(metrics).toMatch(/^lg_rooms 1$/m);
    expect(metrics).toMatch(/^lg_connections 3$/m);
    expect(metrics).toMatch(/^lg_commit_seconds_count [1-9]/m);
    expect(metrics).toMatch(/^lg_event_loop_lag_p99_seconds /m);
  });

  test('serves the game when the rooms cannot be had, and says so', async () => {
    server = await startClassServer({ openStore: () => Promise.reject(new Error('The folder is in use.')) });
    await expect(server.problem).resolves.toBe('The folder is in use.');
    expect((await fetch(server.url)).status).toBe(200);
    expect(await (await post(`${server.url}/api/rooms`, NEW_ROOM)).json()).toMatchObject({
      code: 'rooms-unavailable',
    });
    expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
  });

  test('serves the game before the store is open, and whoever asks for a room waits for it', async () => {
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    server = await startClassServer({
      openStore: async () => {
        await promise;
        return createMemoryStore();
      },
    });
    expect((await fetch(server.url)).status).toBe(200);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
    const asked = server.open();
    resolve();
    const { code, hostToken } = await asked;
    await joinClass(server.url, code, hostToken, 'host');
    await expect(server.problem).resolves.toBeUndefined();
  });

  test('is not healthy when the store fails', async () => {
    const store = createMemoryStore();
    server = await startClassServer({ store });
    store.breakDown();
    expect((await fetch(`${server.url}/api/health`)).status).toBe(503);
    expect((await post(`${server.url}/api/rooms`, NEW_ROOM)).status).toBe(503);
  });
});
