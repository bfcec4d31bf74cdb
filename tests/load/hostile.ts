import fc from 'fast-check';
import type { HostCommand, SeatCommand } from '../../src/core/classroom/live/room-command.ts';
import type { Device } from './live-device.ts';

/** What a pupil wishes for who knows all there is to know about the room. */
export interface Target {
  /** Seat of somebody else. */
  readonly seat: string;
  readonly scene: string;
  readonly choice: string;
  readonly steps: number;
}

/** Every command of the teacher, as a pupil would send it; the compiler sees to it that none is missing. */
export function hostCommands({ seat, scene, choice, steps }: Target): readonly HostCommand[] {
  const place = { kind: 'choice', decision: 0, scene } as const;
  const commands: Record<HostCommand['type'], object> = {
    'room.lock': {},
    'summary.show': {},
    'room.unlock': {},
    'room.pause': {},
    'room.resume': {},
    'room.end': {},
    'words.allow': {},
    'words.forbid': {},
    'host.renew': { hostToken: 'a'.repeat(64) },
    'seat.rename': { seat, name: 'hacked' },
    'seat.hide': { seat },
    'seat.show': { seat },
    'seat.remove': { seat },
    'card.push': { text: 'hacked' },
    'card.withdraw': { card: '1' },
    'timer.start': { seconds: 60 },
    'timer.stop': {},
    'activity.start': { activity: 'debrief' },
    'vote.reveal': { place },
    'vote.cover': { place },
    'reason.hide': { place, seat },
    'run.move': { at: steps, intent: { type: 'choice.take', scene, choice } },
    'run.rewind': { decision: 0 },
    'teams.form': { size: 2 },
    'team.seat': { seat, team: '1' },
    'teams.gather': { team: '1' },
    'round.open': { form: 'pre' },
    'round.close': { form: 'pre' },
    'roles.open': { tables: 1, track: 'M', phase: 'p1' },
    'role.seat': { seat, table: '1', party: 'M' },
    'role.nudge': { table: '1' },
    'roles.close': {},
  };
  return Object.entries(commands).map(([type, rest]) => ({ type, ...rest }) as HostCommand);
}

/** Commands of a pupil that name what is not there, or another one's. */
export function crookedSeatCommands({ seat, scene, choice }: Target): readonly object[] {
  const place = { kind: 'choice', decision: 0, scene } as const;
  const commands: Record<SeatCommand['type'], object> = {
    'vote.cast': { place, choice: '__proto__' },
    'quiz.cast': { place: { ...place, kind: 'quiz' }, response: 'constructor', confidence: 'sure' },
    'name.draw': {},
    'team.join': { team: '__proto__' },
    'team.speak': {},
    'team.pick': { place, choice },
    'team.move': { at: 0, intent: { type: 'choice.take', scene, choice } },
    'round.answer': { form: 'post', item: 'toString', response: 'a', confidence: 'sure' },
    'role.take': { table: '__proto__', party: 'constructor' },
    'role.speak': {},
    'role.move': { at: 0, move: { type: 'vote', yes: true } },
  };
  // As somebody else, as the teacher, and with what would change every object there is.
  return Object.entries(commands).flatMap(([type, rest]) => [
    { type, ...rest, seat },
    { type, ...rest, actor: { kind: 'host' }, isHost: true },
    JSON.parse(`{"type":"${type}","__proto__":{"isHost":true},"constructor":{"prototype":{"isHost":true}}}`),
  ]);
}

/** Whatever can be sent that is no command. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ maxLength: 2_000, unit: 'binary' }),
  fc.uint8Array({ maxLength: 2_000 }),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    2 ** 53,
    new Date(0),
    new Map([['type', 'room.end']]),
  ),
  fc.integer({ min: 10, max: 400 }).map(nested),
  fc.record({
    key: fc.oneof(fc.string(), fc.jsonValue()),
    n: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
    command: fc.oneof(fc.jsonValue(), fc.record({ type: fc.string(), place: fc.jsonValue() })),
  }),
);

function nested(depth: number): unknown {
  let value: unknown = 'room.end';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { command: value };
  return value;
}

/** A device that keeps all it was ever sent, to be searched for what it must not know. */
export interface Eavesdropper {
  readonly onBytes: (bytes: Uint8Array) => void;
  /** Those of the secrets that came, as text or in another case. */
  heard(secrets: readonly string[]): readonly string[];
}

export function createEavesdropper(): Eavesdropper {
  const frames: Buffer[] = [];
  return {
    onBytes: (bytes) => frames.push(Buffer.from(bytes)),
    heard: (secrets) => {
      const all = Buffer.concat(frames).toString('utf8').toLowerCase();
      return secrets.filter((secret) => all.includes(secret.toLowerCase()));
    },
  };
}

/** Resolves when the server has gone through all that the device sent before: each is looked at in turn. */
export async function isThrough(device: Device): Promise<void> {
  await device.send({ type: 'name.draw' });
}
