import type { RoomCommand } from '../../classroom/index.ts';
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
  /** Why it is closed: what the room refused with, such as `room-locked`, or `removed`, `ended`, `renewed`. */
  readonly reason?: string;
  /** What was asked for last was not taken, and why; until something else is asked for. */
  readonly refused?: string;
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

/** What a pupil's device shows. */
export interface LiveSeatView {
  readonly stage: 'waiting' | 'run';
  /** Changes when something new is on the page that the focus should move to. */
  readonly step: string;
}

/** All the pages of a live room know. */
export interface LiveView {
  readonly room: LiveRoomView;
  /** On a pupil's device. */
  readonly seat?: LiveSeatView;
}

/** The page on which a code is entered. */
export interface LiveJoinView {
  /** As it was entered, or came with the address. */
  readonly code: string;
  readonly isBusy: boolean;
  /** Why it has not worked: as `reason` of a room, or `server-missing`, `code-malformed`, `unreachable`. */
  readonly problem?: string;
}

export type LiveIntent =
  /** The teacher opens a room for the open scenario. */
  | { readonly type: 'live.open'; readonly tier: string; readonly seed?: number }
  /** `code` as somebody typed it. */
  | { readonly type: 'live.join'; readonly code: string }
  /** This device leaves the page of the room; its seat stays. */
  | { readonly type: 'live.leave' }
  | { readonly type: 'live.send'; readonly command: RoomCommand }
  /** Of the teacher. */
  | { readonly type: 'live.show'; readonly page: 'desk' | 'projector' };
