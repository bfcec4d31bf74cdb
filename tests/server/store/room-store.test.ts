import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryTables } from '../../../src/server/store/embedded/embedded-tables.ts';
import { openRoomStore } from '../../../src/server/store/open-room-store.ts';
import { createRoomStore, RoomConflict, type RoomStore } from '../../../src/server/store/room-store.ts';
import { callTables, serveTables } from '../../../src/server/store/thread/tables-calls.ts';
import { type RealServer, startPostgres } from '../../support/real-servers.ts';

interface Opened {
  readonly store: RoomStore;
  close(): Promise<void>;
}

const ENGINES: Record<string, () => Promise<Opened | undefined>> = {
  'PGlite in memory': async () => {
    const store = await openRoomStore({ memory: true });
    return { store, close: () => store.close() };
  },
  'PGlite in a folder': async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rooms-'));
    const store = await openRoomStore({ dataFolder: folder });
    return {
      store,
      close: async () => {
        await store.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
  'in another thread': async () => {
    const { port1, port2 } = new MessageChannel();
    serveTables(port1, openMemoryTables());
    const store = createRoomStore(callTables(port2).tables);
    return {
      store,
      close: async () => {
        await store.close();
        port1.close();
      },
    };
  },
  PostgreSQL: async () => {
    const server: RealServer | undefined = await startPostgres();
    if (server === undefined) return undefined;
    const store = await openRoomStore({ url: server.url });
    return {
      store,
      close: async () => {
        await store.close();
        await server.stop();
      },
    };
  },
};

/** A new database takes seconds, and more when the machine is busy. */
const SLOW_MS = 60_000;
const NOW = new Date('2026-11-25T08:00:00Z');
const TOMORROW = new Date('2026-11-26T08:00:00Z');
const LATER = new Date('2026-11-26T08:00:01Z');

describe.each(Object.entries(ENGINES))('room store: %s', (_name, open) => {
  let opened: Opened | undefined;
  let last = 0;
  const freshCode = () => `R${++last}`;

  beforeAll(async () => {
    opened = await open();
  }, SLOW_MS);
  afterAll(async () => opened?.close(), SLOW_MS);

  const holds = (what: string, test: (store: RoomStore) => Promise<void>) =>
    it(what, async ({ skip }) => {
      if (opened === undefined) return skip();
      await test(opened.store);
    });

  holds('keeps the events of a room in order', async (store) => {
    const code = freshCode();
    await store.create(code, [{ type: 'room.opened' }], TOMORROW);
    await store.append(code, 1, [{ n: 1 }, { n: 2 }]);
    await store.append(code, 3, [{ n: 3 }]);
    await store.append(code, 4, []);
    expect(await store.load(code)).toEqual([{ type: 'room.opened' }, { n: 1 }, { n: 2 }, { n: 3 }]);
  });

  holds('knows nothing of a room that was never made', async (store) => {
    expect(await store.load('NOBODY')).toBeUndefined();
    await expect(store.append('NOBODY', 0, [{}])).rejects.toThrow(RoomConflict);
    await store.remove('NOBODY');
  });

  holds('makes a room once, with all its first events or not at all', async (store) => {
    const code = freshCode();
    const tries = await Promise.allSettled(
      [1, 2, 3].map((maker) => store.create(code, [{ maker }, { maker }], TOMORROW)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(RoomConflict);
    const [first, second] = (await store.load(code)) ?? [];
    expect(second).toEqual(first);
    expect(await store.load(code)).toHaveLength(2);
  });

  holds('lets nobody write where something is written already', async (store) => {
    const code = freshCode();
    await store.create(code, [{ n: 0 }], TOMORROW);
    await store.append(code, 1, [{ by: 'one' }]);
    await expect(store.append(code, 1, [{ by: 'two' }, { by: 'two' }])).rejects.toThrow(RoomConflict);
    await expect(store.append(code, 0, [{ by: 'two' }])).rejects.toThrow(RoomConflict);
    expect(await store.load(code)).toEqual([{ n: 0 }, { by: 'one' }]);
  });

  holds('commits many rooms at once; the bad one takes no other with it', async (store) => {
    const codes = Array.from({ length: 30 }, freshCode);
    for (const code of codes) await store.create(code, [{ n: 0 }], TOMORROW);
    const gone = codes[7]!;
    const late = codes[11]!;
    await store.remove(gone);
    await store.append(late, 1, [{ by: 'another process' }]);
    const tries = await Promise.allSettled(codes.map((code) => store.append(code, 1, [{ n: 1 }, { n: 2 }])));
    for (const [index, code] of codes.entries()) {
      if (code === gone || code === late) {
        expect(tries[index]).toMatchObject({ status: 'rejected', reason: expect.any(RoomConflict) });
        continue;
      }
      expect(tries[index]?.status).toBe('fulfilled');
      expect(await store.load(code)).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    }
    expect(await store.load(late)).toEqual([{ n: 0 }, { by: 'another process' }]);
    expect(await store.load(gone)).toBeUndefined();
  });

  holds('takes appends of one room that do not wait for each other', async (store) => {
    const code = freshCode();
    await store.create(code, [], TOMORROW);
    await Promise.all(Array.from({ length: 200 }, (_, n) => store.append(code, n, [{ n }])));
    expect(await store.load(code)).toEqual(Array.from({ length: 200 }, (_, n) => ({ n })));
  });

  holds('takes more events at once than one statement can carry', async (store) => {
    const code = freshCode();
    const many = Array.from({ length: 12_000 }, (_, n) => ({ n }));
    await store.create(code, [], TOMORROW);
    await store.append(code, 0, many);
    expect(await store.load(code)).toEqual(many);
  });

  holds('gives back every event that JSON can say, whatever somebody typed', async (store) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text: fc.string({ unit: 'binary' }), value: fc.jsonValue() }), { maxLength: 8 }),
        async (typed) => {
          const code = freshCode();
          const said = JSON.parse(
            JSON.stringify([{ zero: '\u0000', half: '\ud800' }, ...typed, 'text', 7, true, ['list']]),
          );
          await store.create(code, [], TOMORROW);
          await store.append(code, 0, said);
          expect(await store.load(code)).toEqual(said);
        },
      ),
      { numRuns: 40 },
    );
  });

  holds('lists rooms until they expire, then deletes them with all they had', async (store) => {
    const [early, late] = [freshCode(), freshCode()];
    await store.create(early, [{ n: 0 }], TOMORROW);
    await store.create(late, [{ n: 0 }], new Date('2026-11-27T08:00:00Z'));
    await store.append(early, 1, [{ n: 1 }]);
    expect(await store.list(NOW)).toEqual(expect.arrayContaining([early, late]));
    expect(await store.list(TOMORROW)).not.toContain(early);
    const removed = await store.removeExpired(LATER);
    expect(removed).toContain(early);
    expect(removed).not.toContain(late);
    expect(await store.load(early)).toBeUndefined();
    expect(await store.load(late)).toEqual([{ n: 0 }]);
    expect(await store.removeExpired(LATER)).toEqual([]);
  });

  holds('gives a code again after its room is deleted, with nothing of the old one', async (store) => {
    const code = freshCode();
    await store.create(code, [{ old: true }], TOMORROW);
    await store.remove(code);
    await store.create(code, [], TOMORROW);
    expect(await store.load(code)).toEqual([]);
  });

  holds('says that it can be written', async (store) => {
    const code = freshCode();
    await store.create(code, [{ n: 0 }], TOMORROW);
    await store.check();
    expect(await store.load(code)).toEqual([{ n: 0 }]);
  });
});
