import type { LiveWorld } from '../../../src/client/app/live/live-world.ts';
import { createRoomHost, openRoom, type RoomHost } from '../../../src/core/classroom/index.ts';
import { failure, type Problem, success } from '../../../src/core/domain/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { createPageRoom, digest, type PageRoom } from '../../support/page-transport.ts';

/** A server with one room, in the page. */
export interface TestServer {
  readonly world: LiveWorld;
  host(): RoomHost;
  room(): PageRoom;
  /** Everything that waits for its time comes true now. */
  tick(): void;
  /** The network is back, or the page is looked at again. */
  wake(): void;
  /** Finding rooms fails from now on. */
  fail(problem: string | undefined): void;
}

const CODE = 'ABC234';
const NAMES = ['Quiet Otter', 'Brave Heron', 'Quick Lynx', 'Calm Badger'];

export function createTestServer(scenario: Scenario): TestServer {
  const waiting = new Set<() => void>();
  const wakers = new Set<() => void>();
  let made: { readonly host: RoomHost; readonly room: PageRoom } | undefined;
  let failing: string | undefined;
  let named = 0;
  const refused = (code: string) => failure({ code, path: '', message: '' } satisfies Problem);
  const opened = () => {
    if (!made) throw new Error('no room is open');
    return made;
  };
  return {
    world: {
      open: async ({ tier, seed = 7, language }) => {
        if (failing !== undefined) return refused(failing);
        const events = openRoom({ code: CODE, scenario, tier, seed, language, hostToken: digest('teacher') });
        if (!events.ok) return events;
        const host = createRoomHost({
          scenario,
          events: events.value,
          ports: {
            draw: (count) => count - 1,
            now: () => 0,
            name: () => NAMES[named++ % NAMES.length] ?? '',
            isClean: () => true,
          },
        });
        if (!host.ok) return host;
        made = { host: host.value, room: createPageRoom(host.value) };
        return success({ code: CODE, hostToken: 'teacher', addresses: ['http://10.0.0.1:5000'] });
      },
      find: async (code) => {
        if (failing !== undefined) return refused(failing);
        if (code !== CODE || !made) return refused('room-unknown');
        return success({ scenario: scenario.manifest.id, addresses: ['http://10.0.0.1:5000'] });
      },
      transport: {
        join: (wish, listener) =>
          made ? made.room.transport.join(wish, listener) : Promise.resolve(refused('room-unknown')),
      },
      later: (act) => {
        waiting.add(act);
        return () => void waiting.delete(act);
      },
      onWake: (listener) => {
        wakers.add(listener);
        return () => void wakers.delete(listener);
      },
    },
    host: () => opened().host,
    room: () => opened().room,
    tick: () => {
      const acts = [...waiting];
      waiting.clear();
      for (const act of acts) act();
    },
    wake: () => {
      for (const listener of [...wakers]) listener();
    },
    fail: (problem) => {
      failing = problem;
    },
  };
}
