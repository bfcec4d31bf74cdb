// What can be taken along from a debrief, and how that went.

export type TakeAway = 'link' | 'picture' | 'json' | 'csv' | 'notes';

/** Asks for something to take along. A picture is drawn by the page: missing `png` where that failed. */
export type TakeIntent =
  | { readonly type: 'debrief.take'; readonly what: Exclude<TakeAway, 'picture'> }
  | { readonly type: 'debrief.take'; readonly what: 'picture'; readonly png?: Uint8Array<ArrayBuffer> };

/** How it went with what was asked for last. */
export interface TakenView {
  readonly what: TakeAway;
  /** `shown`: the link is there, but could not be copied. `tooLong`: no address can hold the run. */
  readonly state: 'copied' | 'shown' | 'tooLong' | 'saved' | 'failed';
  /** How often something was asked for, from 1: the same result twice is said twice. */
  readonly turn: number;
}

export interface TakeAwayView {
  /** Address that plays the run again. */
  readonly link?: string;
  readonly last?: TakenView;
}
