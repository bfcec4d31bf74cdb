import { type Result, success, unreachable } from '../../domain/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { RoleBriefs } from '../roles/role-types.ts';
import { summaryOf } from '../summary/summary-of.ts';
import type { ClassSummary } from '../summary/summary-types.ts';
import { presentHost, presentTally } from './host-parts.ts';
import { createRoomState } from './open-room.ts';
import { applyRole, decideRole, decideRoles, groupOf } from './role-tables.ts';
import type { Actor, Envelope, HostCommand, SeatCommand } from './room-command.ts';
import { applyDesk, applyRun, decideDesk, decideRun } from './room-desk.ts';
import type { RoomEvent } from './room-event.ts';
import type { Outcome, RoomHost, RoomPorts, Touched } from './room-host-api.ts';
import type { SeatId } from './room-ids.ts';
import { envelopeSchema, eventSchema, isSeatCommand } from './room-schemas.ts';
import { type Asking, type Decided, type Deciding, NOTHING, type RoomState, refuse } from './room-state.ts';
import { applyRound, decideAnswer, decideRound } from './rounds.ts';
import { presentSeat, presentShared, type Shared } from './seat-parts.ts';
import { applySeat, decideDraw, decideJoin, decideSeat } from './seats.ts';
import { applyTeam, decideTeam, decideTeams, teamOf } from './teams.ts';
import { applyVote, decideShow, decideVote } from './votes.ts';

export interface RoomHostOptions {
  readonly scenario: Scenario;
  readonly ports: RoomPorts;
  /** Confidential instructions of the parties; nobody but those who sit on a chair gets them. */
  readonly briefs?: RoleBriefs;
  /** All that has happened in the room so far, from `openRoom` on, as it was kept: it is parsed here. */
  readonly events: readonly unknown[];
}

/** A room that has seen more is over for good: nobody types so much in a day. */
const MAX_EVENTS = 500_000;
/** A pupil has some hundred in a day: whoever sends more does not fill the log of the others. */
const MAX_OF_SEAT = 10_000;
/** Messages of the teacher that are remembered, so that one that is sent again counts once. */
const HOST_KEYS_KEPT = 200;

/**
 * A room with all that has happened in it. Refuses a log that is none (`room-log-malformed`), that this scenario
 * cannot have (`room-other-scenario`), or in which something cannot have happened (`room-log-broken`).
 */
export function createRoomHost({ scenario, ports, briefs, events }: RoomHostOptions): Result<RoomHost> {
  const log: RoomEvent[] = [];
  for (const value of events) {
    const event = eventSchema.safeParse(value);
    if (!event.success) return refuse('room-log-malformed', `Event ${log.length} is none of a room.`);
    log.push(event.data);
  }
  const [first] = log;
  if (first?.type !== 'room.opened') return refuse('room-log-malformed', 'The log does not open a room.');
  const state = createRoomState(scenario, first, briefs);
  if (!state.ok) return state;
  const room = state.value;
  for (const [index, event] of log.entries())
    if (index > 0 && !applyEvent(room, event))
      return refuse('room-log-broken', `Event ${index} cannot have happened.`);
  return success(hostOf({ room, ports }, log));
}

