import type { PartyId, PhaseId, TrackId } from '../../domain/index.ts';
import type { Intent } from '../../machine/index.ts';
import type { Confidence, QuizResponse } from '../../quiz/index.ts';
import type { Place } from '../class-run.ts';
import type { RoleMove } from '../roles/role-types.ts';
import type { Activity, Reason, RoleTableId, RoundForm, SeatId, TeamId } from './room-ids.ts';

/** Which message of a seat an event answers: a repeated one is known by it, an older one is not taken any more. */
export interface Receipt {
  readonly seat: SeatId;
  /** Rises with each message of a device: of two votes at one place, the one with the higher number counts. */
  readonly n: number;
  /** Of this message alone: the same key again is the same message. */
  readonly key: string;
}

/**
 * What has happened in a room. The log of these is the room: whoever replays it has the room again. An event says
 * what came of a command, so a replay needs neither a clock nor dice nor who was connected.
 */
export type RoomEvent =
  | {
      readonly type: 'room.opened';
      readonly code: string;
      readonly scenario: { readonly id: string; readonly hash: string };
      readonly tier: string;
      readonly seed: number;
      readonly language: string;
      /** SHA-256 of the token of the teacher's device, as hexadecimal digits. Never sent to anyone. */
      readonly hostToken: string;
    }
  | {
      readonly type: 'room.locked' | 'room.unlocked' | 'room.paused' | 'room.resumed' | 'room.ended';
    }
  /** Whether pupils may write words of their own (reasons). */
  | { readonly type: 'words.allowed' | 'words.forbidden' }
  /** Devices of the teacher with another token are out. */
  | { readonly type: 'host.renewed'; readonly hostToken: string }
  | { readonly type: 'seat.joined'; readonly seat: SeatId; readonly name: string; readonly token: string }
  | {
      readonly type: 'seat.renamed';
      /** Here and below: missing when the teacher did it. */
      readonly receipt?: Receipt;
      readonly seat: SeatId;
      readonly name: string;
    }
  | { readonly type: 'seat.hidden' | 'seat.shown' | 'seat.removed'; readonly seat: SeatId }
  | { readonly type: 'card.pushed'; readonly card: string; readonly text: string }
  | { readonly type: 'card.withdrawn'; readonly card: string }
  /** `at` is the server's clock, in milliseconds since 1970; a timer ends nothing by itself. */
  | { readonly type: 'timer.started'; readonly at: number; readonly seconds: number }
  | { readonly type: 'timer.stopped' }
  | { readonly type: 'activity.started'; readonly activity: Activity }
  // One run for all.
  | {
      readonly type: 'vote.cast';
      readonly receipt: Receipt;
      readonly place: Place;
      readonly choice: string;
      readonly reason?: Reason;
    }
  | {
      readonly type: 'quiz.cast';
      readonly receipt: Receipt;
      readonly place: Place;
      readonly response: QuizResponse;
      readonly confidence: Confidence;
    }
  | { readonly type: 'vote.revealed' | 'vote.covered'; readonly place: Place }
  | { readonly type: 'reason.hidden'; readonly place: Place; readonly seat: SeatId }
  | { readonly type: 'run.moved'; readonly intent: Intent }
  | { readonly type: 'run.rewound'; readonly decision: number }
  // A run for each team.
  | {
      readonly type: 'team.joined';
      readonly receipt?: Receipt;
      readonly seat: SeatId;
      readonly team: TeamId;
    }
  | {
      readonly type: 'team.spoken';
      readonly receipt: Receipt;
      readonly seat: SeatId;
      readonly team: TeamId;
    }
  | {
      readonly type: 'team.picked';
      readonly receipt: Receipt;
      readonly place: Place;
      readonly choice: string;
    }
  | { readonly type: 'team.moved'; readonly receipt: Receipt; readonly team: TeamId; readonly intent: Intent }
  /** All teams stand where this one stands; what they had played is kept as a path of its own. */
  | { readonly type: 'teams.gathered'; readonly team: TeamId }
  // A test for all.
  | { readonly type: 'round.opened'; readonly form: RoundForm; readonly items: readonly string[] }
  | {
      readonly type: 'round.answered';
      readonly receipt: Receipt;
      readonly form: RoundForm;
      readonly item: string;
      readonly response: QuizResponse;
      readonly confidence: Confidence;
    }
  | { readonly type: 'round.closed'; readonly form: RoundForm }
  // Negotiating tables with roles.
  | {
      readonly type: 'roles.opened';
      readonly tables: number;
      readonly track: TrackId;
      readonly phase: PhaseId;
      readonly tier: string;
    }
  | {
      readonly type: 'role.taken';
      readonly receipt?: Receipt;
      readonly seat: SeatId;
      readonly table: RoleTableId;
      readonly party: PartyId;
    }
  | {
      readonly type: 'role.spoken';
      readonly receipt: Receipt;
      readonly seat: SeatId;
      readonly table: RoleTableId;
      readonly party: PartyId;
    }
  | {
      readonly type: 'role.moved';
      readonly receipt: Receipt;
      readonly table: RoleTableId;
      readonly party: PartyId;
      readonly move: RoleMove;
      /** Parties that people play now; the others play by themselves. */
      readonly people: readonly PartyId[];
    }
  /** The table has gone on by itself, as the teacher wished. */
  | { readonly type: 'role.nudged'; readonly table: RoleTableId; readonly people: readonly PartyId[] }
  | { readonly type: 'roles.closed' };
