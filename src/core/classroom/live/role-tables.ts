import type { PartyId } from '../../domain/index.ts';
import { moveRole, nudgeRole, openRoleTable } from '../roles/role-table.ts';
import type { HostCommand, SeatCommand } from './room-command.ts';
import type { RoomEvent } from './room-event.ts';
import type { RoleTableId } from './room-ids.ts';
import {
  type Asking,
  type Decided,
  type Deciding,
  happens,
  NOTHING,
  type RoleGroup,
  type RoomState,
  refuse,
  type Seat,
  takeReceipt,
} from './room-state.ts';

type RoleCommand = Extract<SeatCommand, { readonly type: 'role.take' | 'role.speak' | 'role.move' }>;
type RoleDeskCommand = Extract<
  HostCommand,
  { readonly type: 'roles.open' | 'role.seat' | 'role.nudge' | 'roles.close' }
>;
type RoleEvent = Extract<
  RoomEvent,
  {
    readonly type:
      | 'roles.opened'
      | 'role.taken'
      | 'role.spoken'
      | 'role.moved'
      | 'role.nudged'
      | 'roles.closed';
  }
>;

/** People on one chair: they have to agree with each other first. */
const MAX_ON_CHAIR = 10;

/** What a seat does at its table. One of each chair speaks for it; who comes first does so until another one takes over. */
export function decideRole({ room }: Deciding, asking: Asking, command: RoleCommand): Decided {
  const { seat, receipt } = asking;
  if (room.activity !== 'roles' || !room.roles?.isOpen) return refuse(...CLOSED);
  if (command.type === 'role.take') {
    const { table, party } = command;
    if (seat.chair?.table === table && seat.chair.party === party) return NOTHING;
    if (seat.chair) return refuse('role-other', 'This seat has a chair.');
    return (
      chairProblem(room, table, party) ??
      happens({ type: 'role.taken', receipt, seat: seat.id, table, party })
    );
  }
  const chair = seat.chair;
  const group = groupOf(room, seat);
  if (!chair || !group) return refuse('role-none', 'This seat has no chair.');
  const isSpeaker = speakerOf(group, chair.party) === seat.id;
  const { table, party } = chair;
  if (command.type === 'role.speak')
    return isSpeaker ? NOTHING : happens({ type: 'role.spoken', receipt, seat: seat.id, table, party });
  const { at, move } = command;
  if (!isSpeaker) return refuse('role-not-speaker', 'Somebody else speaks for this chair.');
  if (at !== group.table.moves) return refuse('role-late', 'The table has gone on from there.');
  const people = peopleAt(group);
  const moved = moveRole(room.setting.scenario, group.table, { party, move, people });
  return moved.ok ? happens({ type: 'role.moved', receipt, table, party, move, people }) : moved;
}

export function decideRoles({ room }: Deciding, command: RoleDeskCommand): Decided {
  const { setting, roles } = room;
  switch (command.type) {
    case 'roles.open': {
      const { tables, track, phase } = command;
      if (roles?.isOpen) return refuse('roles-open', 'Close the tables first.');
      const { tier, seed, scenario } = setting;
      const first = openRoleTable(scenario, { table: tableId(0), track, phase, tier, seed });
      return first.ok ? happens({ type: 'roles.opened', tables, track, phase, tier }) : first;
    }
    case 'roles.close':
      return roles?.isOpen ? happens({ type: 'roles.closed' }) : NOTHING;
    case 'role.seat': {
      const { table, party } = command;
      const seat = room.seats.get(command.seat);
      if (!seat || seat.isRemoved) return refuse('seat-unknown', 'There is no such seat.');
      if (!roles?.isOpen) return refuse(...CLOSED);
      if (seat.chair?.table === table && seat.chair.party === party) return NOTHING;
      return chairProblem(room, table, party) ?? happens({ type: 'role.taken', seat: seat.id, table, party });
    }
    case 'role.nudge': {
      const group = roles?.isOpen ? roles.groups.get(command.table) : undefined;
      if (!group) return refuse(...CLOSED);
      const people = peopleAt(group);
      const moved = nudgeRole(setting.scenario, group.table, { people });
      return moved.ok ? happens({ type: 'role.nudged', table: command.table, people }) : moved;
    }
  }
}

