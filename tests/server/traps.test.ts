import { once } from 'node:events';
import { request } from 'node:http';
import { matchMaker } from '@colyseus/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type ClassServer,
  joinClass,
  NEW_ROOM,
  newToken,
  post,
  rawSocket,
  startClassServer,
  waitFor,
} from '../support/class-server.ts';

// What the framework does not do by itself, or does wrong. Each of these has brought a server down, or let
// somebody in, before there was something against it.

let server: ClassServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function openRoom(environment: Readonly<Record<string, string>> = {}) {
  server = await startClassServer({ environment });
  const { code, hostToken } = await server.open();
  return { url: server.url, code, hostToken, lines: server.lines };
}

const isAlive = async (url: string) => (await fetch(`${url}/api/health`)).status === 200;
const JOIN_ROOM = 10;
const ROOM_DATA = 13;

describe('trap 1: whoever closes before the join is confirmed', () => {
  test('ends nothing but the own connection', async () => {
    const { url, code, hostToken } = await openRoom();
    const host = await joinClass(url, code, hostToken, 'host');
    await host.until(({ parts }) => parts.roster);
    for (const leave of ['close', 'terminate'] as const) {
      const sockets = await Promise.all(Array.from({ length: 10 }, () => rawSocket(url, code, newToken())));
      await Promise.all(
        sockets.map(async (socket) => {
          await once(socket, leave === 'close' ? 'open' : 'upgrade');
          socket[leave]();
        }),
      );
    }
    await host.until(
      ({ parts }) =>
        parts.roster.length === 20 &&
        parts.roster.every(({ isPresent }: { isPresent: boolean }) => !isPresent),
    );
    expect(await isAlive(url)).toBe(true);
    expect(host.closed()).toBeUndefined();
  });

  test('and whoever only reserves a place takes nobody else down with it', async () => {
    const { url, code } = await openRoom();
    const token = newToken();
    await post(`${url}/matchmake/joinById/${code}`, { as: 'seat', token });
    const device = await joinClass(url, code, token);
    await device.until(({ parts }) => parts.self);
  });
});

