import type { ClassTakeIntent } from '../class-debrief/class-debrief-types.ts';
import type { Prose, SceneView } from '../view-model.ts';

// What the page of a class that plays together may know.

export interface ClassView {
  readonly isPaused: boolean;
  /** What is on the page: it says what can be asked about it. */
  readonly topic: SceneView['kind'] | 'table' | 'quiz' | 'ending';
  /** Questions of the scenario for a class on this scene; empty where it has none. */
  readonly questions: readonly string[];
  /** What the class votes on, or has just voted on. */
  readonly vote?: ClassVoteView;
}

export interface ClassVoteView {
  /** Names the place: another vote has another key. */
  readonly key: string;
  readonly options: readonly ClassOptionView[];
  readonly isCounted: boolean;
  readonly total: number;
  /** Several options have the most votes. */
  readonly isTie: boolean;
  /** Letter of the strongest option that lost, if anyone voted for it. */
  readonly minority?: string;
}

export interface ClassOptionView {
  readonly id: string;
  /** A, B, C ... as on the cards. */
  readonly letter: string;
  readonly label: Prose;
  readonly count: number;
  /** Whole percent of all votes. */
  readonly percent: number;
  /** It has the most votes, alone or with others. */
  readonly isWinner: boolean;
}

/** What a teacher does with a class. */
export type ClassIntent =
  /** Begins a run with the class. */
  | { readonly type: 'class.start'; readonly tier: string; readonly seed?: number }
  /** Shows the open run to a class from now on. */
  | { readonly type: 'class.open' }
  /** The run goes on without a class. */
  | { readonly type: 'class.close' }
  | { readonly type: 'class.vote'; readonly counts: Readonly<Record<string, number>> }
  | { readonly type: 'class.pause' | 'class.resume' }
  /** Saves the debrief of the class as a file. */
  | (ClassTakeIntent & { readonly type: 'class.take' });
