import type { Place, Reason, ReasonTag, RoomCommand, RoundForm } from '../../classroom/index.ts';
import type { PartyId } from '../../domain/index.ts';
import type { ClassDebriefView, ClassTakeIntent } from '../class-debrief/class-debrief-types.ts';
import type { QuizItemView } from '../quiz-types.ts';
import type { TableView } from '../table-types.ts';
import type { FactView, Prose } from '../view-model.ts';
import type { LiveHostView } from './host-view-types.ts';
import type { LiveChairsView, LiveRoleView } from './role-types.ts';

// What the pages of a live room may know. Each area has a type of its own, drawn by its own pages.

/** How this device stands to the room. */
export type LiveConnection =
  /** On the way for the first time. */
  | 'joining'
  | 'online'
  /** The network is gone; what is entered is kept and sent later. */
  | 'offline'
  /** The room is over, locked for newcomers, unknown, or the teacher has taken this device out. */
  | 'closed';

export interface LiveRoomView {
  readonly role: 'host' | 'seat';
  readonly code: string;
  /** Where pupils join, without the code. */
  readonly address: string;
  readonly connection: LiveConnection;
  /** Why it is closed: what the room refused with, such as `room-locked`, or `removed`, `ended`, `renewed`. */
  readonly reason?: string;
  /** What was asked for last was not taken, and why; until something else is asked for. */
  readonly refused?: string;
  /** Entered, and not yet confirmed by the room. */
  readonly waiting: number;
  readonly activity: string;
  readonly isPaused: boolean;
  readonly isLocked: boolean;
  readonly hasWords: boolean;
  readonly cards: readonly { readonly id: string; readonly text: string }[];
  readonly timer?: { readonly endsAt: number; readonly seconds: number };
  /** Own name, on a pupil's device. */
  readonly name?: string;
  readonly party?: PartyId;
}

/** What a pupil's device is for now. */
export type LiveStage =
  /** Nothing to do yet: the teacher begins. */
  | 'waiting'
  | 'paused'
  /** A scene of the common run, with or without something to vote on. */
  | 'story'
  | 'quiz'
  /** The run stands at the negotiating table, and somebody else moves it: the teacher, or who speaks for the team. */
  | 'table'
  | 'ending'
  /** There are teams, and this seat has none. */
  | 'team-choice'
  /** The run of the own team, on the pages of a run. */
  | 'run'
  /** A question of the own team's run that somebody else answers for it. */
  | 'team-quiz'
  | 'round'
  | 'roles'
  | 'debrief'
  | 'closed';

/** What a pupil's device shows. */
export interface LiveSeatView {
  readonly stage: LiveStage;
  /** Changes when something new is on the page that the focus should move to. */
  readonly step: string;
  readonly vote?: LiveVoteView;
  readonly quiz?: LiveQuizView;
  /** Contract on the table and what came of the last turn, only to be read. */
  readonly table?: TableView;
  /** Teams that can be joined. */
  readonly teams?: readonly { readonly team: string; readonly count: number }[];
  readonly team?: LiveTeamView;
  readonly round?: LiveRoundView;
  /** The own chair at a table of roles. */
  readonly role?: LiveRoleView;
  /** Chairs that can be taken, while there is no own one. */
  readonly chairs?: LiveChairsView;
}

export interface LiveVoteView {
  readonly place: Place;
  readonly options: readonly {
    readonly id: string;
    /** A, B, C ... as on the projector. */
    readonly letter: string;
    readonly label: Prose;
    readonly isOwn: boolean;
    /** Votes and whole percent of all, once they are shown. */
    readonly count: number;
    readonly percent: number;
  }[];
  /** What this seat has voted last; also when the room has not confirmed it yet. */
  readonly own?: { readonly choice: string; readonly reason?: Reason };
  readonly isRevealed: boolean;
  readonly total: number;
  /** Reasons that are shown, by the letter of the choice they speak for. */
  readonly reasons: readonly {
    readonly letter: string;
    readonly tag?: ReasonTag;
    readonly text?: string;
  }[];
}

export interface LiveQuizView {
  readonly place: Place;
  /** Asked; once it is shown, explained, with the own answer and not that of the class. */
  readonly quiz: QuizItemView;
  /** Has been answered on this device; also when the room has not confirmed it yet. */
  readonly isAnswered: boolean;
  readonly isRevealed: boolean;
  /** How the class has answered, once it is shown; empty before. */
  readonly shares: readonly LiveShareView[];
  readonly footnotes: readonly FactView[];
}

export interface LiveShareView {
  /** An option by its letter; else only whether the answers are right. */
  readonly letter?: string;
  readonly label?: Prose;
  readonly isRight: boolean;
  readonly isOwn: boolean;
  readonly count: number;
  readonly percent: number;
}

export interface LiveTeamView {
  readonly team: string;
  readonly isSpeaker: boolean;
  /** Name of the one who speaks; missing when nobody does. */
  readonly speaker?: string;
  readonly members: readonly {
    /** Empty when the teacher has hidden it. */
    readonly name: string;
    readonly isSelf: boolean;
    readonly isSpeaker: boolean;
    readonly isPresent: boolean;
    /** What this one would choose here: number of the choice on the page, from 1. */
    readonly pick?: number;
  }[];
}

/** A test before the lesson or after it. */
export interface LiveRoundView {
  readonly form: RoundForm;
  readonly isOpen: boolean;
  /** All questions in their order: asked, or explained with the own answer once the last test is over. */
  readonly items: readonly QuizItemView[];
  /** Ids of those that are answered. */
  readonly answered: readonly string[];
  readonly footnotes: readonly FactView[];
}

/** All the pages of a live room know. */
export interface LiveView {
  /** What the class has done, as soon as the room has told it and what draws it is there. */
  readonly debrief?: ClassDebriefView;
  readonly room: LiveRoomView;
  /** On a pupil's device. */
  readonly seat?: LiveSeatView;
  /** On the teacher's device, as soon as the room has said what is in it. */
  readonly host?: LiveHostView;
}

/** The page on which a code is entered. */
export interface LiveJoinView {
  /** A room is being opened, not joined. */
  readonly isOpening?: boolean;
  /** As it was entered, or came with the address. */
  readonly code: string;
  readonly isBusy: boolean;
  /** Why it has not worked: as `reason` of a room, or `server-missing`, `code-malformed`, `unreachable`. */
  readonly problem?: string;
}

export type LiveIntent =
  | ClassTakeIntent
  /** The teacher opens a room for the open scenario. */
  | { readonly type: 'live.open'; readonly tier: string; readonly seed?: number }
  /** `code` as somebody typed it. */
  | { readonly type: 'live.join'; readonly code: string }
  /** This device leaves the page of the room; its seat stays. */
  | { readonly type: 'live.leave' }
  | { readonly type: 'live.send'; readonly command: RoomCommand }
  /** Of the teacher: all other devices of the teacher are out. */
  | { readonly type: 'live.renew' }
  /** Of the teacher. */
  | { readonly type: 'live.show'; readonly page: 'desk' | 'projector' };
