import type { IsoDate, PartyId } from '../../domain/index.ts';
import type { PathStepView } from '../view-model.ts';
import type { ClassVotesView } from './class-votes-types.ts';
import type { LearningView } from './learning-types.ts';
import type { RealityView } from './reality-types.ts';
import type { SoWhatView } from './so-what-types.ts';
import type { TakeAwayView, TakeIntent } from './take-types.ts';
import type { WhatIfView } from './what-if-types.ts';

// What the pages of the debrief may know.

/** What is worked out beside the page. */
export type DebriefWorkView =
  | { readonly state: 'working'; readonly share: number }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly causes: CausesView; readonly deals?: DealsView };

/** What the player does in a debrief. */
export type DebriefIntent =
  /** Own words on a prompt of a run; empty takes them away. */
  | {
      readonly type: 'debrief.note';
      readonly run: string;
      readonly prompt: string;
      readonly text: string;
    }
  /** A code of the player for a test that came a week before. */
  | { readonly type: 'debrief.retest'; readonly code: string }
  | TakeIntent;

export interface DebriefView {
  readonly ending: { readonly id: string; readonly title: string };
  readonly path: readonly PathStepView[];
  /** How the class voted; empty for a run without one. */
  readonly classVotes: readonly ClassVotesView[];
  readonly gauges: readonly GaugeLineView[];
  readonly reality: RealityView;
  readonly work: DebriefWorkView;
  readonly soWhat: SoWhatView;
  readonly whatIf: WhatIfView;
  readonly takeAway: TakeAwayView;
  readonly learning: LearningView;
}

/** One gauge over the run: as trust and events moved it, and where the ending put it. */
export interface GaugeLineView {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  /** 0..100, by date, oldest first; the last one is the ending. */
  readonly points: readonly { readonly date: IsoDate; readonly value: number }[];
}

/** Whole percent that sum to 100; all 0 where nothing could have come out otherwise. */
export interface SharesView {
  readonly choice: number;
  readonly others: number;
  readonly chance: number;
}

export interface CausesView {
  readonly run: SharesView;
  readonly replays: number;
  /** Decisions that mattered most, heaviest first; at most five. */
  readonly turningPoints: readonly TurningPointView[];
}

export interface TurningPointView {
  readonly decision: number;
  readonly date: IsoDate;
  readonly title: string;
  readonly choice: string;
  /** Another open way leads to another ending; else only the gauges differ. */
  readonly changesEnding: boolean;
  /** Missing where they were not worked out. */
  readonly shares?: SharesView;
  readonly ways: readonly {
    readonly choice: string;
    readonly isOpen: boolean;
    readonly isTaken: boolean;
    /** Title of the ending. */
    readonly ending?: string;
  }[];
}

export interface AxisView {
  readonly party: PartyId;
  readonly name: string;
  readonly emblem: string;
  readonly color: string;
  /** Least points for a yes; missing for who is not asked. */
  readonly threshold?: number;
}

export interface DealPointView {
  /** By axis: 0..100 points. */
  readonly values: readonly number[];
  readonly isAgreed: boolean;
}

/** A contract in words: line by line. */
export interface ContractPointView extends DealPointView {
  readonly id: string;
  readonly lines: readonly { readonly issue: string; readonly value: string }[];
}

export interface NamedDealView extends ContractPointView {
  readonly kind: 'offer' | 'final' | 'reference' | 'nearest';
  readonly name: string;
  readonly date?: IsoDate;
  /** Names of those who said no. */
  readonly refusedBy: readonly string[];
  /** Of the last contract: who would say no when the run ends; missing where it is carried out or made on that day. */
  readonly atEnd?: { readonly date: IsoDate; readonly refusedBy: readonly string[] };
  /** Of the nearest one: what is other than in the contract that was refused. */
  readonly changes: readonly { readonly issue: string; readonly from: string; readonly to: string }[];
}

/** Two of the axes as a picture, and the Pareto frontier in it. */
export interface DealPlaneView {
  /** Indices of the axes. */
  readonly x: number;
  readonly y: number;
  /** From left to right. */
  readonly frontier: readonly ContractPointView[];
}

export interface DealCloudView {
  readonly track: string;
  readonly name: string;
  /** By what the contracts are judged. */
  readonly date: IsoDate;
  readonly phase: string;
  /** The player put a contract on this table. */
  readonly isOwn: boolean;
  readonly valid: number;
  readonly agreed: number;
  /** The player first, then the two ratifiers, then who else sits there; `values` of points follow this order. */
  readonly axes: readonly AxisView[];
  /** Empty where nobody has to ratify. */
  readonly planes: readonly DealPlaneView[];
  readonly sample: readonly DealPointView[];
  readonly named: readonly NamedDealView[];
}

export interface ZoneLineView {
  readonly track: string;
  readonly name: string;
  /** Contracts of a thousand that everyone accepts, by date. */
  readonly points: readonly {
    readonly date: IsoDate;
    readonly phase: string;
    readonly perThousand: number;
    readonly agreed: number;
  }[];
}

export interface DealsView {
  readonly clouds: readonly DealCloudView[];
  readonly zones: readonly ZoneLineView[];
  readonly planB: readonly {
    readonly date: IsoDate;
    readonly phase: string;
    readonly value: number;
    readonly contract?: number;
  }[];
}
