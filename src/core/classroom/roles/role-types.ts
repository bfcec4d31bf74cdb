import type { IssueId, OptionId, PartyId, PhaseId, TrackId } from '../../domain/index.ts';
import type { Offer } from '../../model/index.ts';
import type { BriefSentence } from '../../scenario/index.ts';

export type { RoleBriefs } from '../../scenario/index.ts';

/** What a chair at a negotiating table with roles can do. */
export type RoleMove =
  /** Puts a whole contract on the table; it replaces the one that lies there, and all votes on it. */
  | { readonly type: 'propose'; readonly offer: Offer }
  /** On the contract that lies on the table. */
  | { readonly type: 'vote'; readonly yes: boolean }
  /** The party gets up: without it, what it has to sign cannot come about. */
  | { readonly type: 'leave' };

/** What everyone at a table may know. */
export interface RoleTableView {
  readonly table: string;
  readonly track: TrackId;
  readonly phase: PhaseId;
  readonly tier: string;
  readonly state: 'open' | 'signed' | 'failed';
  /** Number of moves so far. */
  readonly moves: number;
  /** 1 to `rounds`; a round ends when every chair has voted on a contract. */
  readonly round: number;
  readonly rounds: number;
  readonly chairs: readonly RoleChair[];
  /** Whose turn it is to propose, while nothing lies on the table; anyone else may do so too. */
  readonly turn?: PartyId;
  /** Who has proposed in this round: each party once. */
  readonly proposers: readonly PartyId[];
  /** The contract on the table, and whose it is; after a signature the one that was signed. */
  readonly proposal?: { readonly party: PartyId; readonly offer: Offer };
  /** Earlier contracts and what became of them, the oldest first. */
  readonly history: readonly RoleVotes[];
}

/** A contract that all have voted on. */
export interface RoleVotes {
  readonly party: PartyId;
  readonly offer: Offer;
  readonly round: number;
  /** Of every chair; those of chairs that do not have to sign are advice. */
  readonly votes: Readonly<Record<PartyId, boolean>>;
  /** Lines for which chairs that play by themselves said no, the heaviest first. */
  readonly reasons: Readonly<Record<PartyId, readonly IssueId[]>>;
}

export interface RoleChair {
  readonly party: PartyId;
  /** Names of those who sit there; none: the party plays by itself. */
  readonly names: readonly string[];
  readonly speaker?: string;
  /** Its yes is needed; otherwise it advises. */
  readonly mustSign: boolean;
  /** Yes or no to what the table signs: a capital. */
  readonly isRatifier: boolean;
  readonly hasLeft: boolean;
  /** Of an open vote: only that there is one. What it was is shown when all have voted. */
  readonly hasVoted: boolean;
}

/** Only for those who sit on this chair. */
export interface RoleSheet {
  readonly party: PartyId;
  /** What the party wants of each line, in points of its own (0..100 in all). */
  readonly lines: readonly {
    readonly issue: IssueId;
    /** 0..100; all lines together have 100. */
    readonly weight: number;
    readonly options: readonly { readonly option: OptionId; readonly points: number }[];
  }[];
  /** A contract is better than none from here on, in points 0..100. */
  readonly planB: number;
  /** What the party can never sign. */
  readonly redLines: readonly { readonly issue: IssueId; readonly options: readonly OptionId[] }[];
  /** Confidential instructions by language: they exist on the server only. */
  readonly brief: Readonly<Record<string, readonly BriefSentence[]>>;
  /** What the contract on the table is worth to this party, in points. */
  readonly proposalPoints?: number;
  readonly ownVote?: boolean;
}

export interface RoleSeatView {
  readonly table: RoleTableView;
  readonly sheet: RoleSheet;
  /** Whether this seat speaks for its party. */
  readonly isSpeaker: boolean;
}
