import type { RoleSeatView, RoleTableView } from '../roles/role-types.ts';
import { presentRoleSheet, presentRoleTable } from '../roles/role-views.ts';
import { groupOf, membersOf, speakerOf } from './role-tables.ts';
import type { RoleGroup, RoomState, Seat } from './room-state.ts';
import type { ChairPart, HostRolesPart } from './room-view.ts';

/** The own table and the own sheet; undefined without a chair. */
export function presentOwnRole(room: RoomState, seat: Seat): RoleSeatView | undefined {
  const group = groupOf(room, seat);
  if (!group || !seat.chair) return undefined;
  const { party } = seat.chair;
  return {
    table: presentGroup(room, group),
    sheet: presentRoleSheet(room.setting.scenario, group.table, party, room.briefs),
    isSpeaker: speakerOf(group, party) === seat.id,
  };
}

/** Chairs that can be taken. */
export function presentChairs({ roles }: RoomState): readonly ChairPart[] {
  if (!roles?.isOpen) return [];
  return [...roles.groups.values()].flatMap((group) =>
    group.table.parties.map(({ party }) => ({
      table: group.table.table,
      party,
      count: membersOf(group, party).length,
    })),
  );
}

export function presentRoles(room: RoomState): HostRolesPart | undefined {
  const { roles } = room;
  return (
    roles && {
      track: roles.track,
      isOpen: roles.isOpen,
      tables: [...roles.groups.values()].map((group) => presentGroup(room, group)),
    }
  );
}

/** Hidden names are not shown at a table. */
function presentGroup(room: RoomState, group: RoleGroup): RoleTableView {
  const nameOf = (id: string | undefined): readonly string[] => {
    const seat = id === undefined ? undefined : room.seats.get(id);
    return seat && !seat.isHidden ? [seat.name] : [];
  };
  const seated = [...group.members.keys()].map((party) => {
    const [speaker] = nameOf(speakerOf(group, party));
    return {
      party,
      names: membersOf(group, party).flatMap(nameOf),
      ...(speaker === undefined ? {} : { speaker }),
    };
  });
  return presentRoleTable(group.table, seated);
}
