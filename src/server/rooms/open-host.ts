import { randomInt } from 'node:crypto';
import { createRoomHost, type RoomHost, type RoomPorts } from '../../core/classroom/index.ts';
import { isClean } from '../clean-words.ts';
import type { Log } from '../log.ts';
import { drawNickname } from '../nicknames.ts';
import type { ScenarioShelf } from '../scenario-shelf.ts';
import type { RoomStore } from '../store/room-store.ts';

interface HostSources {
  readonly store: RoomStore;
  readonly shelf: ScenarioShelf;
  readonly log: Log;
}

const ports: RoomPorts = {
  draw: (count) => randomInt(count),
  now: Date.now,
  name: (language) => drawNickname(language, (count) => randomInt(count)),
  isClean,
};

/** Brings a room back from what the store has of it. */
export function openHostWith({ store, shelf, log }: HostSources) {
  return async (code: string): Promise<RoomHost | undefined> => {
    const events = await store.load(code);
    if (!events) return undefined;
    const shelved = await shelf.find(scenarioOf(events));
    const host = shelved && createRoomHost({ ...shelved, ports, events });
    if (host?.ok) return host.value;
    // It stays in the store: the scenario it was played with may come back with another version of the game.
    log.error('room-not-playable', { reason: host?.problems[0]?.code ?? 'scenario-unknown' });
    return undefined;
  };
}

function scenarioOf([opened]: readonly unknown[]): string {
  if (typeof opened !== 'object' || opened === null || !('scenario' in opened)) return '';
  const { scenario } = opened;
  return typeof scenario === 'object' && scenario !== null && 'id' in scenario ? String(scenario.id) : '';
}
