import type { Envelope, HostParts, SeatParts } from '../../core/classroom/index.ts';
import type { Result } from '../../core/domain/index.ts';

/** How a device asks to come in. */
export interface LiveWish {
  /** Of the room. */
  readonly code: string;
  readonly as: 'seat' | 'host';
  /** Made by the device for a seat: the same token is the same seat. */
  readonly token: string;
}

/** What a device knows of a room: of a seat, or of the teacher. */
export type LiveParts = Partial<SeatParts> | Partial<HostParts>;

/** Parts that have changed, and names of those that are not there any more. */
export interface ViewMessage {
  /** What was known before is void. */
  readonly full: boolean;
  /** Clock of the server, in milliseconds since 1970. */
  readonly at: number;
  readonly parts: LiveParts;
  readonly gone: readonly string[];
}

/** What a room says to a device. */
export type LiveMessage =
  | { readonly type: 'ack'; readonly key: string; readonly ok: true }
  | { readonly type: 'ack'; readonly key: string; readonly ok: false; readonly code: string }
  | ({ readonly type: 'view' } & ViewMessage)
  /** The room closes the line for good, and why: `removed`, `ended` or `renewed`. */
  | { readonly type: 'out'; readonly code: string };

/** A line to a room that is open. */
export interface LiveLine {
  send(envelope: Envelope): void;
  close(): void;
}

export interface LiveListener {
  readonly said: (message: LiveMessage) => void;
  /** The line is gone, whoever closed it. Never called before `join` has resolved. */
  readonly gone: () => void;
}

/**
 * A way to a room. A line that is gone stays so: whoever wants another one joins again. Colyseus is one; a school
 * whose network lets no socket through would need another.
 */
export interface LiveTransport {
  /**
   * Problems: `unreachable` when nobody answers; else what the server refuses with, such as `room-unknown`,
   * `room-locked`, `room-full` or `too-many-attempts`. Never rejects.
   */
  join(wish: LiveWish, listener: LiveListener): Promise<Result<LiveLine>>;
}
