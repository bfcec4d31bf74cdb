import type { HostParts, RoomCommand, SeatParts } from '../../classroom/index.ts';
import type { LiveConnection, LiveRoomView, LiveView } from './live-types.ts';
import { type LiveShown, presentSeat } from './seat-view.ts';

/** What this device knows of its room. */
export type LiveKnown = LiveKnownOfAll &
  (
    | { readonly as: 'seat'; readonly parts: Partial<SeatParts> }
    | { readonly as: 'host'; readonly parts: Partial<HostParts> }
  );

interface LiveKnownOfAll {
  readonly code: string;
  /** Where pupils join, without the code. */
  readonly address: string;
  readonly connection: LiveConnection;
  readonly reason?: string;
  readonly refused?: string;
  /** Asked for, and not confirmed by the room yet. */
  readonly waiting: readonly RoomCommand[];
  /** What has to be added to the clock of this device to have that of the server, in milliseconds. */
  readonly clockOffset: number;
}

export function presentLive(known: LiveKnown, shown: LiveShown): LiveView {
  return {
    room: presentRoom(known),
    ...(known.as === 'seat' ? { seat: presentSeat(known, shown) } : {}),
  };
}

function presentRoom(known: LiveKnown): LiveRoomView {
  const { as, code, address, connection, reason, refused, waiting, parts, clockOffset } = known;
  const { room } = parts;
  const name = known.as === 'seat' ? known.parts.self?.name : undefined;
  return {
    role: as,
    code,
    address,
    connection,
    ...(reason === undefined ? {} : { reason }),
    ...(refused === undefined ? {} : { refused }),
    waiting: waiting.length,
    activity: room?.activity ?? 'lobby',
    isPaused: room?.isPaused ?? false,
    isLocked: room?.isLocked ?? false,
    hasWords: room?.hasWords ?? false,
    cards: room?.cards ?? [],
    ...(room?.timer
      ? {
          timer: {
            // As the clock of this device will show.
            endsAt: room.timer.at + room.timer.seconds * 1000 - clockOffset,
            seconds: room.timer.seconds,
          },
        }
      : {}),
    ...(name === undefined ? {} : { name }),
  };
}
