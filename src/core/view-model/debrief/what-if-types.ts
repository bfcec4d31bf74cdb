import type { IsoDate } from '../../domain/index.ts';

/** Other ways from the decisions of a run, the endings there are, and the runs of this device as a tree. */
export interface WhatIfView {
  /** Whether it is known how trial runs went. */
  readonly outlook: 'loading' | 'missing' | 'ready';
  readonly decisions: readonly DecisionWaysView[];
  readonly endings: readonly EndingCardView[];
  /** Older runs are still being read. */
  readonly isReading: boolean;
  readonly tree: RunTreeView;
}

export interface DecisionWaysView {
  /** Index among the decisions of the run. */
  readonly decision: number;
  readonly date: IsoDate;
  /** Of the scene. */
  readonly title: string;
  readonly taken: WayView;
  /** What else was open then. */
  readonly others: readonly WayView[];
}

export interface WayView {
  readonly id: string;
  readonly choice: string;
  /** Missing while it is not known how trial runs went. */
  readonly outlook?: WayOutlookView;
}

/** How the trial runs ended that went this way. */
export interface WayOutlookView {
  readonly runs: number;
  /** Most frequent first, at most three; empty when there were too few runs. Percent are whole, and 100 with `rest`. */
  readonly endings: readonly { readonly title: string; readonly percent: number }[];
  /** Percent of the runs that ended otherwise, 0..100. */
  readonly rest: number;
}

export interface EndingCardView {
  readonly id: string;
  /** Missing while it has not been found. */
  readonly title?: string;
  readonly kind: 'history' | 'early' | 'late';
  /** The ending of the run at hand. */
  readonly isThis: boolean;
}

export interface RunTreeView {
  /** The run at hand and the newest others. */
  readonly runs: number;
  /** Older runs are not in it. */
  readonly hasMore: boolean;
  readonly forks: number;
  readonly root: RunTreeNodeView;
}

/** A stretch of the tree without forks, and where it leads. */
export interface RunTreeNodeView {
  /** Number of the fork it comes from and a letter, such as `2b`; empty at the start. */
  readonly mark: string;
  /** What sets it apart; missing at the start, and where runs ended otherwise after the same decisions. */
  readonly step?: { readonly title: string; readonly choice: string };
  /** Decisions that all runs on it took alike, beside `step`. */
  readonly folded: number;
  readonly runs: number;
  /** The run at hand went along here. */
  readonly isThis: boolean;
  /** Where runs part; missing at the end of the tree. */
  readonly fork?: RunTreeForkView;
  /** Title of the ending; missing at a fork, and where a run is not over. */
  readonly ending?: string;
}

export interface RunTreeForkView {
  /** From 1, in reading order. */
  readonly number: number;
  /** The scene in which the runs part; missing where they come to different ones. */
  readonly title?: string;
  /** At least two. */
  readonly branches: readonly RunTreeNodeView[];
}
