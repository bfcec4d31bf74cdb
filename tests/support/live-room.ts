import {
  createRoomHost,
  type HostCommand,
  openRoom,
  type RoomEvent,
  type RoomHost,
  type RoomPorts,
  type SeatCommand,
} from '../../src/core/classroom/index.ts';
import type { HostParts, SeatParts } from '../../src/core/classroom/live/room-view.ts';
import type { RoleBriefs } from '../../src/core/classroom/roles/role-types.ts';
import { createDice, type Result } from '../../src/core/domain/index.ts';
import type { Scenario } from '../../src/core/scenario/index.ts';

/** SHA-256 of a token, or what looks like one. */
export const tokenOf = (number: number): string => number.toString(16).padStart(64, '0');
export const HOST_TOKEN = 'f'.repeat(64);

export function portsOf(seed = 1): RoomPorts {
  const dice = createDice(seed);
  return {
    draw: (count) => dice.nextIndex(count),
    now: () => 1_000,
    name: () => `Name ${dice.nextIndex(10_000)}`,
    isClean: (text) => !text.includes('dirty'),
  };
}

export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join(' '));
  return result.value;
}

export function restore(scenario: Scenario, events: readonly unknown[], briefs: RoleBriefs = {}): RoomHost {
  return got(createRoomHost({ scenario, ports: portsOf(2), briefs, events }));
}

/** A lesson in a few lines: who says what, and what came of it. */
export interface LiveRoom {
  readonly host: RoomHost;
  /** Seats a new pupil. */
  seat(): string;
  /** `ok`, or the code of the refusal. */
  asHost(command: HostCommand): string;
  asSeat(seat: string, command: SeatCommand): string;
  /** A whole message: sent again it is the same. */
  send(seat: string, envelope: unknown): string;
  desk(): HostParts;
  partsOf(seat: string): SeatParts;
  events(): readonly RoomEvent[];
}

export function liveRoom(scenario: Scenario, briefs: RoleBriefs = {}): LiveRoom {
  const opened = got(
    openRoom({
      code: 'ABCDEF',
      scenario,
      tier: scenario.manifest.tiers[0] ?? '',
      seed: 7,
      language: scenario.manifest.languages[0] ?? '',
      hostToken: HOST_TOKEN,
    }),
  );
  const host = got(createRoomHost({ scenario, ports: portsOf(), briefs, events: opened }));
  let n = 0;
  let joined = 0;
  const code = (result: Result<unknown>) => (result.ok ? 'ok' : (result.problems[0]?.code ?? ''));
  const send = (seat: string, envelope: unknown) => code(host.take({ kind: 'seat', seat }, envelope));
  const next = () => {
    n += 1;
    return { key: `key ${n}`, n };
  };
  return {
    host,
    seat: () => {
      joined += 1;
      return got(host.join(tokenOf(joined))).seat;
    },
    asHost: (command) => code(host.take({ kind: 'host' }, { ...next(), command })),
    asSeat: (seat, command) => send(seat, { ...next(), command }),
    send,
    desk: () => host.parts({ kind: 'host' }) as HostParts,
    partsOf: (seat) => host.parts({ kind: 'seat', seat }) as SeatParts,
    events: () => host.log(),
  };
}