describe('trap 2: pages of others', () => {
  const evil = { origin: 'https://evil.example' };

  test('are refused by the API, and no answer lets them read it', async () => {
    const { url, code } = await openRoom();
    const asked = [
      await post(`${url}/api/rooms`, NEW_ROOM, evil),
      await post(`${url}/matchmake/joinById/${code}`, { as: 'seat', token: newToken() }, evil),
      await fetch(`${url}/api/rooms/${code}`, { headers: evil }),
      await fetch(`${url}/matchmake/joinById/${code}`, { method: 'OPTIONS', headers: evil }),
    ];
    for (const { status, headers } of asked) {
      expect(status).toBe(403);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const own = await fetch(`${url}/api/rooms/${code}`, { headers: { origin: url } });
    expect(own.status).toBe(200);
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('get no socket', async () => {
    const { url, code } = await openRoom({ LG_ORIGINS: 'https://school.example' });
    const refused = await rawSocket(url, code, newToken(), evil);
    const [, response] = await once(refused, 'unexpected-response');
    expect(response.statusCode).toBe(403);
    for (const origin of [url, 'https://school.example'])
      await once(await rawSocket(url, code, newToken(), { origin }), 'open');
  });
});

describe('trap 3: guessing the code of a room', () => {
  const guess = (url: string, code: string) =>
    post(`${url}/matchmake/joinById/${code}`, { as: 'seat', token: newToken() });

  test('is stopped after some failures, however the guess is asked', async () => {
    const { url } = await openRoom({ LG_FAILED_JOINS_PER_MINUTE: '6' });
    const answers: number[] = [];
    for (const code of ['AAAAAA', 'BBBBBB', 'CCCCCC']) {
      answers.push((await guess(url, code)).status);
      answers.push((await fetch(`${url}/api/rooms/${code}`)).status);
    }
    expect(answers).toEqual([404, 404, 404, 404, 404, 404]);
    const late = await guess(url, 'DDDDDD');
    expect(late.status).toBe(429);
    expect(await late.json()).toMatchObject({ code: 'too-many-attempts' });
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${url}/api/rooms/EEEEEE`)).status).toBe(429);
  });

  test('does not keep a whole school with one address out', async () => {
    const { url, code } = await openRoom({ LG_FAILED_JOINS_PER_MINUTE: '6' });
    await guess(url, 'AAAAAA');
    const answers = await Promise.all(Array.from({ length: 300 }, () => guess(url, code)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });

  test('counts wrong tokens of a teacher too', async () => {
    const { url, code } = await openRoom({ LG_FAILED_JOINS_PER_MINUTE: '2' });
    const wrong = () => post(`${url}/matchmake/joinById/${code}`, { as: 'host', token: newToken() });
    expect([(await wrong()).status, (await wrong()).status, (await wrong()).status]).toEqual([403, 403, 429]);
  });

  test.each(['create/class', 'joinOrCreate/class', 'join/class', 'reconnect/ABCDEF', 'joinById'])(
    'is not possible by %s, and neither is making a room',
    async (way) => {
      const { url } = await openRoom();
      const response = await post(`${url}/matchmake/${way}`, { as: 'seat', token: newToken() });
      expect(response.status).toBe(404);
      expect(await (await fetch(`${url}/api/metrics`)).text()).toMatch(/^lg_rooms 1$/m);
    },
  );
});

describe('trap 4: large messages and many of them', () => {
  /** Sends until it is cut off; resolves with how much went out. */
  function flood(url: string, path: string) {
    return new Promise<number>((resolve) => {
      const { hostname, port } = new URL(url);
      let sent = 0;
      const asking = request({ hostname, port, path, method: 'POST' });
      asking.on('close', () => resolve(sent));
      // Cut off, with or without an answer.
      asking.on('error', () => {});
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const pour = () => {
        if (asking.destroyed || sent > 30_000_000) return;
        sent += chunk.length;
        asking.write(chunk, () => setImmediate(pour));
      };
      pour();
    });
  }

  test.each(['/api/rooms', '/matchmake/joinById/ABCDEF'])(
    'a body of %s is not read to its end',
    async (path) => {
      const { url } = await openRoom();
      expect(await flood(url, path)).toBeLessThan(5_000_000);
      const announced = await post(`${url}${path}`, 'x'.repeat(20_000));
      expect(announced.status).toBe(413);
      expect(await announced.json()).toMatchObject({ code: 'too-large' });
      expect(await isAlive(url)).toBe(true);
    },
  );

  test('a frame above 4 KiB closes its connection', async () => {
    const { url, code } = await openRoom();
    const other = await joinClass(url, code, newToken());
    const device = await joinClass(url, code, newToken());
    device.send(1, { type: 'name.draw', more: 'x'.repeat(5000) });
    await waitFor(() => device.closed());
    expect(await other.ack(other.send(1, { type: 'name.draw' }))).toMatchObject({ ok: true });
  });

  test('more messages than any class sends close their connection, and no other', async () => {
    const { url, code } = await openRoom({ LG_MESSAGES_PER_SECOND: '5' });
    const other = await joinClass(url, code, newToken());
    const device = await joinClass(url, code, newToken());
    for (let n = 1; n <= 100; n += 1) device.send(n, { type: 'name.draw' });
    await waitFor(() => device.closed());
    expect(device.received.filter(([type]) => type === 'ack').length).toBeLessThanOrEqual(30);
    expect(await other.ack(other.send(1, { type: 'name.draw' }))).toMatchObject({ ok: true });
  });
});

describe('trap 5: doors of the framework', () => {
  test.each(['/monitor', '/playground', '/__healthcheck', '/__apidocs', '/colyseus', '/api/reference'])(
    '%s is none',
    async (path) => {
      const { url } = await openRoom();
      expect((await fetch(`${url}${path}`)).status).toBe(404);
      expect(await (await fetch(url)).text()).toContain('<title>game</title>');
    },
  );
});

describe('trap 6: the log', () => {
  test('tells nothing of anyone, and does not grow with the mischief', async () => {
    const { url, code, hostToken, lines } = await openRoom({ LG_FAILED_JOINS_PER_MINUTE: '10000' });
    const token = newToken();
    const device = await joinClass(url, code, token);
    await device.until(({ parts }) => parts.self);
    for (let round = 0; round < 100; round += 1) {
      await post(`${url}/matchmake/joinById/AAAAAA?token=${token}`, { as: 'seat', token });
      const socket = await rawSocket(url, code, token);
      await once(socket, 'open');
      socket.send(Buffer.from([JOIN_ROOM]));
      // A name of a message that is no text, and what is no message behind one that is known.
      socket.send(Buffer.from([ROOM_DATA, 0xa5, 0xff, 0xfe]));
      socket.send(Buffer.from([ROOM_DATA, 0xa7, ...Buffer.from('command'), 0xc1, 0xff]));
      await once(socket, 'close');
    }
    expect(await isAlive(url)).toBe(true);
    expect(lines.length).toBeLessThan(40);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ at: expect.any(String), event: expect.any(String) });
    const all = lines.join('\n');
    for (const secret of [
      token,
      hostToken,
      code,
      device.parts.self.name,
      '127.0.0.1',
      '::1',
      '?',
      'sessionId',
    ])
      expect(all).not.toContain(secret);
  });
});

describe('trap 7: clocks', () => {
  test('of a room stand still while nothing happens, and are gone with it', async () => {
    const { url, code, hostToken } = await openRoom();
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const room = matchMaker.getLocalRoomById(code);
    expect(room?.patchRate).toBeGreaterThanOrEqual(60_000);
    const host = await joinClass(url, code, hostToken, 'host');
    await host.until(({ parts }) => parts.roster);
    const ticked = room?.clock.currentTime;
    const before = timers();
    const { code: second, hostToken: token } = await server!.open();
    const other = await joinClass(url, second, token, 'host');
    await other.ack(other.send(1, { type: 'room.lock' }));
    other.send(2, { type: 'room.end' });
    await waitFor(() => other.closed());
    await waitFor(() => timers() <= before);
    expect(room?.clock.currentTime).toBe(ticked);
  });
});

describe('messages of every kind', () => {
  test('change nothing for others, and end nothing', async () => {
    const { url, code, hostToken, lines } = await openRoom({ LG_MESSAGES_PER_SECOND: '10000' });
    const host = await joinClass(url, code, hostToken, 'host');
    const device = await joinClass(url, code, newToken());
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.anything(), fc.record({ key: fc.string(), n: fc.anything(), command: fc.anything() })),
        async (message) => {
          try {
            device.room.send('command', message);
          } catch {
            // What cannot be written cannot be sent.
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(await device.ack(device.send(1, { type: 'room.end' }))).toMatchObject({ ok: false });
    expect(await device.ack(device.send(2, { type: 'name.draw' }))).toMatchObject({ ok: true });
    expect(host.closed()).toBeUndefined();
    expect(lines.length).toBeLessThan(20);
  });

  test('and bytes of every kind', async () => {
    const { url, code } = await openRoom({ LG_MESSAGES_PER_SECOND: '10000' });
    const other = await joinClass(url, code, newToken());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(JOIN_ROOM, 11, 12, ROOM_DATA, 14, 15, 16, 17, 18, 19, 20),
        async (frames, code_) => {
          const socket = await rawSocket(url, code, newToken());
          await once(socket, 'open');
          socket.send(Buffer.from([JOIN_ROOM]));
          for (const frame of frames) socket.send(Buffer.from([code_, ...frame]));
          socket.close();
          await once(socket, 'close');
        },
      ),
      { numRuns: 60 },
    );
    expect(await other.ack(other.send(1, { type: 'name.draw' }))).toMatchObject({ ok: true });
    expect(await isAlive(url)).toBe(true);
  });
});
