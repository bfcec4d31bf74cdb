import type { IsoDate, PartyId, PhaseId, TrackId } from '../../domain/index.ts';
import type { QuizResponse } from '../../quiz/index.ts';
import type { ClassVoteView } from '../classroom/class-types.ts';
import type { Prose } from '../view-model.ts';
import type { ContractWordsView, LiveRoleVotesView } from './role-types.ts';

// What the pages of the teacher of a live room may know: the desk, and the picture on the wall.

export interface LiveHostView {
  /** In the order in which they came. */
  readonly people: readonly HostPersonView[];
  /** How many of them are connected now. */
  readonly present: number;
  /** Steps and decisions of the common run so far: what a move of the teacher refers to. */
  readonly steps: number;
  readonly decisions: number;
  /** Questions of the scenario for a class on the scene of the common run. */
  readonly prompts: readonly string[];
  readonly vote?: HostVoteView;
  readonly quiz?: HostQuizView;
  /** In their order; empty until somebody is in one. */
  readonly teams: readonly HostTeamView[];
  readonly round?: HostRoundView;
  /** Whether the scenario has a test before the lesson and one after it. */
  readonly hasTests: boolean;
  readonly roles: HostRolesView;
  /** With this link another device of the teacher comes in: nobody else should see it. */
  readonly handOver?: string;
}

export interface HostPersonView {
  readonly seat: string;
  readonly name: string;
  readonly isPresent: boolean;
  /** The name is not shown to the class. */
  readonly isHidden: boolean;
  /** Has done what is asked for now. */
  readonly isReady: boolean;
  /** Number of the team, from 1. */
  readonly team?: number;
  /** Number of the table, from 1, and name of the party. */
  readonly chair?: { readonly table: number; readonly party: string };
}

/** What the class votes on at its devices, or has just voted on. */
export interface HostVoteView {
  readonly place: HostPlace;
  /** Has its counts from the moment the teacher shows them, and not before. */
  readonly vote: ClassVoteView;
  readonly isRevealed: boolean;
  /** Votes so far, and people who could vote. */
  readonly cast: number;
  readonly seats: number;
  /** Why the class voted so; empty until it is shown. */
  readonly reasons: readonly HostReasonView[];
}

export interface HostPlace {
  readonly kind: 'choice' | 'quiz';
  readonly decision: number;
  readonly scene: string;
}

export interface HostReasonView {
  readonly seat: string;
  /** Of the option it speaks for. */
  readonly letter: string;
  readonly tag?: string;
  readonly text?: string;
}

/** A question that the class answers at its devices. */
export interface HostQuizView {
  readonly place: HostPlace;
  readonly cast: number;
  readonly seats: number;
  /** What most have answered: with it the class goes on to the explanation. */
  readonly answer?: QuizResponse;
  /** After the answer only, like all below. */
  readonly isShown: boolean;
  readonly right: number;
  /** Where one option is chosen. */
  readonly vote?: ClassVoteView;
}

export interface HostTeamView {
  readonly team: string;
  /** From 1. */
  readonly number: number;
  readonly names: readonly string[];
  /** Where it stands in the story; missing when that cannot be told. */
  readonly stand?: HostStandView;
}

export interface HostStandView {
  readonly scene: string;
  readonly date: IsoDate;
  readonly decisions: number;
  /** The last two, the newest last. */
  readonly last: readonly Prose[];
  /** Title of the ending, when it has come to one. */
  readonly ending?: string;
}

export interface HostRoundView {
  readonly form: 'pre' | 'post';
  readonly isOpen: boolean;
  readonly count: number;
  /** People with at least one answer, and with all. */
  readonly begun: number;
  readonly done: number;
  readonly seats: number;
}

export interface HostRolesView {
  readonly isOpen: boolean;
  /** What tables can be opened for. */
  readonly tracks: readonly { readonly id: TrackId; readonly name: string }[];
  readonly phases: readonly {
    readonly id: PhaseId;
    readonly name: string;
    readonly date: IsoDate;
    /** Names of those whose yes is needed beside the table. */
    readonly vetoes: readonly string[];
  }[];
  /** Where the story itself negotiates with as many who must agree as there ever are. */
  readonly suggested: { readonly track: TrackId; readonly phase: PhaseId };
  readonly tables: readonly HostTableView[];
}

export interface HostTableView {
  readonly table: string;
  /** From 1. */
  readonly number: number;
  readonly state: 'open' | 'signed' | 'failed';
  readonly round: number;
  readonly rounds: number;
  readonly chairs: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly names: readonly string[];
    readonly hasLeft: boolean;
    readonly hasVoted: boolean;
  }[];
  /** Name of the party whose contract lies on the table. */
  readonly proposer?: string;
  /** Its lines; after a signature those of the contract that was signed. */
  readonly contract: readonly ContractWordsView[];
  /** Contracts that all have voted on, the newest first. */
  readonly history: readonly LiveRoleVotesView[];
}
