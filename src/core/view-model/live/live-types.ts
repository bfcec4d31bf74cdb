import type { PartyId } from '../../domain/index.ts';

// What the pages of a live room may know. Each area has a type of its own, drawn by its own pages.

/** How this device stands to the room. */
export type LiveConnection =
  /** On the way for the first time. */
  | 'joining'
  | 'online'
  /** The network is gone; what is entered is kept and sent later. */
  | 'offline'
  /** The room is over, locked for newcomers, unknown, or the teacher has taken this device out. */
  | 'closed';

export interface LiveRoomView {
  readonly role: 'host' | 'seat';
  readonly code: string;
  /** Where pupils join, without the code. */
  readonly address: string;
  readonly connection: LiveConnection;
  /** Why it is closed: a key of the words of the live room. */
  readonly reason?: string;
  /** Entered, and not yet confirmed by the room. */
  readonly waiting: number;
  readonly activity: string;
  readonly isPaused: boolean;
  readonly isLocked: boolean;
  readonly hasWords: boolean;
  readonly cards: readonly { readonly id: string; readonly text: string }[];
  readonly timer?: { readonly endsAt: number; readonly seconds: number };
  /** Own name, on a pupil's device. */
  readonly name?: string;
  readonly party?: PartyId;
}
