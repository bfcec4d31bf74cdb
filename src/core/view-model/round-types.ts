import type { Confidence, RoundKind, TestResult } from '../quiz/index.ts';
import type { RetestView } from './debrief/learning-types.ts';
import type { QuizItemView, QuizView } from './quiz-types.ts';
import type { FactView } from './view-model.ts';

// What a view may know of rounds of questions outside a run.

/** What the pages around the quiz offer. */
export interface QuizOfferView {
  readonly itemCount: number;
  /** Items whose next encounter is due on this device. */
  readonly dueCount: number;
  /** Items of one form; 0 without tests. */
  readonly testCount: number;
  readonly tests: { readonly pre?: TestResult; readonly post?: TestResult };
  /** Items of the open run that are worth repeating, once it is over. */
  readonly repeat: readonly string[];
}

export interface RoundSetupView {
  readonly stage: 'setup';
  readonly topics: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  /** Items about what a source is worth. */
  readonly sourceCount: number;
  readonly offer: QuizOfferView;
  /** A code that was typed in. */
  readonly retest?: RetestView;
}

export interface RoundQuestionView {
  readonly stage: 'question';
  readonly kind: RoundKind;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** In a test the bar shows what was answered, not what was right. */
  readonly isTest: boolean;
  readonly quiz: QuizView;
  readonly footnotes: readonly FactView[];
}

export interface RoundReviewView {
  readonly stage: 'review';
  readonly kind: RoundKind;
  readonly right: number;
  readonly count: number;
  readonly skipped: number;
  /** Answers by how sure the player was; levels that were not chosen are missing. */
  readonly calibration: readonly {
    readonly level: Confidence;
    readonly right: number;
    readonly wrong: number;
  }[];
  /** With explanation: what was missed; after a test every item. */
  readonly explained: readonly QuizItemView[];
  readonly missed: readonly string[];
  /** After the second form: both results, and the share of the possible gain in percent. */
  readonly gain?: {
    readonly pre: TestResult;
    readonly post: TestResult;
    readonly percent?: number;
  };
  /** After the second form: what a code says of an earlier one. */
  readonly retest?: RetestView;
  readonly footnotes: readonly FactView[];
}

export type RoundView = RoundSetupView | RoundQuestionView | RoundReviewView;
