import type { IsoDate } from '../../domain/index.ts';

/** How a class voted on a decision of the run. */
export interface ClassVotesView {
  readonly decision: number;
  readonly date: IsoDate;
  readonly title: string;
  readonly total: number;
  readonly options: readonly {
    readonly id: string;
    readonly letter: string;
    readonly label: string;
    readonly count: number;
    /** Whole percent of all votes. */
    readonly percent: number;
    readonly isTaken: boolean;
  }[];
}
