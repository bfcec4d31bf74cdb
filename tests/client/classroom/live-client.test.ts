import { expect, test } from 'vitest';
import { createLiveClient, type LiveState } from '../../../src/client/classroom/live-client.ts';
import type { LiveListener } from '../../../src/client/classroom/live-transport.ts';
import type { Envelope } from '../../../src/core/classroom/index.ts';
import { failure, success } from '../../../src/core/domain/index.ts';

/** A network of which the test decides everything, and a clock that goes only when it is told to. */
function createNetwork() {
  const sent: Envelope[] = [];
  const joins: { listener: LiveListener; answer: (code?: string) => Promise<void>; isClosed: boolean }[] = [];
  let now = 0;
  let timers: { readonly at: number; readonly act: () => void }[] = [];
  let wake = (): void => {};
  let kept: string | undefined;
  let keys = 0;
  const states: LiveState[] = [];
  const start = () =>
    createLiveClient({
      transport: {
        join: (_, listener) =>
          new Promise((resolve) => {
            const join = {
              listener,
              isClosed: false,
              answer: async (code?: string) => {
                resolve(
                  code === undefined
                    ? success({
                        send: (envelope: Envelope) => void sent.push(envelope),
                        close: () => {
                          join.isClosed = true;
                        },
                      })
                    : failure({ code, path: '', message: '' }),
                );
                await new Promise((done) => setImmediate(done));
              },
            };
            joins.push(join);
          }),
      },
      wish: { code: 'ABC234', as: 'seat', token: 'token' },
      kept: {
        read: () => kept,
        write: (text) => {
          kept = text;
        },
      },
      newKey: () => `key-${++keys}`,
      now: () => now,
      random: () => 0.5,
      later: (act, ms) => {
        const timer = { at: now + ms, act };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
      onWake: (listener) => {
        wake = listener;
        return () => {
          wake = () => {};
        };
      },
      onChange: (state) => states.push(state),
    });
  return {
    sent,
    joins,
    start,
    wake: () => wake(),
    last: () => joins.at(-1)!,
    kept: () => kept,
    pass: (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { act } of due) act();
    },
  };
}

const draw = { type: 'name.draw' } as const;
const view = (n: number, full = true) =>
  ({ type: 'view', full, at: 1_000, parts: { self: { seat: 's', name: 'Otter', n } }, gone: [] }) as const;

test('a device is in once the room has let it in, and knows the clock of the server', async () => {
  const network = createNetwork();
  const client = network.start();
  expect(client.state().connection).toBe('joining');
  await network.last().answer();
  network.last().listener.said(view(4));
  expect(client.state()).toMatchObject({
    connection: 'online',
    clockOffset: 1_000,
    parts: { self: { n: 4 } },
  });
});

test('what is not confirmed is kept, and sent again in its order after each join', async () => {
  const network = createNetwork();
  const client = network.start();
  client.send(draw);
  expect(network.sent).toEqual([]);
  await network.last().answer();
  client.send({ type: 'team.speak' });
  expect(network.sent.map(({ key, n }) => [key, n])).toEqual([
    ['key-1', 1],
    ['key-2', 2],
  ]);
  network.last().listener.said({ type: 'ack', key: 'key-1', ok: true });
  network.last().listener.gone();
  expect(client.state()).toMatchObject({ connection: 'offline', waiting: [{ type: 'team.speak' }] });
  network.pass(250);
  await network.last().answer();
  expect(network.sent.slice(2).map(({ key }) => key)).toEqual(['key-2']);
  // A reload finds it.
  const again = network.start();
  expect(again.state().waiting).toEqual([{ type: 'team.speak' }]);
  network.last().listener.said({ type: 'ack', key: 'key-2', ok: true });
});

test('a refusal is said, and not sent again', async () => {
  const network = createNetwork();
  const client = network.start();
  await network.last().answer();
  client.send(draw);
  network.last().listener.said({ type: 'ack', key: 'key-1', ok: false, code: 'room-paused' });
  expect(client.state()).toMatchObject({ refused: 'room-paused', waiting: [] });
  expect(network.kept()).toBeUndefined();
  client.send(draw);
  expect(client.state().refused).toBeUndefined();
});

