import { type Result, success } from '../../domain/index.ts';
import { cleanText } from './clean-text.ts';
import { leaveChair } from './role-tables.ts';
import type { HostCommand } from './room-command.ts';
import type { RoomEvent } from './room-event.ts';
import type { RoomPorts } from './room-host-api.ts';
import type { SeatId } from './room-ids.ts';
import { MAX_NAME, tokenSchema } from './room-schemas.ts';
import {
  type Asking,
  type Decided,
  type Deciding,
  happens,
  NOTHING,
  type RoomState,
  refuse,
  type Seat,
  takeReceipt,
} from './room-state.ts';
import { leaveTeam } from './teams.ts';
import { withdrawVotes } from './votes.ts';

type SeatDeskCommand = Extract<
  HostCommand,
  { readonly type: 'seat.rename' | 'seat.hide' | 'seat.show' | 'seat.remove' }
>;
type SeatEvent = Extract<
  RoomEvent,
  { readonly type: 'seat.joined' | 'seat.renamed' | 'seat.hidden' | 'seat.shown' | 'seat.removed' }
>;

type SeatJoined = Extract<SeatEvent, { readonly type: 'seat.joined' }>;

/** A lecture hall. */
const MAX_SEATS = 650;
/** With those that were taken out: whoever joins anew after each time does not fill the room for ever. */
const MAX_SEATS_EVER = 1_300;
const NAME_TRIES = 30;

/** A new seat, or the one this token has: joining again is the same join. A locked room refuses new seats only. */
export function decideJoin({ room, ports }: Deciding, token: string): Result<SeatId | SeatJoined> {
  if (!tokenSchema.safeParse(token).success) return refuse('malformed', 'This is no token.');
  if (room.isEnded) return refuse('room-ended', 'The room is over.');
  const known = room.seatsByToken.get(token);
  if (known?.isRemoved) return refuse('removed', 'The teacher has taken this seat out.');
  if (known) return success(known.id);
  if (room.isLocked) return refuse('room-locked', 'The room takes no new seats.');
  // Every seat that stays has a name of its own.
  if (room.names.size >= MAX_SEATS || room.seats.size >= MAX_SEATS_EVER)
    return refuse('room-full', 'All seats are taken.');
  const seat = `s${room.seats.size + 1}`;
  return success({ type: 'seat.joined', seat, name: freeName(room, ports), token });
}

export function decideDraw({ room, ports }: Deciding, { seat, receipt }: Asking): Decided {
  return happens({ type: 'seat.renamed', receipt, seat: seat.id, name: freeName(room, ports) });
}

export function decideSeat({ room, ports }: Deciding, command: SeatDeskCommand): Decided {
  const seat = room.seats.get(command.seat);
  if (!seat) return refuse('seat-unknown', 'There is no such seat.');
  if (seat.isRemoved)
    return command.type === 'seat.remove' ? NOTHING : refuse('seat-unknown', 'There is no such seat.');
  switch (command.type) {
    case 'seat.hide':
      return seat.isHidden ? NOTHING : happens({ type: 'seat.hidden', seat: seat.id });
    case 'seat.show':
      return seat.isHidden ? happens({ type: 'seat.shown', seat: seat.id }) : NOTHING;
    case 'seat.remove':
      return happens({ type: 'seat.removed', seat: seat.id });
    case 'seat.rename': {
      const name = command.name === undefined ? freeName(room, ports) : cleanText(command.name, MAX_NAME);
      if (name === '') return refuse('name-empty', 'There is nothing to read in this name.');
      if (name === seat.name) return NOTHING;
      const isOwn = nameKey(name) === nameKey(seat.name);
      if (!isOwn && room.names.has(nameKey(name))) return refuse('name-taken', 'Somebody has this name.');
      return happens({ type: 'seat.renamed', seat: seat.id, name });
    }
  }
}

/** False when it cannot have happened. */
export function applySeat(room: RoomState, event: SeatEvent): boolean {
  if (event.type === 'seat.joined') return joinRoom(room, event);
  if (event.type === 'seat.renamed' && event.receipt && !takeReceipt(room, event.receipt)) return false;
  const seat = room.seats.get(event.seat);
  if (!seat || seat.isRemoved) return false;
  switch (event.type) {
    case 'seat.renamed':
      room.names.delete(nameKey(seat.name));
      seat.name = event.name;
      room.names.add(nameKey(seat.name));
      return true;
    case 'seat.hidden':
    case 'seat.shown':
      seat.isHidden = event.type === 'seat.hidden';
      return true;
    case 'seat.removed':
      withdrawVotes(room, seat.id);
      leaveTeam(room, seat);
      leaveChair(room, seat);
      room.names.delete(nameKey(seat.name));
      seat.isRemoved = true;
      return true;
  }
}

function joinRoom(room: RoomState, event: SeatJoined): boolean {
  const { seat: id, name, token } = event;
  if (room.seats.has(id) || room.seatsByToken.has(token)) return false;
  const seat: Seat = {
    id,
    token,
    name,
    isHidden: false,
    isRemoved: false,
    n: 0,
    keys: [],
    kept: 0,
    isPresent: false,
  };
  room.seats.set(id, seat);
  room.seatsByToken.set(token, seat);
  room.names.add(nameKey(name));
  return true;
}

/** A generated name that nobody has. When the generator knows no more, a number tells them apart. */
function freeName({ names, opened }: RoomState, ports: RoomPorts): string {
  const draw = () => cleanText(ports.name(opened.language), MAX_NAME);
  let name = draw();
  for (let tries = 1; tries < NAME_TRIES && (name === '' || names.has(nameKey(name))); tries += 1)
    name = draw();
  if (name !== '' && !names.has(nameKey(name))) return name;
  for (let number = 2; ; number += 1) {
    const ending = ` ${number}`;
    const numbered = `${cleanText(name, MAX_NAME - ending.length)}${ending}`.trim();
    if (!names.has(nameKey(numbered))) return numbered;
  }
}

function nameKey(name: string): string {
  return name.toLowerCase();
}
