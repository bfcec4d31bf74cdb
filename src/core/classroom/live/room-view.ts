import type { PartyId, TrackId } from '../../domain/index.ts';
import type { Intent } from '../../machine/index.ts';
import type { Confidence, QuizResponse } from '../../quiz/index.ts';
import type { Place } from '../class-run.ts';
import type { RoleSeatView, RoleTableView } from '../roles/role-types.ts';
import type { ClassSummary } from '../summary/summary-types.ts';
import type { Counts } from '../tally.ts';
import type { Activity, Reason, ReasonTag, RoleTableId, RoundForm, SeatId, TeamId } from './room-ids.ts';

// What a device is sent: parts, each replaced as a whole when it changes. Everything here is data for one viewer
// only: what another one must not know is not in it.

/** For everyone. */
export interface RoomPart {
  readonly code: string;
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly tier: string;
  readonly seed: number;
  readonly language: string;
  readonly activity: Activity;
  readonly isLocked: boolean;
  readonly isPaused: boolean;
  /** Pupils may write words of their own. */
  readonly hasWords: boolean;
  readonly timer?: { readonly at: number; readonly seconds: number };
  readonly cards: readonly { readonly id: string; readonly text: string }[];
}

export interface SelfPart {
  readonly seat: SeatId;
  readonly name: string;
  /** Highest number of a message that was taken from this seat: the next one is higher. */
  readonly n: number;
}

/** A run as this viewer follows it: all steps after the first `from`, which it has already. */
export interface RunPart {
  /** Another number: the run was set back or replaced, and `from` is 0. */
  readonly version: number;
  readonly from: number;
  readonly steps: readonly Intent[];
}

/** The vote at the place where the common run stands, on a pupil's device. */
export interface VotePart {
  readonly place: Place;
  readonly choices: readonly string[];
  readonly own?: { readonly choice: string; readonly reason?: Reason };
  readonly isRevealed: boolean;
  /** After the teacher has shown the result. Reasons: some for every choice, as many as fit into one message. */
  readonly counts?: Counts;
  readonly reasons?: readonly ShownReason[];
}

export interface ShownReason {
  readonly choice: string;
  readonly tag?: ReasonTag;
  readonly text?: string;
}

/** The question at which the common run stands, or has just stood. */
export interface QuizPart {
  readonly place: Place;
  readonly own?: { readonly response: QuizResponse; readonly confidence: Confidence };
  readonly isRevealed: boolean;
  /**
   * How many gave which answer, by the answer as JSON, the most given ones first and as many as fit into one message;
   * only when it is shown, and with the explanation.
   */
  readonly counts?: Counts;
}

export interface TeamPart {
  readonly team: TeamId;
  readonly members: readonly {
    /** Empty when the teacher has hidden it from the others. */
    readonly name: string;
    readonly isSelf: boolean;
    readonly isSpeaker: boolean;
    readonly isPresent: boolean;
    /** What this one would choose at the place where the run stands. */
    readonly pick?: string;
  }[];
}

export interface RoundPart {
  readonly form: RoundForm;
  readonly items: readonly string[];
  readonly isOpen: boolean;
  /** Own answers, by item. */
  readonly answers: Readonly<
    Record<string, { readonly response: QuizResponse; readonly confidence: Confidence }>
  >;
}

/** All a pupil's device may know. */
export interface SeatParts {
  readonly room: RoomPart;
  readonly self: SelfPart;
  /** Of the common run, or of the own team; missing in activities without one. */
  readonly run?: RunPart;
  readonly vote?: VotePart;
  readonly quiz?: QuizPart;
  /** Teams that can be joined, while there is no own one. */
  readonly teams?: readonly { readonly team: TeamId; readonly count: number }[];
  readonly team?: TeamPart;
  readonly round?: RoundPart;
  /** Own table, own sheet. */
  readonly role?: RoleSeatView;
  /** Tables and parties with the number of their people, while there is no own chair. */
  readonly chairs?: readonly ChairPart[];
  readonly summary?: ClassSummary;
}

export interface ChairPart {
  readonly table: RoleTableId;
  readonly party: PartyId;
  readonly count: number;
}

/** All the teacher's device may know. */
export interface HostParts {
  readonly room: RoomPart;
  readonly roster: readonly RosterEntry[];
  readonly run?: RunPart;
  readonly vote?: HostVotePart;
  readonly quiz?: HostQuizPart;
  readonly teams?: readonly HostTeamPart[];
  readonly round?: HostRoundPart;
  readonly roles?: HostRolesPart;
  /** While the class looks at its debrief, and whenever the teacher asks for it. */
  readonly summary?: ClassSummary;
}

export interface RosterEntry {
  readonly seat: SeatId;
  readonly name: string;
  readonly isPresent: boolean;
  readonly isHidden: boolean;
  readonly team?: TeamId;
  readonly chair?: { readonly table: RoleTableId; readonly party: PartyId };
  /** Has done what is asked for now: voted, answered, finished the test. */
  readonly isReady: boolean;
}

export interface HostVotePart {
  readonly place: Place;
  readonly choices: readonly string[];
  readonly isRevealed: boolean;
  readonly counts: Counts;
  /** Those that the class may see; the latest 100. */
  readonly reasons: readonly (ShownReason & { readonly seat: SeatId })[];
  /** Votes so far, and with them everyone who is here and could vote. */
  readonly cast: number;
  readonly seats: number;
}

export interface HostQuizPart {
  readonly place: Place;
  readonly isRevealed: boolean;
  /** By the answer as JSON. */
  readonly counts: Counts;
  readonly cast: number;
  readonly seats: number;
}

export interface HostTeamPart {
  readonly team: TeamId;
  /** Without hidden ones. */
  readonly names: readonly string[];
  readonly steps: readonly Intent[];
  readonly version: number;
}

export interface HostRoundPart {
  readonly form: RoundForm;
  readonly items: readonly string[];
  readonly isOpen: boolean;
  /** Seats with at least one answer, and with all. */
  readonly begun: number;
  readonly done: number;
  readonly seats: number;
}

export interface HostRolesPart {
  readonly track: TrackId;
  readonly isOpen: boolean;
  readonly tables: readonly RoleTableView[];
}

export type Parts = SeatParts | HostParts;
