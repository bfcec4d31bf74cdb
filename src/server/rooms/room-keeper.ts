import { randomInt } from 'node:crypto';
import { type IRoomCache, matchMaker } from '@colyseus/core';
import { openRoom } from '../../core/classroom/index.ts';
import type { Scenario } from '../../core/scenario/index.ts';
import { type Log, reasonOf } from '../log.ts';
import { RoomConflict, type RoomStore } from '../store/room-store.ts';
import { digestOf, drawRoomCode, drawToken } from '../tokens.ts';
import { ROOM_NAME, type RoomCalls } from './class-room.ts';
import type { Identity } from './live-room.ts';

/** What a teacher's device asks for. */
export interface NewRoom {
  readonly scenario: Scenario;
  readonly tier: string;
  readonly seed?: number;
  readonly language: string;
}

export type Joined =
  | { readonly ok: true; readonly reservation: object }
  | { readonly ok: false; readonly code: string };

/** Finds rooms wherever they live, and brings back those that live nowhere but in the store. */
export interface RoomKeeper {
  /** Undefined when the scenario has no such level or language. */
  open(room: NewRoom): Promise<{ readonly code: string; readonly hostToken: string } | undefined>;
  /** Whether there is such a room. Rejects when nobody can tell now. */
  about(code: string): Promise<ReturnType<RoomCalls['about']>>;
  join(code: string, as: 'seat' | 'host', token: string): Promise<Joined>;
  restoreAll(): Promise<void>;
  removeExpired(): Promise<void>;
}

interface KeeperOptions {
  readonly store: RoomStore;
  readonly log: Log;
  readonly roomHours: number;
  readonly now: () => number;
}

const LARGEST_SEED = 2 ** 31 - 1;
const LOCK_SECONDS = 10;
const PAUSE_MS = 50;
const MOST_DRAWS = 5;

export function createRoomKeeper({ store, log, roomHours, now }: KeeperOptions): RoomKeeper {
  const underWay = new Map<string, Promise<IRoomCache | undefined>>();

  const listed = async (code: string): Promise<IRoomCache | undefined> =>
    (await matchMaker.driver.findOne({ roomId: code })) ?? undefined;

  /** One process brings a room back, the others wait for it. Should that one die over it, another takes its place. */
  async function restore(code: string): Promise<IRoomCache | undefined> {
    if ((await store.load(code)) === undefined) return undefined;
    const { presence } = matchMaker;
    const lock = `restore:${code}`;
    while ((await presence.hincrbyex(lock, 'asked', 1, LOCK_SECONDS)) !== 1)
      do {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        const room = await listed(code);
        if (room) return room;
      } while (await presence.hget(lock, 'asked'));
    try {
      return (await listed(code)) ?? (await matchMaker.createRoom(ROOM_NAME, { code }));
    } catch (error) {
      if (isUnknown(error)) return undefined;
      throw error;
    } finally {
      await presence.del(lock);
    }
  }

  function find(code: string): Promise<IRoomCache | undefined> {
    const known = underWay.get(code);
    if (known) return known;
    const search = listed(code)
      .then(async (room) => {
        // What is still here of a room that lives elsewhere would be asked first.
        const isElsewhere = room && room.processId !== matchMaker.processId;
        if (isElsewhere && matchMaker.getLocalRoomById(code))
          await matchMaker.remoteRoomCall<RoomCalls, 'abandon'>(code, 'abandon', []);
        return room ?? restore(code);
      })
      .finally(() => underWay.delete(code));
    underWay.set(code, search);
    return search;
  }

  /** Asks a room. Its process may have died: then it is brought back, and asked once more. */
  async function ask<T>(code: string, question: (room: IRoomCache) => Promise<T>): Promise<T | undefined> {
    const room = await find(code);
    if (!room) return undefined;
    try {
      return await question(room);
    } catch (error) {
      log.error('room-not-reached', { reason: reasonOf(error) });
      await matchMaker.healthCheckProcessId(room.processId);
      const again = await find(code);
      return again && question(again);
    }
  }

  return {
    async open({ seed = randomInt(LARGEST_SEED), ...room }) {
      const hostToken = drawToken();
      const expiresAt = new Date(now() + roomHours * 3_600_000);
      for (let draws = 1; ; draws += 1) {
        const code = drawRoomCode();
        const opened = openRoom({ ...room, code, seed, hostToken: digestOf(hostToken) });
        if (!opened.ok) return undefined;
        try {
          await store.create(code, opened.value, expiresAt);
        } catch (error) {
          // Somebody has this code: another one.
          if (error instanceof RoomConflict && draws < MOST_DRAWS) continue;
          throw error;
        }
        await find(code);
        log.info('room-opened', { scenario: room.scenario.manifest.id, tier: room.tier });
        return { code, hostToken };
      }
    },
    about: (code) => ask(code, () => matchMaker.remoteRoomCall<RoomCalls, 'about'>(code, 'about', [])),
    async join(code, as, token) {
      const joined = await ask<Joined>(code, async (room) => {
        const asking = { as, digest: digestOf(token) };
        const admission = await matchMaker.remoteRoomCall<RoomCalls, 'admit'>(code, 'admit', [asking]);
        if (!admission.ok) return admission;
        const identity: Identity = admission.identity;
        return { ok: true, reservation: await matchMaker.reserveSeatFor(room, {}, identity) };
      });
      return joined ?? { ok: false, code: 'room-unknown' };
    },
    async restoreAll() {
      for (const code of await store.list(new Date(now())))
        try {
          await find(code);
        } catch (error) {
          log.error('room-not-restored', { reason: reasonOf(error) });
        }
    },
    async removeExpired() {
      for (const code of await store.removeExpired(new Date(now()))) {
        log.info('room-expired');
        if (await listed(code))
          await matchMaker.remoteRoomCall<RoomCalls, 'expire'>(code, 'expire', []).catch(() => {
            // Its process is gone, and so is the room.
          });
      }
    },
  };
}

function isUnknown(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'message' in error && error.message === 'room-unknown'
  );
}
