import type { IsoDate, IssueId, OptionId, PartyId, PhaseId } from '../domain/index.ts';
import type { Prose } from './view-model.ts';

// What a view may know of the negotiation model itself: what it is, and, after the run, its numbers.

export interface ModelCardView {
  /** Missing where the scenario has no card. */
  readonly words?: {
    readonly title: string;
    readonly lead: Prose;
    readonly sections: readonly {
      readonly id: string;
      readonly title: string;
      readonly paragraphs: readonly Prose[];
    }[];
  };
  /** Only when the run is over: before, knowing them is part of the game. */
  readonly weights?: ModelWeightsView;
}

export interface ModelPartyView {
  readonly party: PartyId;
  readonly name: string;
  readonly emblem: string;
  readonly role: 'self' | 'buyer' | 'ratifier';
}

/** Lists of numbers stand in the order of `parties`. */
export interface ModelWeightsView {
  readonly parties: readonly ModelPartyView[];
  readonly issues: readonly {
    readonly issue: IssueId;
    readonly name: string;
    /** Of 100 in all for each party. */
    readonly weights: readonly number[];
    readonly options: readonly {
      readonly option: OptionId;
      readonly name: string;
      /** 0 to 100. */
      readonly scores: readonly number[];
    }[];
  }[];
  readonly phases: readonly {
    readonly id: PhaseId;
    readonly title: string;
    readonly date: IsoDate;
    readonly thresholds: readonly ThresholdView[];
    readonly odds: { readonly withoutSuit: OddsView; readonly withSuit: OddsView };
  }[];
  /** What a party never signs without, whatever the points. */
  readonly redLines: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly emblem: string;
    readonly lines: readonly RedLineView[];
  }[];
}

/** Points from which a party says yes; the own side's plan B depends on its suit. */
export type ThresholdView =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'suit'; readonly withoutSuit: number; readonly withSuit: number }
  | { readonly kind: 'no-say' };

export interface OddsView {
  readonly percent: number;
  readonly level: 'low' | 'medium' | 'high';
}

export interface RedLineView {
  readonly issue: string;
  /** Options that it accepts, by name. */
  readonly options: readonly string[];
  /** Names of the phases in which the line holds; empty: always. */
  readonly phases: readonly string[];
}
