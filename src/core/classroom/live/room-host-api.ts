import type { Result } from '../../domain/index.ts';
import type { Actor, Envelope } from './room-command.ts';
import type { RoomEvent } from './room-event.ts';
import type { SeatId } from './room-ids.ts';
import type { HostParts, Parts } from './room-view.ts';

/** What the room needs of the world; whatever it gives is written down in events. */
export interface RoomPorts {
  /** Whole number from 0 to below `count`. */
  readonly draw: (count: number) => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A generated name; the room asks again when somebody has it already. */
  readonly name: (language: string) => string;
  /** Whether words of a pupil can be shown to a class. */
  readonly isClean: (text: string) => boolean;
}

/** What came of a command. */
export interface Outcome {
  /** To be kept in this order before anyone is told; empty when there was nothing (more) to do. */
  readonly events: readonly RoomEvent[];
}

/** For whom something may have changed since it was last asked: teachers always, and these seats. */
export type Touched = 'all' | ReadonlySet<SeatId>;

/**
 * A room and all that is played in it: the authority. It knows no network and no storage: the server holds it
 * behind sockets, a browser can hold it alone. Nothing a device sends makes it throw.
 */
export interface RoomHost {
  /** A new seat, or the one that has this token (SHA-256 in hexadecimal digits) already. */
  join(token: string): Result<{ readonly seat: SeatId; readonly outcome: Outcome }>;
  /** Whether this is the token (SHA-256) of the teacher's device. */
  isHost(token: string): boolean;
  /** Whether there is this seat, and the teacher has not taken it out. */
  isIn(seat: SeatId): boolean;
  /** `value` as it came from outside: it is parsed here. A repeated message is taken once and answered the same. */
  take(actor: Actor, value: unknown): Result<Outcome>;
  /** A device of the seat is connected, or the last one has gone. Nothing of it is kept. */
  setPresent(seat: SeatId, isPresent: boolean): void;
  /** Everything the viewer may know now. */
  parts(actor: Actor): Parts;
  /** Of what the teacher may know only what each vote changes; empty where nothing is voted on. */
  tally(): Pick<HostParts, 'vote' | 'quiz'>;
  /** Who may see something new since this was last asked. */
  touched(): Touched;
  readonly code: string;
  isEnded(): boolean;
  /** All events so far. */
  log(): readonly RoomEvent[];
}

export type { Actor, Envelope };