test('the first try after a drop comes within 250 ms, later ones take longer, and at once when the network is back', async () => {
  const network = createNetwork();
  const client = network.start();
  await network.last().answer();
  network.last().listener.gone();
  network.pass(250);
  expect(network.joins).toHaveLength(2);
  await network.last().answer('unreachable');
  network.pass(250);
  expect(network.joins).toHaveLength(2);
  network.pass(150);
  expect(network.joins).toHaveLength(3);
  await network.last().answer('unreachable');
  network.wake();
  expect(network.joins).toHaveLength(4);
  // Who is on the way already goes once.
  network.wake();
  expect(network.joins).toHaveLength(4);
  await network.last().answer();
  expect(client.state().connection).toBe('online');
});

test('a line on which nothing is confirmed is dead, and so is a join without an answer', async () => {
  const network = createNetwork();
  const client = network.start();
  await network.last().answer();
  const first = network.last();
  client.send(draw);
  network.pass(6_000);
  expect(first.isClosed).toBe(true);
  expect(client.state().connection).toBe('offline');
  network.pass(250);
  const second = network.last();
  expect(second).not.toBe(first);
  network.pass(8_000);
  network.pass(500);
  expect(network.last()).not.toBe(second);
  // What the old ones still say is not heard.
  first.listener.said({ type: 'ack', key: 'key-1', ok: true });
  await second.answer();
  expect(second.isClosed).toBe(true);
  expect(client.state()).toMatchObject({ connection: 'offline', waiting: [draw] });
  await network.last().answer();
  expect(client.state().connection).toBe('online');
});

test('a message that goes on from an unknown run has the device join anew', async () => {
  const network = createNetwork();
  network.start();
  await network.last().answer();
  network.last().listener.said({ ...view(0, false), parts: { run: { version: 3, from: 5, steps: [] } } });
  network.pass(250);
  expect(network.joins).toHaveLength(2);
});

test('so does one that comes before the line is there', async () => {
  const network = createNetwork();
  const client = network.start();
  const first = network.last();
  first.listener.said({ ...view(0, false), parts: { run: { version: 3, from: 5, steps: [] } } });
  await first.answer();
  expect(first.isClosed).toBe(true);
  network.pass(250);
  expect(network.joins).toHaveLength(2);
  await network.last().answer();
  expect(client.state().connection).toBe('online');
});

test.each(['room-unknown', 'room-locked', 'room-full', 'too-many-attempts'])(
  '%s at the door is the end of it',
  async (code) => {
    const network = createNetwork();
    const client = network.start();
    await network.last().answer(code);
    expect(client.state()).toMatchObject({ connection: 'closed', reason: code });
    network.pass(60_000);
    network.wake();
    expect(network.joins).toHaveLength(1);
  },
);

test('who was inside waits for a server that has just started, but not for ever', async () => {
  const network = createNetwork();
  const client = network.start();
  await network.last().answer();
  network.last().listener.gone();
  for (let tries = 0; tries < 3; tries += 1) {
    network.pass(4_000);
    await network.last().answer('room-unknown');
  }
  expect(client.state().connection).toBe('offline');
  for (let tries = 0; tries < 5; tries += 1) {
    network.pass(4_000);
    await network.last().answer('room-unknown');
  }
  expect(client.state()).toMatchObject({ connection: 'closed', reason: 'room-unknown' });
});

test('whoever is sent out, or leaves, has nothing more to say', async () => {
  const network = createNetwork();
  const client = network.start();
  await network.last().answer();
  client.send(draw);
  network.last().listener.said({ type: 'out', code: 'removed' });
  expect(client.state()).toMatchObject({ connection: 'closed', reason: 'removed', waiting: [] });
  expect(network.kept()).toBeUndefined();
  client.send(draw);
  expect(network.sent).toHaveLength(1);
  expect(network.last().isClosed).toBe(true);
});