function hostOf(deciding: Deciding, log: RoomEvent[]): RoomHost {
  const { room } = deciding;
  const hostKeys: string[] = [];
  let touched: 'all' | Set<SeatId> = new Set();
  let shared: Shared | undefined;
  let summary: ClassSummary | undefined;
  /** What the teacher has asked for last. */
  let asked: ClassSummary | undefined;
  const summarise = (): ClassSummary => {
    summary ??= summaryOf(room.setting.scenario, log);
    return summary;
  };

  const shownSummary = (actor: Actor): ClassSummary | undefined => {
    const isInside = actor.kind === 'host' || room.seats.get(actor.seat)?.isRemoved === false;
    if (room.activity === 'debrief') return isInside ? summarise() : undefined;
    return actor.kind === 'host' ? asked : undefined;
  };
  const touch = (seats: Iterable<SeatId> | 'all') => {
    shared = undefined;
    if (seats === 'all') touched = 'all';
    else if (touched !== 'all') for (const seat of seats) touched.add(seat);
  };
  const happen = (events: readonly RoomEvent[]): Outcome => {
    for (const event of events) {
      applyEvent(room, event);
      log.push(event);
      // Names are not in it: a pupil who draws one after the other does not have the whole log read each time.
      if (event.type !== 'seat.renamed') summary = undefined;
      touch(touchedBy(room, event));
    }
    return { events };
  };
  const takeDecided = (decided: Decided): Result<Outcome> =>
    decided.ok ? success(happen(decided.value)) : decided;

  const takeOfHost = ({ key }: Envelope, command: HostCommand): Result<Outcome> => {
    if (command.type === 'summary.show') asked = summarise();
    if (hostKeys.includes(key)) return takeDecided(NOTHING);
    const outcome = takeDecided(decideForHost(deciding, command, key));
    if (outcome.ok) hostKeys.push(key);
    if (hostKeys.length > HOST_KEYS_KEPT) hostKeys.shift();
    return outcome;
  };
  const takeOfSeat = (id: SeatId, { key, n }: Envelope, command: SeatCommand): Result<Outcome> => {
    const seat = room.seats.get(id);
    if (!seat) return refuse('seat-unknown', 'There is no such seat.');
    if (seat.isRemoved) return refuse('removed', 'The teacher has taken this seat out.');
    if (seat.keys.includes(key)) return takeDecided(NOTHING);
    if (seat.kept >= MAX_OF_SEAT) return refuse('seat-log-full', 'Too much has come from this seat.');
    if (room.isPaused) return refuse('room-paused', 'The class has paused.');
    return takeDecided(decideForSeat(deciding, { seat, receipt: { seat: id, n, key } }, command));
  };

  return {
    code: room.opened.code,
    join: (token) => {
      const joined = decideJoin(deciding, token);
      if (!joined.ok) return joined;
      if (typeof joined.value === 'string') return success({ seat: joined.value, outcome: { events: [] } });
      if (isFull(log)) return refuse(...FULL);
      return success({ seat: joined.value.seat, outcome: happen([joined.value]) });
    },
    isHost: (token) => token === room.hostToken,
    isIn: (id) => room.seats.get(id)?.isRemoved === false,
    take: (actor, value) => {
      const envelope = envelopeSchema.safeParse(value);
      if (!envelope.success) return refuse('malformed', 'This is no message of a device.');
      if (room.isEnded) return refuse('room-ended', 'The room is over.');
      const { command } = envelope.data;
      if (isFull(log) && command.type !== 'room.end') return refuse(...FULL);
      if (actor.kind === 'host')
        return isSeatCommand(command)
          ? refuse('forbidden', 'Only a seat can ask for this.')
          : takeOfHost(envelope.data, command);
      return isSeatCommand(command)
        ? takeOfSeat(actor.seat, envelope.data, command)
        : refuse('forbidden', 'Only the teacher can ask for this.');
    },
    setPresent: (id, isPresent) => {
      const seat = room.seats.get(id);
      if (!seat || seat.isPresent === isPresent) return;
      seat.isPresent = isPresent;
      touch(teamOf(room, seat)?.members ?? []);
    },
    parts: (actor: Actor) => {
      shared ??= presentShared(room);
      const parts = actor.kind === 'host' ? presentHost(room, shared) : presentSeat(room, shared, actor.seat);
      const shown = shownSummary(actor);
      return shown ? { ...parts, summary: shown } : parts;
    },
    tally: () => {
      shared ??= presentShared(room);
      return presentTally(room, shared);
    },
    touched: () => {
      const seats: Touched = touched;
      touched = new Set();
      return seats;
    },
    isEnded: () => room.isEnded,
    log: () => log,
  };
}

const FULL = ['room-log-full', 'Too much has happened in this room.'] as const;

function isFull({ length }: readonly RoomEvent[]): boolean {
  return length >= MAX_EVENTS;
}

