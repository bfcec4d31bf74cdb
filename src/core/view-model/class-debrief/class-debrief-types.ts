import type { RoundForm } from '../../classroom/index.ts';
import type { DealCloudView } from '../debrief/debrief-types.ts';
import type { RunTreeView } from '../debrief/what-if-types.ts';

// What the pages of the debrief of a class may know: counts and words, and nobody's name.

export interface ClassDebriefView {
  /** Devices; missing where the class has none. */
  readonly seats?: number;
  readonly runs: number;
  /** Missing without a run. `isThis` marks the run of all. */
  readonly tree?: Omit<RunTreeView, 'hasMore'>;
  /** All runs, decision by decision. */
  readonly paths: readonly ClassPathView[];
  /** Most frequent first. Percent of all runs. */
  readonly endings: readonly CountedView[];
  /** Runs that are not over. */
  readonly open: number;
  /** Endings that the scenario has. */
  readonly possibleEndings: number;
  readonly deals: ClassDealsView;
  readonly votes: readonly ClassVoteResultView[];
  readonly questions: readonly ClassQuestionView[];
  /** Over all questions; missing without an answer. */
  readonly certainty?: CertaintyView;
  readonly gain?: ClassGainView;
  readonly tables: readonly ClassTableView[];
  /** Questions to talk about, three of them. */
  readonly prompts: readonly string[];
}

export interface ClassPathView {
  /** From 1. */
  readonly number: number;
  readonly isOfClass: boolean;
  readonly ending?: string;
  readonly steps: readonly { readonly title: string; readonly choice: string }[];
}

export interface CountedView {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Whole percent. */
  readonly percent: number;
}

export type ClassDealsView =
  | { readonly state: 'working' | 'failed' }
  /** One for each track; none without a contract. Contracts of the class are `reference`, those of the case `final`. */
  | { readonly state: 'ready'; readonly clouds: readonly DealCloudView[] };

export interface ClassVoteResultView {
  readonly key: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly total: number;
  readonly options: readonly (CountedView & { readonly letter: string; readonly isTaken: boolean })[];
  /** `id` is a tag; most frequent first, empty where too few gave one. */
  readonly reasons: readonly Omit<CountedView, 'label'>[];
}

export interface ClassQuestionView {
  readonly key: string;
  readonly where: 'story' | RoundForm;
  readonly stem: string;
  readonly answers: number;
  readonly right: number;
  /** Whole percent of right answers. */
  readonly percent: number;
  /** All options of a choice; of other questions the answers that were given, the most frequent first, at most five. */
  readonly options: readonly ClassAnswerView[];
  /** Missing where nobody was asked how sure they are. */
  readonly certainty?: CertaintyView;
}

export interface ClassAnswerView extends CountedView {
  readonly isRight: boolean;
  /** What is wrong about it, or right. */
  readonly why?: string;
  /** Name of the misconception behind it in the files of the scenario. */
  readonly misconception?: string;
  /** No other wrong answer was given more often, and this one at all. */
  readonly isMain: boolean;
}

/** Answers by whether they were right, and whether they were more than a guess. */
export interface CertaintyView {
  readonly sureRight: number;
  readonly guessedRight: number;
  readonly sureWrong: number;
  readonly guessedWrong: number;
}

export interface ClassGainView {
  readonly n: number;
  /** Whole percent of right answers. */
  readonly before: number;
  readonly after: number;
  /** Normalised gain, at most 1; missing when nothing could be gained. */
  readonly gain?: number;
  /** Too few for more than a hint. */
  readonly isSmall: boolean;
  /** So much was known before that the gain says little. */
  readonly isHigh: boolean;
}

export interface ClassTableView {
  /** From 1. */
  readonly number: number;
  readonly track: string;
  readonly phase: string;
  readonly state: 'open' | 'signed' | 'failed';
  readonly rounds: number;
  /** Of the contract that was signed, or lay on the table last, one for each line of `issues`; empty without one. */
  readonly lines: readonly { readonly issue: string; readonly value: string }[];
}

/** What the teacher takes along. */
export interface ClassTakeIntent {
  /** From a live room, or from the projector. */
  readonly type: 'live.take' | 'class.take';
  readonly what: 'csv' | 'xlsx';
}
