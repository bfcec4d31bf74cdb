import type { Intent } from '../../machine/index.ts';
import { addStep, createPlayedRun, standOf, tryStep } from './played-run.ts';
import type { HostCommand, SeatCommand } from './room-command.ts';
import type { RoomEvent } from './room-event.ts';
import type { TeamId } from './room-ids.ts';
import { MAX_TEAM } from './room-schemas.ts';
import {
  type Asking,
  type Decided,
  type Deciding,
  happens,
  isSamePlace,
  NOTHING,
  type RoomState,
  refuse,
  type Seat,
  seatedOf,
  type Team,
  takeReceipt,
} from './room-state.ts';

type TeamCommand = Extract<
  SeatCommand,
  { readonly type: 'team.join' | 'team.speak' | 'team.pick' | 'team.move' }
>;
type TeamDeskCommand = Extract<HostCommand, { readonly type: 'teams.form' | 'team.seat' | 'teams.gather' }>;
type TeamEvent = Extract<
  RoomEvent,
  { readonly type: 'team.joined' | 'team.spoken' | 'team.picked' | 'team.moved' | 'teams.gathered' }
>;

/** What a seat does in its team. Only the speaker's steps count, and only at the place where the run stands. */
export function decideTeam({ room }: Deciding, asking: Asking, command: TeamCommand): Decided {
  const { seat, receipt } = asking;
  if (command.type === 'team.join') return decideTeamJoin(room, asking, command.team);
  const team = teamOf(room, seat);
  if (!team) return refuse('team-none', 'This seat has no team.');
  if (room.activity !== 'teams') return refuse('team-late', 'The teams do not play now.');
  switch (command.type) {
    case 'team.speak':
      return team.speaker === seat.id
        ? NOTHING
        : happens({ type: 'team.spoken', receipt, seat: seat.id, team: team.id });
    case 'team.pick': {
      const { place, choice } = command;
      if ((team.picks.get(seat.id)?.n ?? -1) > receipt.n) return NOTHING;
      const ballot = standOf(room.setting, team.run).choice;
      if (!ballot?.isOpen || !isSamePlace(ballot.place, place))
        return refuse('team-late', 'The team has gone on from there.');
      if (!ballot.choices.includes(choice)) return refuse('choice-unknown', 'There is no such choice here.');
      return happens({ type: 'team.picked', receipt, place, choice });
    }
    case 'team.move': {
      const { at, intent } = command;
      if (team.speaker !== seat.id) return refuse('team-not-speaker', 'Somebody else speaks for the team.');
      if (at !== team.run.steps.length) return refuse('team-late', 'The team has gone on from there.');
      return tryStep(room.setting, team.run, intent)
        ? happens({ type: 'team.moved', receipt, team: team.id, intent })
        : refuse('intent-not-possible', 'This is not possible now.');
    }
  }
}

function decideTeamJoin(room: RoomState, { seat, receipt }: Asking, id: TeamId): Decided {
  if (seat.team === id) return NOTHING;
  if (room.activity !== 'teams') return refuse('team-late', 'The teams do not play now.');
  if (seat.team !== undefined) return refuse('team-other', 'This seat has a team.');
  const team = room.teams.get(id);
  if (!team) return refuse('team-unknown', 'There is no such team.');
  if (team.members.length >= MAX_TEAM) return refuse('team-full', 'The team is full.');
  return happens({ type: 'team.joined', receipt, seat: seat.id, team: id });
}

export function decideTeams({ room }: Deciding, command: TeamDeskCommand): Decided {
  switch (command.type) {
    case 'teams.form': {
      const first = room.teams.size;
      const free = seatedOf(room).filter(({ team }) => team === undefined);
      return happens(
        ...free.map(
          ({ id }, index): RoomEvent => ({
            type: 'team.joined',
            seat: id,
            team: `t${first + Math.floor(index / command.size) + 1}`,
          }),
        ),
      );
    }
    case 'team.seat': {
      const seat = room.seats.get(command.seat);
      const team = room.teams.get(command.team);
      if (!seat || seat.isRemoved) return refuse('seat-unknown', 'There is no such seat.');
      if (!team) return refuse('team-unknown', 'There is no such team.');
      if (seat.team === team.id) return NOTHING;
      if (team.members.length >= MAX_TEAM) return refuse('team-full', 'The team is full.');
      return happens({ type: 'team.joined', seat: seat.id, team: team.id });
    }
    case 'teams.gather': {
      const team = room.teams.get(command.team);
      if (!team) return refuse('team-unknown', 'There is no such team.');
      const isTogether = [...room.teams.values()].every((other) => isSameRun(other, team));
      return isTogether ? NOTHING : happens({ type: 'teams.gathered', team: team.id });
    }
  }
}

/** False when it cannot have happened. */
export function applyTeam(room: RoomState, event: TeamEvent): boolean {
  if (event.type === 'teams.gathered') return gather(room, event.team);
  const seat = event.receipt ? takeReceipt(room, event.receipt) : seatOfTeamEvent(room, event);
  if (!seat || seat.isRemoved) return false;
  if (event.type === 'team.joined') {
    leaveTeam(room, seat);
    const team = openTeam(room, event.team);
    team.members.push(seat.id);
    team.speaker ??= seat.id;
    seat.team = team.id;
    return true;
  }
  const team = teamOf(room, seat);
  if (!team) return false;
  switch (event.type) {
    case 'team.spoken':
      team.speaker = seat.id;
      return true;
    case 'team.picked':
      team.picks.set(seat.id, { n: event.receipt.n, choice: event.choice });
      return true;
    case 'team.moved':
      addStep(team.run, event.intent);
      if (endsPicking(event.intent)) team.picks.clear();
      return true;
  }
}

export function teamOf({ teams }: RoomState, { team }: Seat): Team | undefined {
  return team === undefined ? undefined : teams.get(team);
}

/** The next one speaks when the speaker goes. The path of a team without members stays. */
export function leaveTeam(room: RoomState, seat: Seat): void {
  const team = teamOf(room, seat);
  if (!team) return;
  team.members.splice(team.members.indexOf(seat.id), 1);
  team.picks.delete(seat.id);
  if (team.speaker === seat.id) {
    const next = team.members[0];
    if (next === undefined) delete team.speaker;
    else team.speaker = next;
  }
  delete seat.team;
}

function seatOfTeamEvent(
  { seats }: RoomState,
  event: Exclude<TeamEvent, { readonly type: 'teams.gathered' }>,
): Seat | undefined {
  return 'seat' in event ? seats.get(event.seat) : undefined;
}

function openTeam(room: RoomState, id: TeamId): Team {
  const known = room.teams.get(id);
  if (known) return known;
  const team: Team = { id, members: [], run: createPlayedRun(room.nextVersion++), picks: new Map() };
  room.teams.set(id, team);
  return team;
}

/** The log keeps what the others had played; here they stand where this one stands. */
function gather(room: RoomState, id: TeamId): boolean {
  const goal = room.teams.get(id);
  if (!goal) return false;
  for (const team of room.teams.values()) {
    if (isSameRun(team, goal)) continue;
    team.run = createPlayedRun(room.nextVersion++, goal.run.steps);
    team.picks.clear();
  }
  return true;
}

function isSameRun({ run }: Team, goal: Team): boolean {
  return run === goal.run || JSON.stringify(run.steps) === JSON.stringify(goal.run.steps);
}

function endsPicking({ type }: Intent): boolean {
  return type === 'choice.take';
}
