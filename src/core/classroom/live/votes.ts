import { isList, isPairs, isResponseTo, type QuizResponse } from '../../quiz/index.ts';
import type { Place } from '../class-run.ts';
import { cleanText } from './clean-text.ts';
import { type Ballot, standOf } from './played-run.ts';
import type { HostCommand, SeatCommand } from './room-command.ts';
import type { Receipt, RoomEvent } from './room-event.ts';
import type { Reason } from './room-ids.ts';
import { MAX_REASON } from './room-schemas.ts';
import {
  type Asking,
  type CastVote,
  type Decided,
  type Deciding,
  happens,
  isSamePlace,
  NOTHING,
  placeKey,
  type RoomState,
  refuse,
  takeReceipt,
  type VoteBox,
} from './room-state.ts';

type VoteCommand = Extract<SeatCommand, { readonly type: 'vote.cast' | 'quiz.cast' }>;
type ShowCommand = Extract<HostCommand, { readonly type: 'vote.reveal' | 'vote.cover' | 'reason.hide' }>;
type VoteEvent = Extract<
  RoomEvent,
  { readonly type: 'vote.cast' | 'quiz.cast' | 'vote.revealed' | 'vote.covered' | 'reason.hidden' }
>;

/**
 * A vote counts at the place where the common run stands, until its result is shown; a newer one of the same seat
 * replaces it. Which one is newer says the number of the message, not when it came: a late older one is taken, and
 * changes nothing.
 */
export function decideVote({ room, ports }: Deciding, asking: Asking, command: VoteCommand): Decided {
  const { seat, receipt } = asking;
  const { place } = command;
  const known = boxAt(room, place)?.votes.get(seat.id);
  // A device may ask long after the room has forgotten the keys of the seat: its vote is known by itself.
  if (known && (known.n > receipt.n || known.key === receipt.key)) return NOTHING;
  const ballot = room.activity === 'vote' ? ballotNow(room) : undefined;
  const kind = command.type === 'vote.cast' ? 'choice' : 'quiz';
  const isOpen = ballot?.isOpen && ballot.place.kind === kind && isSamePlace(ballot.place, place);
  if (!ballot || !isOpen || boxAt(room, place)?.isRevealed)
    return refuse('vote-late', 'The class does not vote here (any more).');
  if (command.type === 'quiz.cast') {
    const item = room.setting.scenario.quiz.find(({ id }) => id === place.scene);
    if (!item || !isResponseTo(item, command.response))
      return refuse('answer-unknown', 'This is no answer to the question.');
    const response = oneOrder(item.type, command.response);
    return happens({ type: 'quiz.cast', receipt, place, response, confidence: command.confidence });
  }
  const { choice } = command;
  if (!ballot.choices.includes(choice)) return refuse('choice-unknown', 'There is no such choice here.');
  const text = room.hasWords ? cleanText(command.reason?.text ?? '', MAX_REASON) : '';
  if (text !== '' && !ports.isClean(text))
    return refuse('words-unclean', 'These words cannot be shown to a class.');
  const tag = command.reason?.tag;
  const reason: Reason = { ...(tag === undefined ? {} : { tag }), ...(text === '' ? {} : { text }) };
  const hasReason = Object.keys(reason).length > 0;
  return happens({ type: 'vote.cast', receipt, place, choice, ...(hasReason ? { reason } : {}) });
}

/** Shown or covered is what the class sees on its devices now: a vote that is over stays as it was left. */
export function decideShow({ room }: Deciding, command: ShowCommand): Decided {
  const { place } = command;
  const box = boxAt(room, place);
  if (command.type === 'reason.hide') {
    if (!box?.votes.has(command.seat)) return refuse('reason-unknown', 'There is no such reason.');
    if (box.hiddenReasons.has(command.seat)) return NOTHING;
    return happens({ type: 'reason.hidden', place, seat: command.seat });
  }
  const ballot = ballotNow(room);
  if (!ballot || !isSamePlace(ballot.place, place)) return refuse('vote-late', 'The class stands elsewhere.');
  const isRevealed = command.type === 'vote.reveal';
  if ((box?.isRevealed ?? false) === isRevealed) return NOTHING;
  return happens({ type: isRevealed ? 'vote.revealed' : 'vote.covered', place });
}

