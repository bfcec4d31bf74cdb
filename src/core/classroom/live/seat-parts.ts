import type { Ballot, PlayedRun } from './played-run.ts';
import { presentChairs, presentOwnRole } from './role-parts.ts';
import type { RoomState, Seat, Team } from './room-state.ts';
import type {
  ChairPart,
  QuizPart,
  RoomPart,
  RoundPart,
  RunPart,
  SeatParts,
  TeamPart,
  VotePart,
} from './room-view.ts';
import { roundNow } from './rounds.ts';
import { countsOf, shownCounts, shownReasons } from './shown-votes.ts';
import { teamOf } from './teams.ts';
import { ballotNow, boxAt } from './votes.ts';

// The seat filter: the only place that says what one pupil may know. It starts from nothing and adds what is meant
// for this seat; nothing here copies a record of the room as a whole.

/** What is the same for every seat, made once after each change and not once for each seat. */
export interface Shared {
  readonly room: RoomPart;
  readonly run: RunPart;
  readonly vote?: Omit<VotePart, 'own'>;
  readonly quiz?: Omit<QuizPart, 'own'>;
  readonly teams: readonly { readonly team: string; readonly count: number }[];
  readonly chairs: readonly ChairPart[];
}

export function presentShared(room: RoomState): Shared {
  const ballot = room.activity === 'vote' ? ballotNow(room) : undefined;
  return {
    room: presentRoom(room),
    run: presentRun(room.run),
    ...(ballot?.place.kind === 'choice' ? { vote: presentVote(room, ballot) } : {}),
    ...(ballot?.place.kind === 'quiz' ? { quiz: presentQuiz(room, ballot) } : {}),
    teams: [...room.teams.values()].map(({ id, members }) => ({ team: id, count: members.length })),
    chairs: presentChairs(room),
  };
}

/** Everything a pupil's device may know; of a seat that is not in the room, nothing about anybody. */
export function presentSeat(room: RoomState, shared: Shared, id: string): SeatParts {
  const seat = room.seats.get(id);
  if (!seat || seat.isRemoved) return { room: shared.room, self: { seat: id, name: '', n: 0 } };
  const parts: SeatParts = { room: shared.room, self: { seat: id, name: seat.name, n: seat.n } };
  switch (room.activity) {
    case 'vote':
      return { ...parts, run: shared.run, ...ownVote(room, shared, seat) };
    case 'teams': {
      const team = teamOf(room, seat);
      if (!team) return { ...parts, teams: shared.teams };
      return { ...parts, run: presentRun(team.run), team: presentTeam(room, team, seat) };
    }
    case 'round': {
      const round = presentRound(room, seat);
      return round ? { ...parts, round } : parts;
    }
    case 'roles': {
      const role = presentOwnRole(room, seat);
      return role ? { ...parts, role } : { ...parts, chairs: shared.chairs };
    }
    default:
      return parts;
  }
}

function presentRoom(room: RoomState): RoomPart {
  const { code, scenario, tier, seed, language } = room.opened;
  return {
    code,
    scenario,
    tier,
    seed,
    language,
    activity: room.activity,
    isLocked: room.isLocked,
    isPaused: room.isPaused,
    hasWords: room.hasWords,
    ...(room.timer ? { timer: room.timer } : {}),
    cards: [...room.cards].map(([id, text]) => ({ id, text })),
  };
}

function presentRun({ version, steps }: PlayedRun): RunPart {
  return { version, from: 0, steps: [...steps] };
}

function presentVote(room: RoomState, { place, choices }: Ballot): Omit<VotePart, 'own'> {
  const box = boxAt(room, place);
  if (!box?.isRevealed) return { place, choices, isRevealed: false };
  return {
    place,
    choices,
    isRevealed: true,
    counts: countsOf(box, choices),
    reasons: shownReasons(room, box),
  };
}

/** A question is shown with its answers when the teacher shows them, and when the class has gone on to the explanation. */
function presentQuiz(room: RoomState, { place, isOpen }: Ballot): Omit<QuizPart, 'own'> {
  const box = boxAt(room, place);
  const isRevealed = !isOpen || (box?.isRevealed ?? false);
  return { place, isRevealed, ...(isRevealed ? { counts: shownCounts(box) } : {}) };
}

function ownVote(
  room: RoomState,
  { vote, quiz }: Shared,
  seat: Seat,
): { readonly vote?: VotePart; readonly quiz?: QuizPart } {
  if (vote) {
    const own = boxAt(room, vote.place)?.votes.get(seat.id);
    const { reason } = own ?? {};
    return {
      vote: own ? { ...vote, own: { choice: own.counted, ...(reason ? { reason } : {}) } } : vote,
    };
  }
  if (!quiz) return {};
  const answer = boxAt(room, quiz.place)?.votes.get(seat.id)?.answer;
  return { quiz: answer ? { ...quiz, own: answer } : quiz };
}

/** A hidden name is empty for the others; its picks are choices of the story and stay. */
function presentTeam(room: RoomState, { id, members, speaker, picks }: Team, viewer: Seat): TeamPart {
  return {
    team: id,
    members: members.flatMap((member) => {
      const seat = room.seats.get(member);
      if (!seat) return [];
      const isSelf = seat === viewer;
      const pick = picks.get(member)?.choice;
      return [
        {
          name: seat.isHidden && !isSelf ? '' : seat.name,
          isSelf,
          isSpeaker: member === speaker,
          isPresent: seat.isPresent,
          ...(pick === undefined ? {} : { pick }),
        },
      ];
    }),
  };
}

function presentRound(room: RoomState, { id }: Seat): RoundPart | undefined {
  const round = roundNow(room);
  if (!round) return undefined;
  const answers = [...(round.answers.get(id) ?? [])].map(
    ([item, { response, confidence }]) => [item, { response, confidence }] as const,
  );
  return {
    form: round.form,
    items: round.items,
    isOpen: round.isOpen,
    answers: Object.fromEntries(answers),
  };
}
