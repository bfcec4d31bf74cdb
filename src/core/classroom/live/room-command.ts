import type { PartyId, PhaseId, TrackId } from '../../domain/index.ts';
import type { Intent } from '../../machine/index.ts';
import type { Confidence, QuizResponse } from '../../quiz/index.ts';
import type { Place } from '../class-run.ts';
import type { RoleMove } from '../roles/role-types.ts';
import type { Activity, Reason, RoleTableId, RoundForm, SeatId, TeamId } from './room-ids.ts';

/** What a pupil's device may ask for. */
export type SeatCommand =
  | {
      readonly type: 'vote.cast';
      readonly place: Place;
      readonly choice: string;
      readonly reason?: Reason;
    }
  | {
      readonly type: 'quiz.cast';
      readonly place: Place;
      readonly response: QuizResponse;
      readonly confidence: Confidence;
    }
  /** Another generated name. */
  | { readonly type: 'name.draw' }
  | { readonly type: 'team.join'; readonly team: TeamId }
  /** Speaks for the team from now on: its moves count. */
  | { readonly type: 'team.speak' }
  /** What one would choose; the others of the team see it. */
  | { readonly type: 'team.pick'; readonly place: Place; readonly choice: string }
  /** A step of the team's run; `at` is the number of its steps so far: whoever is late is refused. */
  | { readonly type: 'team.move'; readonly at: number; readonly intent: Intent }
  | {
      readonly type: 'round.answer';
      readonly form: RoundForm;
      readonly item: string;
      readonly response: QuizResponse;
      readonly confidence: Confidence;
    }
  | { readonly type: 'role.take'; readonly table: RoleTableId; readonly party: PartyId }
  | { readonly type: 'role.speak' }
  /** `at` is the number of moves of the table so far. */
  | { readonly type: 'role.move'; readonly at: number; readonly move: RoleMove };

/** What only the teacher's device may ask for. */
export type HostCommand =
  | {
      readonly type:
        | 'room.lock'
        | 'room.unlock'
        | 'room.pause'
        | 'room.resume'
        /** Over and deleted, with all that is kept of it. */
        | 'room.end'
        | 'words.allow'
        | 'words.forbid';
    }
  /** From now on only devices with this token (SHA-256, hexadecimal) speak for the teacher. */
  | { readonly type: 'host.renew'; readonly hostToken: string }
  /** Without a name: another generated one. */
  | { readonly type: 'seat.rename'; readonly seat: SeatId; readonly name?: string }
  | { readonly type: 'seat.hide' | 'seat.show' | 'seat.remove'; readonly seat: SeatId }
  | { readonly type: 'card.push'; readonly text: string }
  | { readonly type: 'card.withdraw'; readonly card: string }
  | { readonly type: 'timer.start'; readonly seconds: number }
  | { readonly type: 'timer.stop' }
  | { readonly type: 'activity.start'; readonly activity: Activity }
  | { readonly type: 'vote.reveal' | 'vote.cover'; readonly place: Place }
  | { readonly type: 'reason.hide'; readonly place: Place; readonly seat: SeatId }
  | { readonly type: 'run.move'; readonly at: number; readonly intent: Intent }
  | { readonly type: 'run.rewind'; readonly decision: number }
  /** Puts everyone who has no team into teams of this size, 1 to 4; those who have one stay. */
  | { readonly type: 'teams.form'; readonly size: number }
  | { readonly type: 'team.seat'; readonly seat: SeatId; readonly team: TeamId }
  | { readonly type: 'teams.gather'; readonly team: TeamId }
  | { readonly type: 'round.open' | 'round.close'; readonly form: RoundForm }
  | {
      readonly type: 'roles.open';
      /** 1 to 10 */
      readonly tables: number;
      readonly track: TrackId;
      readonly phase: PhaseId;
    }
  | {
      readonly type: 'role.seat';
      readonly seat: SeatId;
      readonly table: RoleTableId;
      readonly party: PartyId;
    }
  /** The chairs that nobody has moved for move by themselves, so that a table goes on. */
  | { readonly type: 'role.nudge'; readonly table: RoleTableId }
  | { readonly type: 'roles.close' }
  /** The teacher's device gets the summary as it is now, whatever the class does. Nothing happens in the room. */
  | { readonly type: 'summary.show' };

export type RoomCommand = SeatCommand | HostCommand;

/** A command on its way: told apart from every other, so that it can be sent again and counts once. */
export interface Envelope {
  readonly key: string;
  readonly n: number;
  readonly command: RoomCommand;
}

/** Who asks: the door has checked the token. */
export type Actor = { readonly kind: 'host' } | { readonly kind: 'seat'; readonly seat: SeatId };