/** False when it cannot have happened. */
export function applyVote(room: RoomState, event: VoteEvent): boolean {
  const box = openBox(room, event.place);
  switch (event.type) {
    case 'vote.cast': {
      const { receipt, choice, reason } = event;
      return cast(room, box, receipt, {
        ...messageOf(receipt),
        counted: choice,
        ...(reason ? { reason } : {}),
      });
    }
    case 'quiz.cast': {
      const { receipt, response, confidence } = event;
      const answer = { response, confidence };
      return cast(room, box, receipt, { ...messageOf(receipt), counted: JSON.stringify(response), answer });
    }
    case 'vote.revealed':
    case 'vote.covered':
      box.isRevealed = event.type === 'vote.revealed';
      return true;
    case 'reason.hidden':
      box.hiddenReasons.add(event.seat);
      return true;
  }
}

/** What the class votes on now, or has just voted on. */
export function ballotNow(room: RoomState): Ballot | undefined {
  const { choice, quiz } = standOf(room.setting, room.run);
  return choice ?? quiz;
}

export function boxAt({ boxes }: RoomState, place: Place): VoteBox | undefined {
  return boxes.get(placeKey(place));
}

/** The run has gone on: votes on this are over. `decision` counts those before it. */
export function closeBoxes({ boxes }: RoomState, isOver: (place: Place) => boolean): void {
  for (const box of boxes.values()) if (isOver(box.place)) box.isDecided = true;
}

/**
 * What comes after the decision never was. The votes on the decision itself stay, covered: the class can think again.
 */
export function rewindBoxes({ boxes }: RoomState, decision: number): void {
  for (const [key, box] of boxes) {
    if (box.place.decision > decision) boxes.delete(key);
    else if (box.place.decision === decision && box.place.kind === 'choice') {
      box.isDecided = false;
      box.isRevealed = false;
    }
  }
}

/** Whoever is taken out does not decide any more; what the class has decided with them stands. */
export function withdrawVotes({ boxes }: RoomState, seat: string): void {
  for (const box of boxes.values()) if (!box.isDecided) withdraw(box, seat);
}

function openBox({ boxes }: RoomState, place: Place): VoteBox {
  const key = placeKey(place);
  const known = boxes.get(key);
  if (known) return known;
  const box: VoteBox = {
    place,
    votes: new Map(),
    counts: new Map(),
    isRevealed: false,
    isDecided: false,
    hiddenReasons: new Set(),
  };
  boxes.set(key, box);
  return box;
}

function messageOf({ n, key }: Receipt): Pick<CastVote, 'n' | 'key'> {
  return { n, key };
}

function cast(room: RoomState, box: VoteBox, receipt: Receipt, vote: CastVote): boolean {
  const seat = takeReceipt(room, receipt);
  if (!seat) return false;
  withdraw(box, seat.id);
  box.votes.set(seat.id, vote);
  box.counts.set(vote.counted, (box.counts.get(vote.counted) ?? 0) + 1);
  return true;
}

function withdraw({ votes, counts }: VoteBox, seat: string): void {
  const vote = votes.get(seat);
  if (!vote) return;
  votes.delete(seat);
  const left = (counts.get(vote.counted) ?? 1) - 1;
  if (left === 0) counts.delete(vote.counted);
  else counts.set(vote.counted, left);
}

/** Answers that mean the same are written the same: what is no order has the order of its ids. */
export function oneOrder(type: string, response: QuizResponse): QuizResponse {
  if (isList(response)) return type === 'order' ? response : response.toSorted();
  if (isPairs(response))
    return Object.fromEntries(Object.entries(response).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  // -0 is 0.
  return typeof response === 'number' ? response + 0 : response;
}
