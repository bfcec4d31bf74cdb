import type { IsoDate, TermId } from '../../domain/index.ts';
import type { EnteredCode, QuizDiary, RetestScore, Tally } from '../../quiz/index.ts';
import type { QuizItemView } from '../quiz-types.ts';
import type { FactView } from '../view-model.ts';

// What the chapter "Learning shown" may know.

/** What this device knows of both tests. */
export interface LearningKnown {
  readonly diary: QuizDiary;
  /** Code of the final test, for another one after a week; missing without one. */
  readonly code?: string;
  /** The last code that was typed in. */
  readonly entered?: EnteredCode;
}

/** A test as far as it is known: what older versions have kept has no answers, and so no tally. */
export interface TestView {
  readonly right: number;
  readonly count: number;
  readonly day?: IsoDate;
  readonly tally?: Tally;
}

export interface ObjectiveView {
  /** `LO1` to `LO8`. */
  readonly objective: string;
  readonly pre?: Tally;
  readonly post?: Tally;
}

export interface MissedView {
  readonly from: 'run' | 'pre' | 'post';
  readonly quiz: QuizItemView;
  /** Missing for questions of the tests: they come again only there. */
  readonly due?: IsoDate;
}

/** A code that was typed in, and what became of it; a problem is `length`, `symbol`, `typo`, `version` or `forms`. */
export type RetestView =
  | { readonly state: 'problem'; readonly text: string; readonly problem: string; readonly detail: string }
  | {
      readonly state: 'known';
      readonly text: string;
      readonly day: IsoDate;
      readonly pre?: RetestScore;
      readonly post?: RetestScore;
      /** The final test of this device, where it is newer than the code. */
      readonly now?: TestView;
    };

export interface LearningView {
  /** False where the scenario has no tests: then nothing can be compared. */
  readonly hasTests: boolean;
  readonly pre?: TestView;
  readonly post?: TestView;
  /** In the order of their numbers; empty without a test whose answers are known. */
  readonly objectives: readonly ObjectiveView[];
  /** False as long as no question was answered, neither in this run nor in a test. */
  readonly hasAnswers: boolean;
  /** Of the run what was wrong and sure first, then of the tests. */
  readonly missed: readonly MissedView[];
  /** Items of the run that were missed. */
  readonly repeat: readonly string[];
  readonly code?: string;
  /** Day from which on the code is of use: a week after the final test. */
  readonly retestFrom?: IsoDate;
  readonly retest?: RetestView;
  /** Facts that were on screen in this run, of all there are. */
  readonly facts: { readonly met: number; readonly all: number };
  /** Open questions about facts of this run that were not asked in it; at most ten. */
  readonly ask: readonly string[];
  /** Terms in the words of what was missed. */
  readonly terms: readonly { readonly id: TermId; readonly term: string }[];
  /** Facts that the explanations cite, in order of their number. */
  readonly footnotes: readonly FactView[];
}
