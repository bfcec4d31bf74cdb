import { presentRoles } from './role-parts.ts';
import { groupOf } from './role-tables.ts';
import type { RoomState, Seat, VoteBox } from './room-state.ts';
import { seatedOf } from './room-state.ts';
import type { HostParts, HostRoundPart, HostTeamPart, RosterEntry } from './room-view.ts';
import { roundNow } from './rounds.ts';
import type { Shared } from './seat-parts.ts';
import { countsOf, reasonsOf } from './shown-votes.ts';
import { teamOf } from './teams.ts';
import { boxAt } from './votes.ts';

/** Everything the teacher's device may know: counts of everything, names of everyone, tokens of nobody. */
export function presentHost(room: RoomState, shared: Shared): HostParts {
  const seats = seatedOf(room);
  const parts: HostParts = {
    room: shared.room,
    roster: seats.map((seat) => presentEntry(room, shared, seat)),
  };
  switch (room.activity) {
    case 'vote':
      return { ...parts, run: shared.run, ...presentTally(room, shared) };
    case 'teams':
      return { ...parts, teams: presentTeams(room) };
    case 'round': {
      const round = presentRound(room, seats);
      return round ? { ...parts, round } : parts;
    }
    case 'roles': {
      const roles = presentRoles(room);
      return roles ? { ...parts, roles } : parts;
    }
    default:
      return parts;
  }
}

function presentEntry(room: RoomState, shared: Shared, seat: Seat): RosterEntry {
  const { id, name, isPresent, isHidden, team, chair } = seat;
  return {
    seat: id,
    name,
    isPresent,
    isHidden,
    ...(team === undefined ? {} : { team }),
    ...(chair ? { chair } : {}),
    isReady: isReady(room, shared, seat),
  };
}

function isReady(room: RoomState, { vote, quiz }: Shared, seat: Seat): boolean {
  switch (room.activity) {
    case 'vote': {
      const place = vote?.place ?? quiz?.place;
      return place !== undefined && (boxAt(room, place)?.votes.has(seat.id) ?? false);
    }
    case 'teams':
      return teamOf(room, seat)?.picks.has(seat.id) ?? false;
    case 'round': {
      const round = roundNow(room);
      return round !== undefined && (round.answers.get(seat.id)?.size ?? 0) >= round.items.length;
    }
    case 'roles': {
      const group = groupOf(room, seat);
      return seat.chair !== undefined && group?.table.votes[seat.chair.party] !== undefined;
    }
    default:
      return false;
  }
}

/** Of a vote that is open or has just been shown; empty where nothing is voted on. */
export function presentTally(room: RoomState, { vote, quiz }: Shared): Pick<HostParts, 'vote' | 'quiz'> {
  const seats = seatedOf(room);
  if (vote) {
    const { place, choices, isRevealed } = vote;
    const box = boxAt(room, place);
    const reasons = reasonsOf(room, box);
    return {
      vote: {
        place,
        choices,
        isRevealed,
        counts: countsOf(box, choices),
        reasons,
        ...turnout(box, seats),
      },
    };
  }
  if (!quiz) return {};
  const { place, isRevealed } = quiz;
  const box = boxAt(room, place);
  return { quiz: { place, isRevealed, counts: countsOf(box, []), ...turnout(box, seats) } };
}

/** Who could vote: everyone who is here, and whoever has voted before leaving. */
function turnout(
  box: VoteBox | undefined,
  seats: readonly Seat[],
): { readonly cast: number; readonly seats: number } {
  const waiting = seats.filter(({ id, isPresent }) => isPresent && !box?.votes.has(id));
  const cast = box?.votes.size ?? 0;
  return { cast, seats: cast + waiting.length };
}

/** Hidden names are not among those of a team: this part is for the wall, too. */
function presentTeams(room: RoomState): readonly HostTeamPart[] {
  return [...room.teams.values()].map(({ id, members, run }) => ({
    team: id,
    names: members.flatMap((member) => {
      const seat = room.seats.get(member);
      return seat && !seat.isHidden ? [seat.name] : [];
    }),
    steps: [...run.steps],
    version: run.version,
  }));
}

function presentRound(room: RoomState, seats: readonly Seat[]): HostRoundPart | undefined {
  const round = roundNow(room);
  if (!round) return undefined;
  const answered = seats.map(({ id }) => round.answers.get(id)?.size ?? 0);
  return {
    form: round.form,
    items: round.items,
    isOpen: round.isOpen,
    begun: answered.filter((count) => count > 0).length,
    done: answered.filter((count) => count >= round.items.length).length,
    seats: seats.length,
  };
}
