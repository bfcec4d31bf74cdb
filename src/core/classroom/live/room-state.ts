import { failure, type PartyId, type Result, success, type TrackId } from '../../domain/index.ts';
import type { Confidence, QuizResponse } from '../../quiz/index.ts';
import type { Place } from '../class-run.ts';
import type { RoleTable } from '../roles/role-table.ts';
import type { RoleBriefs } from '../roles/role-types.ts';
import type { PlayedRun, RunSetting } from './played-run.ts';
import type { Receipt, RoomEvent } from './room-event.ts';
import type { RoomPorts } from './room-host-api.ts';
import type { Activity, Reason, RoleTableId, RoundForm, SeatId, TeamId } from './room-ids.ts';

// What a room knows, changed in place by its events and by nothing else: a vote costs the same in a room of six
// hundred. Only who is connected is no event.

export interface Seat {
  readonly id: SeatId;
  readonly token: string;
  name: string;
  isHidden: boolean;
  isRemoved: boolean;
  /** Highest number of a message that was taken. */
  n: number;
  /** Keys of the last messages that were taken: the same one again is the same message. */
  readonly keys: string[];
  /** How many of its messages were kept. */
  kept: number;
  team?: TeamId;
  chair?: { readonly table: RoleTableId; readonly party: PartyId };
  isPresent: boolean;
}

/** What the seats have said at one place of the common run. */
export interface VoteBox {
  readonly place: Place;
  readonly votes: Map<SeatId, CastVote>;
  /** By choice, or by the answer as JSON; kept with the votes so that nobody has to count. */
  readonly counts: Map<string, number>;
  isRevealed: boolean;
  /** The run has gone on from here. */
  isDecided: boolean;
  readonly hiddenReasons: Set<SeatId>;
}

export interface CastVote {
  /** Of the message that cast it. */
  readonly n: number;
  readonly key: string;
  readonly counted: string;
  readonly reason?: Reason;
  readonly answer?: GivenAnswer;
}

export interface GivenAnswer {
  readonly response: QuizResponse;
  readonly confidence: Confidence;
}

export interface Team {
  readonly id: TeamId;
  /** In the order in which they came. */
  readonly members: SeatId[];
  speaker?: SeatId;
  run: PlayedRun;
  /** At the place where the run stands. */
  readonly picks: Map<SeatId, { readonly n: number; readonly choice: string }>;
}

export interface TestRound {
  readonly form: RoundForm;
  items: readonly string[];
  isOpen: boolean;
  readonly answers: Map<SeatId, Map<string, GivenAnswer & { readonly key: string }>>;
}

/** A negotiating table and who sits there. */
export interface RoleGroup {
  table: RoleTable;
  /** By party; the first one speaks. */
  readonly members: Map<PartyId, readonly SeatId[]>;
}

export interface RoomState {
  readonly setting: RunSetting;
  readonly briefs: RoleBriefs;
  readonly opened: Extract<RoomEvent, { readonly type: 'room.opened' }>;
  hostToken: string;
  isLocked: boolean;
  isPaused: boolean;
  isEnded: boolean;
  hasWords: boolean;
  activity: Activity;
  timer?: { readonly at: number; readonly seconds: number };
  readonly cards: Map<string, string>;
  readonly seats: Map<SeatId, Seat>;
  readonly seatsByToken: Map<string, Seat>;
  /** Of the seats that are not removed, in small letters. */
  readonly names: Set<string>;
  readonly run: PlayedRun;
  /** The version of the next run that begins, or is set back. */
  nextVersion: number;
  readonly boxes: Map<string, VoteBox>;
  readonly teams: Map<TeamId, Team>;
  readonly rounds: Map<RoundForm, TestRound>;
  /** The test that was opened last. */
  round?: RoundForm;
  /** The tables that were opened last. */
  roles?: {
    readonly track: TrackId;
    isOpen: boolean;
    readonly groups: Map<RoleTableId, RoleGroup>;
  };
}

/** What a command leads to; nothing, when everything is as it is wished already. */
export type Decided = Result<readonly RoomEvent[]>;

/** Who asks, by which message. */
export interface Asking {
  readonly seat: Seat;
  readonly receipt: Receipt;
}

export interface Deciding {
  readonly room: RoomState;
  readonly ports: RoomPorts;
}

export const NOTHING: Decided = success([]);

export function happens(...events: readonly RoomEvent[]): Decided {
  return success(events);
}

/** A refusal; the code is for the device, the words for whoever reads a log. */
export function refuse(code: string, message: string): Result<never> {
  return failure({ code, path: '', message });
}

export function placeKey({ kind, decision, scene }: Place): string {
  return `${kind} ${decision} ${scene}`;
}

export function isSamePlace(some: Place, other: Place): boolean {
  return some.kind === other.kind && some.decision === other.decision && some.scene === other.scene;
}

/** Everyone who is in the room, in the order in which they came; not those who were taken out. */
export function seatedOf({ seats }: RoomState): readonly Seat[] {
  return [...seats.values()].filter(({ isRemoved }) => !isRemoved);
}

/** So many keys of a seat are remembered: more than a device or two have on the way. */
const KEYS_KEPT = 32;

/** Writes down that a message of a seat was taken; false when there is no such seat. */
export function takeReceipt({ seats }: RoomState, { seat: id, n, key }: Receipt): Seat | undefined {
  const seat = seats.get(id);
  if (!seat || seat.isRemoved) return undefined;
  seat.n = Math.max(seat.n, n);
  seat.kept += 1;
  seat.keys.push(key);
  if (seat.keys.length > KEYS_KEPT) seat.keys.shift();
  return seat;
}
