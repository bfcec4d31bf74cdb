import type { IsoDate, IssueId, OptionId, PartyId, PhaseId, TrackId } from '../domain/index.ts';

/** For some issues, the options that are allowed. */
export type OptionSets = Readonly<Record<IssueId, readonly OptionId[]>>;

/** A complete package: exactly one option for every issue. */
export type Offer = Readonly<Record<IssueId, OptionId>>;

export interface Issue {
  readonly id: IssueId;
  /** At least two options. Order is the order on screen. */
  readonly options: readonly OptionId[];
}

/** When the offer meets every `if` line, it must meet every `then` line. */
export interface StructureRule {
  readonly id: string;
  readonly if: OptionSets;
  readonly then: OptionSets;
}

/** A bargaining table: who buys, which options are open, which event a signature raises. */
export interface Track {
  readonly id: TrackId;
  /** Missing for a spin-off: then only the own side and the ratifiers decide. */
  readonly buyer?: PartyId;
  /** Narrows issues; an issue left out keeps all its options. */
  readonly allow: OptionSets;
  /** Domain event sent when the table ends in a signature. */
  readonly signs: string;
}

/** self: both wings of the player's own side; buyer: sits at a table; ratifier: says yes or no afterwards. */
export type PartyRole = 'self' | 'buyer' | 'ratifier';

export interface Preference {
  readonly party: PartyId;
  readonly role: PartyRole;
  /** Importance of each issue; sums to 100. Teaching assumption. */
  readonly weights: Readonly<Record<IssueId, number>>;
  /** Value 0..100 of every option. Teaching assumption. */
  readonly scores: Readonly<Record<IssueId, Readonly<Record<OptionId, number>>>>;
  /** The party never accepts an offer outside these sets. */
  readonly redLines: OptionSets;
  /** Points by which one trust point away from 50 shifts the reservation value (0..1). */
  readonly trustShift: number;
}

/** Thresholds that hold from `date` until the next phase begins. */
export interface Phase {
  readonly id: PhaseId;
  readonly date: IsoDate;
  /** Chance 0..1 that the courts keep the business alive, without and with an own suit. */
  readonly courtOdds: { readonly withoutSuit: number; readonly withSuit: number };
  /** Reservation value 0..100 of buyers and ratifiers. Self parties compute theirs. */
  readonly reservation: Readonly<Record<PartyId, number>>;
  /** Ratifiers whose yes is needed in this phase. */
  readonly vetoes: readonly PartyId[];
  /** Red lines that hold in this phase only. */
  readonly redLines: Readonly<Record<PartyId, OptionSets>>;
}

/** Plan B of a self party: expected value of going to court, 0..100. */
export interface CourtValue {
  readonly keep: number;
  readonly ban: number;
  /** Cost in points of an own suit. */
  readonly cost: number;
}

/** A ratifier whose licence is not needed when `unless` holds; then another party pays at home. */
export interface LicenceRule {
  readonly party: PartyId;
  readonly unless: OptionSets;
  readonly homeCost: { readonly party: PartyId; readonly share: number };
}

/** Difficulty: which issues the player sets; the others follow from `derived` (first match wins). */
export interface Tier {
  readonly id: string;
  readonly issues: readonly IssueId[];
  readonly derived: readonly DerivedIssue[];
}

export interface DerivedIssue {
  readonly issue: IssueId;
  readonly cases: readonly { readonly if: OptionSets; readonly option: OptionId }[];
}

/** How a party concedes while a table lasts (Faratin, Sierra and Jennings 1998). Teaching assumption. */
export interface ConcessionStyle {
  /** More than 0. Below 1: late (Boulware), 1: steady, above 1: early (conceder). */
  readonly beta: number;
  /** Share 0..1 of the player's own concessions that is given back. */
  readonly reciprocity: number;
}

/** Rules of the tables: how long they last, and how the other side concedes. */
export interface Bargaining {
  /** Proposals and questions until the table ends, at least 2. */
  readonly rounds: number;
  /** A party without an entry concedes steadily and gives nothing back. */
  readonly styles: Readonly<Record<PartyId, ConcessionStyle>>;
}

export interface ReferenceOffer {
  readonly id: string;
  readonly track: TrackId;
  readonly offer: Offer;
}

/** Everything the engine knows about the case. All numbers are teaching assumptions. */
export interface NegotiationModel {
  readonly issues: readonly Issue[];
  readonly structure: readonly StructureRule[];
  readonly tracks: readonly Track[];
  readonly preferences: readonly Preference[];
  /** In order of date. */
  readonly phases: readonly Phase[];
  readonly court: Readonly<Record<PartyId, CourtValue>>;
  readonly licence?: LicenceRule;
  readonly tiers: readonly Tier[];
  readonly references: readonly ReferenceOffer[];
  /** Missing: six rounds, everyone steady. */
  readonly bargaining?: Bargaining;
}

/** What the acceptance rules need to know beside the offer itself. */
export interface Circumstances {
  readonly phase: PhaseId;
  readonly hasOwnSuit: boolean;
  /** Trust 0..100 by party; a missing party counts as 50 (neutral). */
  readonly trust: Readonly<Record<PartyId, number>>;
  /** Points that lower (positive) a party's reservation value: security measures, an early licence. */
  readonly goodwill: Readonly<Record<PartyId, number>>;
}

/** Why a party says yes or no to one offer. */
export interface Vote {
  readonly party: PartyId;
  readonly role: PartyRole;
  readonly yes: boolean;
  /** Utility 0..100 of the offer for this party. */
  readonly utility: number;
  /** What the party gets without a deal: it accepts from here on. */
  readonly reservation: number;
  /** Points missing; 0 when the utility is enough. */
  readonly shortBy: number;
  /** Issues that cost the party something, heaviest first. Views name the first three that can be negotiated. */
  readonly reasons: readonly { readonly issue: IssueId; readonly loss: number }[];
  /** Issues on which a red line is hit. */
  readonly redLines: readonly IssueId[];
  /** False when the party has no say in this phase (no veto right yet, or no licence needed). */
  readonly hasSay: boolean;
}
