import type { RetracedRun } from './run-record.ts';

/** Where an outcome came from, as shares 0..1 that sum to 1; all 0 where nothing could have come out otherwise. */
export interface Causes {
  /** What the player chose among what was open. */
  readonly choice: number;
  /** What the others would accept. */
  readonly others: number;
  /** How chance fell. */
  readonly chance: number;
}

/** What one decision came to, beside what the other choices would have come to. */
export interface DecisionReview {
  /** Index among the decisions of the run. */
  readonly decision: number;
  readonly scene: string;
  readonly choice: string;
  /** Every choice of the scene. Missing `ending`: it was not open, others or earlier steps had closed it. */
  readonly ways: readonly DecisionWay[];
  /** How far the other open choices would have led away, 0..1: their mean distance to what came out. */
  readonly weight: number;
  readonly causes: Causes;
}

export interface DecisionWay {
  readonly choice: string;
  readonly isOpen: boolean;
  readonly isTaken: boolean;
  /** Where it leads with the same chance and the same later choices, where they stay possible. */
  readonly ending?: string;
}

export interface CausesReview {
  readonly run: Causes;
  readonly decisions: readonly DecisionReview[];
  /** Replays behind it. */
  readonly replays: number;
}

export function reviewCauses(_run: RetracedRun): CausesReview {
  return { run: { choice: 0, others: 0, chance: 0 }, decisions: [], replays: 0 };
}
