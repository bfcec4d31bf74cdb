import type { IsoDate, IssueId, OptionId, PartyId, TrackId } from '../domain/index.ts';
import type { PracticeOptions } from '../session/index.ts';
import type { Mood } from './view-model.ts';

// What a view may know of a negotiation table, in a run or at the practice table.

/** How much a line of the contract matters to a party, as far as the player knows. */
export type Importance = 'unknown' | 'none' | 'slight' | 'strong' | 'decisive';

/** A party's wish on one line: how much it matters, shown only as far as it is known. */
export interface WishView {
  readonly party: PartyId;
  readonly name: string;
  readonly emblem: string;
  readonly color: string;
  readonly importance: Importance;
}

export interface TableOptionView {
  readonly option: OptionId;
  readonly name: string;
  readonly isChosen: boolean;
  /** The row goes back to this one: as in the last proposal, or in the first draft. */
  readonly isBase: boolean;
  /** The counterpart asks for this one in its last counter-offer. */
  readonly isCountered: boolean;
  /** Parties that want this one most, as far as the player knows; the own wings always among them. */
  readonly wishes: readonly WishView[];
}

/** One issue: its options in order of the player's own wish, the best first. */
export interface TableRowView {
  readonly issue: IssueId;
  readonly name: string;
  readonly question: string;
  readonly options: readonly TableOptionView[];
  /** Words of the option chosen now. */
  readonly value: string;
  /** All who could have a say, with what is known of how much the line matters to them. */
  readonly stakes: readonly WishView[];
  /** Chosen now is something else than the base: the row can be undone. */
  readonly isChanged: boolean;
  /** The scene marks the line as important now. */
  readonly isAtStake: boolean;
}