function decideForSeat(deciding: Deciding, asking: Asking, command: SeatCommand): Decided {
  switch (command.type) {
    case 'vote.cast':
    case 'quiz.cast':
      return decideVote(deciding, asking, command);
    case 'name.draw':
      return decideDraw(deciding, asking);
    case 'team.join':
    case 'team.speak':
    case 'team.pick':
    case 'team.move':
      return decideTeam(deciding, asking, command);
    case 'round.answer':
      return decideAnswer(deciding, asking, command);
    case 'role.take':
    case 'role.speak':
    case 'role.move':
      return decideRole(deciding, asking, command);
    default:
      return unreachable(command);
  }
}

function decideForHost(deciding: Deciding, command: HostCommand, key: string): Decided {
  switch (command.type) {
    case 'seat.rename':
    case 'seat.hide':
    case 'seat.show':
    case 'seat.remove':
      return decideSeat(deciding, command);
    case 'vote.reveal':
    case 'vote.cover':
    case 'reason.hide':
      return decideShow(deciding, command);
    case 'run.move':
    case 'run.rewind':
      return decideRun(deciding, command);
    case 'teams.form':
    case 'team.seat':
    case 'teams.gather':
      return decideTeams(deciding, command);
    case 'round.open':
    case 'round.close':
      return decideRound(deciding, command);
    case 'roles.open':
    case 'role.seat':
    case 'role.nudge':
    case 'roles.close':
      return decideRoles(deciding, command);
    case 'summary.show':
      return NOTHING;
    default:
      return decideDesk(deciding, command, key);
  }
}

/** False when it cannot have happened. */
function applyEvent(room: RoomState, event: RoomEvent): boolean {
  switch (event.type) {
    case 'room.opened':
      return false;
    case 'seat.joined':
    case 'seat.renamed':
    case 'seat.hidden':
    case 'seat.shown':
    case 'seat.removed':
      return applySeat(room, event);
    case 'vote.cast':
    case 'quiz.cast':
    case 'vote.revealed':
    case 'vote.covered':
    case 'reason.hidden':
      return applyVote(room, event);
    case 'run.moved':
    case 'run.rewound':
      return applyRun(room, event);
    case 'team.joined':
    case 'team.spoken':
    case 'team.picked':
    case 'team.moved':
    case 'teams.gathered':
      return applyTeam(room, event);
    case 'round.opened':
    case 'round.answered':
    case 'round.closed':
      return applyRound(room, event);
    case 'roles.opened':
    case 'role.taken':
    case 'role.spoken':
    case 'role.moved':
    case 'role.nudged':
    case 'roles.closed':
      return applyRole(room, event);
    default:
      applyDesk(room, event);
      return true;
  }
}

/** Who sees something else now. What only the teacher sees touches no seat. */
function touchedBy(room: RoomState, event: RoomEvent): readonly SeatId[] | 'all' {
  switch (event.type) {
    case 'seat.joined':
      return [event.seat];
    case 'vote.cast':
    case 'quiz.cast':
    case 'round.answered':
      // Nobody votes where the result is shown.
      return [event.receipt.seat];
    case 'team.picked':
    case 'team.moved':
      return teamMembers(room, event.receipt.seat);
    case 'team.spoken':
    case 'seat.renamed':
      return [...teamMembers(room, event.seat), ...tableMembers(room, event.seat)];
    case 'role.moved':
      return tableMembers(room, event.receipt.seat);
    case 'role.spoken':
      return tableMembers(room, event.seat);
    default:
      return 'all';
  }
}

function teamMembers(room: RoomState, id: SeatId): readonly SeatId[] {
  const seat = room.seats.get(id);
  return [id, ...((seat && teamOf(room, seat)?.members) ?? [])];
}

function tableMembers(room: RoomState, id: SeatId): readonly SeatId[] {
  const seat = room.seats.get(id);
  return [id, ...[...((seat && groupOf(room, seat)?.members.values()) ?? [])].flat()];
}
