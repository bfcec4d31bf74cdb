import type { IsoDate, PartyId } from '../../domain/index.ts';
import type { AftermathView, FactView, Prose } from '../view-model.ts';

// What really happened, and how the dispute was settled in the end.

export interface RealityView {
  /** Beside the ending of the run. */
  readonly reality: Prose;
  readonly aftermath: readonly AftermathView[];
  /** Missing where the scenario compares nothing. */
  readonly later?: LaterView;
  /** All that is cited here, in the order of the notes. */
  readonly footnotes: readonly FactView[];
}

export interface LaterView {
  readonly title: string;
  /** Names of the two times. */
  readonly then: string;
  readonly now: string;
  readonly comparisons: readonly {
    readonly id: string;
    readonly topic: string;
    readonly then: Prose;
    readonly now: Prose;
  }[];
  readonly deal: LaterDealView;
}

/** The later contract, judged by the model of the story. */
export interface LaterDealView {
  readonly title: string;
  /** Name of the contract. */
  readonly name: string;
  /** Moments of the scenario, then the end of this run. */
  readonly moments: readonly {
    readonly id: string;
    readonly name: string;
    readonly date: IsoDate;
    readonly isEndOfRun: boolean;
    /** All who are asked say yes. */
    readonly isAgreed: boolean;
  }[];
  /** One row for each party; `answers` follow the moments. */
  readonly votes: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly answers: readonly LaterAnswerView[];
  }[];
  /** Contracts that lie beside it: the one of the run first, where there is one. */
  readonly beside: readonly { readonly id: string; readonly name: string; readonly isOwn: boolean }[];
  readonly lines: readonly LaterLineView[];
  readonly notes: readonly { readonly id: string; readonly text: Prose }[];
}

export interface LaterAnswerView {
  /** `line`: enough points or not, it crosses a red line. */
  readonly answer: 'yes' | 'no' | 'line' | 'notAsked';
  /** 0..100. */
  readonly points: number;
  /** Least points for a yes. */
  readonly needed: number;
}

/** A line of the contract in words. */
export interface LaterLineView {
  readonly issue: string;
  readonly name: string;
  readonly value: string;
  /** By contract beside it. */
  readonly others: readonly { readonly value: string; readonly isSame: boolean }[];
}