/** A line that would have to change, in words. */
export interface LineChangeView {
  readonly issue: IssueId;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The smallest change that somebody would accept, ready to be laid on the table. */
export interface SuggestionView {
  readonly changes: readonly LineChangeView[];
  readonly offer: Readonly<Record<IssueId, OptionId>>;
}

/**
 * How one party judges the contract on the table; `unknown` until it has been asked. `more`: better than its
 * plan B, but at this table it still holds out for more.
 */
export interface LightView {
  readonly party: PartyId;
  readonly name: string;
  readonly emblem: string;
  readonly color: string;
  readonly role: 'self' | 'buyer' | 'ratifier';
  readonly verdict: 'yes' | 'more' | 'close' | 'no' | 'no-say' | 'unknown';
  /** Points of 100 that are missing, rounded up to one decimal; only for a known no. */
  readonly shortBy?: number;
  /** Names of up to three lines that cost the party most; only for a known no. */
  readonly reasons: readonly string[];
  /** Names of lines on which a red line is crossed; only for a known no. */
  readonly redLines: readonly string[];
  /** `none`: no contract at this table would be accepted. Only for a known no. */
  readonly suggestion?: SuggestionView | 'none';
}

/** Plan B of one wing of the own side, beside the contract on the table. Points 0..100. */
export interface PlanBView {
  readonly party: PartyId;
  readonly name: string;
  readonly color: string;
  readonly planB: number;
  readonly draft: number;
  readonly isDraftEnough: boolean;
}

/** A party that can be asked what matters to it. */
export interface QuestionView {
  readonly party: PartyId;
  readonly name: string;
  readonly emblem: string;
  /** What the next answer costs: an insight from the quiz, or one round. */
  readonly cost: 'insight' | 'round';
  /** Lines of which the weight is known, of all lines. */
  readonly known: number;
  readonly all: number;
  /** False when everything is known, or when there is no round left to pay with. */
  readonly isPossible: boolean;
}

/** What came of one turn at the table. */
export interface TurnView {
  /** Index of the turn, from 0. */
  readonly turn: number;
  readonly kind: 'proposal' | 'final' | 'acceptance' | 'question';
  readonly reply: 'signed' | 'countered' | 'refused' | 'blocked' | 'answered';
  /** Who was asked, or who answered; missing at a table without a counterpart. */
  readonly party?: string;
  /** Own wings that stopped the signature, by name. */
  readonly blockedBy: readonly string[];
  /** Lines the proposal changed against the one before. */
  readonly changes: readonly LineChangeView[];
  /** What the counter-offer changes against the proposal. */
  readonly counter: readonly LineChangeView[];
}

/** The answer to the last proposal, side by side with the draft. */
export interface CounterView {
  readonly offer: Readonly<Record<IssueId, OptionId>>;
  /** Against the contract on the table now. */
  readonly changes: readonly LineChangeView[];
  /** Why the proposal was not enough: up to three lines that weigh most, by name. */
  readonly reasons: readonly string[];
  readonly redLines: readonly string[];
  /** The own wings that could not sign it, by name; empty: it can be accepted. */
  readonly blockedBy: readonly string[];
}

/** Who sits on the other side. */
export interface CounterpartView {
  readonly party: PartyId;
  readonly name: string;
  readonly role: string;
  readonly emblem: string;
  readonly color: string;
  readonly figure?: string;
  /** Changes with the last answer. */
  readonly mood: Mood;
  /** How it concedes over time; known after the first question. */
  readonly style: 'hard' | 'steady' | 'soft' | 'unknown';
}

/** How the table ended. */
export interface TableOutcomeView {
  readonly isSigned: boolean;
  /** All who must still ratify have said yes too. Practice table only: in a run they decide later. */
  readonly isRatified: boolean;
  /** Everyone's verdict on the last contract, nobody hidden. */
  readonly lights: readonly LightView[];
}

/** A table as it stands: everything that can be seen and done there. */
export interface TableView {
  readonly kind: 'story' | 'practice';
  readonly track: TrackId;
  /** Name of the track: who the contract is with. */
  readonly trackName: string;
  readonly date: IsoDate;
  /** Words of the phase: "new export catalogue". */
  readonly phase: string;
  readonly counterpart?: CounterpartView;
  /** Rounds in all, and how many are left. */
  readonly rounds: number;
  readonly roundsLeft: number;
  /** Number of turns taken: an intent names it, so a doubled click is refused. */
  readonly turn: number;
  /** Points to spend on questions, earned with right answers in the quiz. */
  readonly insights: number;
  readonly rows: readonly TableRowView[];
  readonly lights: readonly LightView[];
  readonly planB: readonly PlanBView[];
  readonly questions: readonly QuestionView[];
  readonly counter?: CounterView;
  /** In order; the last one is the newest. */
  readonly turns: readonly TurnView[];
  /** The next proposal is the last one anyway. */
  readonly isLastRound: boolean;
  /** Rules by which other lines moved along with the last change, in words. */
  readonly followed: { readonly changes: readonly LineChangeView[]; readonly rules: readonly string[] };
  /** Set when the table is over. */
  readonly outcome?: TableOutcomeView;
  /** The nearest contract that everyone accepts, searched on demand. */
  readonly search: TableSearchView;
}

/** `found`: the nearest contract for all; `none`: all were tried, none fits. */
export type TableSearchView =
  | { readonly state: 'idle' | 'working' | 'failed' }
  | {
      readonly state: 'found';
      readonly suggestion: SuggestionView;
      /** How many of `valid` contracts everyone accepts. */
      readonly accepted: number;
      readonly valid: number;
    }
  | {
      readonly state: 'none';
      readonly valid: number;
      /** For each party, how many contracts fail on it alone: who blocks. Most first. */
      readonly blockers: readonly {
        readonly party: PartyId;
        readonly name: string;
        readonly alone: number;
      }[];
    };

/** What can be set up at the practice table. */
export interface PracticeSetupView {
  readonly tracks: readonly { readonly id: TrackId; readonly name: string }[];
  /** Who can sit on the other side, by track. */
  readonly counterparts: Readonly<
    Record<TrackId, readonly { readonly id: PartyId; readonly name: string; readonly emblem: string }[]>
  >;
  readonly phases: readonly { readonly id: string; readonly name: string; readonly date: IsoDate }[];
  readonly chosen: PracticeOptions;
}
