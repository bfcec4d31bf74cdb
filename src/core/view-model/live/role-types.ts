import type { IsoDate, IssueId, OptionId, PartyId } from '../../domain/index.ts';
import type { Offer } from '../../model/index.ts';
import type { ScenarioTexts } from '../../scenario/index.ts';
import type { TableSetting } from '../../strategy/index.ts';
import type { LineChangeView } from '../table-types.ts';

// What the pages of a negotiating table with roles may know. Points are those of the own party, of 100.

/** Before a chair is taken: which there are. */
export interface LiveChairsView {
  readonly tables: readonly {
    readonly table: string;
    /** From 1. */
    readonly number: number;
    readonly chairs: readonly (PartyWordsView & {
      readonly role: string;
      /** How many people sit there already. */
      readonly count: number;
    })[];
  }[];
}

export interface PartyWordsView {
  readonly party: PartyId;
  readonly name: string;
  readonly emblem: string;
  readonly color: string;
}

/** What everyone at a table may know, in words. */
export interface LiveRoleTableView {
  readonly table: string;
  readonly trackName: string;
  /** Words of the phase, and the day from which on it holds. */
  readonly phase: string;
  readonly date: IsoDate;
  readonly state: 'open' | 'signed' | 'failed';
  readonly moves: number;
  readonly round: number;
  readonly rounds: number;
  /** Name of the party whose turn it is to propose. */
  readonly turn?: string;
  readonly chairs: readonly LiveChairView[];
  /** The contract on the table; after a signature the one that was signed. */
  readonly proposal?: {
    readonly party: PartyId;
    readonly name: string;
    readonly lines: readonly ContractWordsView[];
  };
  /** Contracts that all have voted on, the newest first. */
  readonly history: readonly LiveRoleVotesView[];
}

export interface LiveChairView extends PartyWordsView {
  readonly names: readonly string[];
  readonly speaker?: string;
  readonly mustSign: boolean;
  readonly isRatifier: boolean;
  readonly isOwn: boolean;
  /** `quiet`: there is nothing to vote on. */
  readonly state: 'left' | 'voted' | 'voting' | 'quiet';
}

export interface ContractWordsView {
  readonly issue: IssueId;
  readonly name: string;
  readonly value: string;
}

export interface LiveRoleVotesView {
  readonly round: number;
  /** Whose contract it was. */
  readonly name: string;
  readonly lines: readonly ContractWordsView[];
  readonly votes: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly yes: boolean;
    readonly mustSign: boolean;
    /** Lines that a party which plays by itself names. */
    readonly reasons: readonly string[];
  }[];
}

/** The confidential sheet of the own party. */
export interface LiveSheetView extends PartyWordsView {
  /** Sentences, with the facts that they rest on; none: invented for the game. */
  readonly brief: readonly { readonly text: string; readonly facts: readonly string[] }[];
  /** Negotiated lines, in the order of the contract. */
  readonly lines: readonly LiveSheetLineView[];
  /** Points of all the lines that follow from the others, at most. */
  readonly hiddenWeight: number;
  /** A contract is better than none from here on. */
  readonly planB: number;
  /** Options that the party can never sign, in words. */
  readonly redLines: readonly { readonly name: string; readonly options: readonly string[] }[];
}

export interface LiveSheetLineView {
  readonly issue: IssueId;
  readonly name: string;
  readonly question: string;
  /** Points that the line brings at best. */
  readonly weight: number;
  /** The best for the party first. */
  readonly options: readonly {
    readonly option: OptionId;
    readonly name: string;
    readonly points: number;
    readonly isRedLine: boolean;
  }[];
}

/** What a contract is worth to the own party. */
export interface LiveWorthView {
  readonly points: number;
  /** At least as much as the plan B, and no red line. */
  readonly isEnough: boolean;
  /** Names of lines on which a red line is crossed. */
  readonly redLines: readonly string[];
}

/** A contract that is being written on this device. */
export interface LiveDraftView {
  readonly offer: Offer;
  readonly worth: LiveWorthView;
  /** Lines that a rule moved along with the last change. */
  readonly followed: readonly LineChangeView[];
}

/** A pupil's table. */
export interface LiveRoleView {
  readonly table: LiveRoleTableView;
  readonly sheet: LiveSheetView;
  readonly isSpeaker: boolean;
  /** Who speaks for the party, when it is somebody else. */
  readonly speaker?: string;
  /** The party has not proposed in this round. */
  readonly canPropose: boolean;
  /** Lies on the table, seen by the own party. */
  readonly proposal?: {
    readonly worth: LiveWorthView;
    readonly isOwn: boolean;
    /** From the best option of the own party to that of the proposal. */
    readonly changes: readonly LineChangeView[];
  };
  readonly ownVote?: boolean;
  /** The draft to begin with: what lies on the table, or lay there last. */
  readonly draft: LiveDraftView;
  /** Whose worth it is, and what it is worked out with: a draft is the device's own. */
  readonly desk: RoleDesk;
}

/** With this the device works out drafts; see `withDraftLine`. */
export interface RoleDesk {
  /** Whose points count. */
  readonly party: PartyId;
  readonly setting: TableSetting;
  readonly texts: ScenarioTexts;
}