/** False when it cannot have happened. */
export function applyRole(room: RoomState, event: RoleEvent): boolean {
  const { scenario } = room.setting;
  switch (event.type) {
    case 'roles.opened':
      return open(room, event);
    case 'roles.closed':
      if (!room.roles) return false;
      room.roles.isOpen = false;
      return true;
    case 'role.taken': {
      const seat = event.receipt ? takeReceipt(room, event.receipt) : room.seats.get(event.seat);
      const group = room.roles?.groups.get(event.table);
      if (!seat || seat.isRemoved || !group) return false;
      leaveChair(room, seat);
      group.members.set(event.party, [...membersOf(group, event.party), seat.id]);
      seat.chair = { table: event.table, party: event.party };
      return true;
    }
    case 'role.spoken': {
      const seat = takeReceipt(room, event.receipt);
      const group = room.roles?.groups.get(event.table);
      if (!seat || !group) return false;
      // Whoever speaks is the first of the chair.
      const others = membersOf(group, event.party).filter((member) => member !== seat.id);
      group.members.set(event.party, [seat.id, ...others]);
      return true;
    }
    case 'role.moved':
    case 'role.nudged': {
      if (event.type === 'role.moved' && !takeReceipt(room, event.receipt)) return false;
      const group = room.roles?.groups.get(event.table);
      if (!group) return false;
      const next =
        event.type === 'role.moved'
          ? moveRole(scenario, group.table, event)
          : nudgeRole(scenario, group.table, event);
      if (next.ok) group.table = next.value;
      return next.ok;
    }
  }
}

export function groupOf({ roles }: RoomState, { chair }: Seat): RoleGroup | undefined {
  return chair && roles?.groups.get(chair.table);
}

export function membersOf({ members }: RoleGroup, party: PartyId): readonly string[] {
  return members.get(party) ?? [];
}

export function speakerOf(group: RoleGroup, party: PartyId): string | undefined {
  return membersOf(group, party)[0];
}

export function leaveChair(room: RoomState, seat: Seat): void {
  const group = groupOf(room, seat);
  if (group && seat.chair) {
    const { party } = seat.chair;
    group.members.set(
      party,
      membersOf(group, party).filter((member) => member !== seat.id),
    );
  }
  delete seat.chair;
}

/** Chairs on which somebody sits, connected or not: a machine never speaks for a pupil whose network is gone. */
function peopleAt({ members }: RoleGroup): readonly PartyId[] {
  return [...members].flatMap(([party, seats]) => (seats.length > 0 ? [party] : []));
}

function chairProblem({ roles }: RoomState, table: RoleTableId, party: PartyId): Decided | undefined {
  const group = roles?.groups.get(table);
  const hasChair = group?.table.parties.some((chair) => chair.party === party);
  if (!group || !hasChair || group.table.left.includes(party))
    return refuse('role-unknown', 'There is no such chair.');
  if (membersOf(group, party).length >= MAX_ON_CHAIR) return refuse('role-full', 'This chair is full.');
  return undefined;
}

function open(room: RoomState, event: Extract<RoleEvent, { readonly type: 'roles.opened' }>): boolean {
  const { track, phase, tier } = event;
  const { seed, scenario } = room.setting;
  const groups = new Map<RoleTableId, RoleGroup>();
  for (let index = 0; index < event.tables; index += 1) {
    const id = tableId(index);
    const table = openRoleTable(scenario, { table: id, track, phase, tier, seed });
    if (!table.ok) return false;
    groups.set(id, { table: table.value, members: new Map() });
  }
  for (const seat of room.seats.values()) delete seat.chair;
  room.roles = { track, isOpen: true, groups };
  return true;
}

/** The tables of a room, from 0 on; it also decides who begins there. */
export function tableId(index: number): RoleTableId {
  return `r${index + 1}`;
}

const CLOSED = ['roles-closed', 'No tables are open.'] as const;
