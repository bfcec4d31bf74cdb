import type { FactId, IsoDate, PartyId } from '../domain/index.ts';
import type { Confidence } from '../quiz/index.ts';
import type { Prose } from './view-model.ts';

// What a view may know of a quiz item. What is right and why is there after the answer only.

/** An answer that is chosen, moved or matched. */
export interface QuizOptionView {
  readonly id: string;
  readonly text: Prose;
  /** After the answer only. */
  readonly why?: Prose;
  /** After the answer only: it is right, or part of what is right. */
  readonly isKey?: boolean;
  readonly isChosen?: boolean;
}

/** One place of a list in order, from 1. */
export interface QuizPlaceView extends QuizOptionView {
  /** After the answer only: where it belongs, and where the player put it. */
  readonly keyPlace?: number;
  readonly chosenPlace?: number;
}

export interface QuizPairView extends QuizOptionView {
  /** After the answer only: ids of targets. */
  readonly keyTarget?: string;
  readonly chosenTarget?: string;
}

/** What is asked, by the form of the answer. */
export type QuizTaskView =
  /** One option is chosen. */
  | { readonly kind: 'choice'; readonly options: readonly QuizOptionView[] }
  /** Any number of options is marked. */
  | { readonly kind: 'marks'; readonly options: readonly QuizOptionView[] }
  /** Options are put in order; after the answer they stand as they belong. */
  | { readonly kind: 'order'; readonly options: readonly QuizPlaceView[] }
  | {
      readonly kind: 'match';
      readonly options: readonly QuizPairView[];
      readonly targets: readonly { readonly id: string; readonly text: string }[];
    }
  | {
      readonly kind: 'estimate';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit: string;
      /** After the answer only, like the explanation; right is from key - tolerance to key + tolerance. */
      readonly key?: number;
      readonly tolerance?: number;
      readonly chosen?: number;
      readonly why?: Prose;
    };

/** What is drawn beside a question. */
export type QuizPictureView =
  | {
      readonly kind: 'timeline';
      readonly events: readonly { readonly id: string; readonly date: IsoDate; readonly headline: string }[];
    }
  | {
      readonly kind: 'contract';
      readonly partner: string;
      /** When and in what circumstances it is judged, where the question asks for a judgement. */
      readonly phase?: string;
      readonly hasOwnSuit?: boolean;
      readonly lines: readonly { readonly issue: string; readonly name: string; readonly value: string }[];
    }
  | {
      readonly kind: 'map';
      readonly parties: readonly {
        readonly id: PartyId;
        readonly name: string;
        readonly role: string;
        readonly city: string;
        readonly emblem: string;
        readonly color: string;
      }[];
    };

/** A quiz item as it is asked or explained, in a run or in a round. */
export interface QuizItemView {
  readonly item: string;
  readonly type: 'single' | 'truth' | 'kind' | 'order' | 'estimate' | 'match' | 'veto';
  readonly stem: Prose;
  readonly task: QuizTaskView;
  readonly picture?: QuizPictureView;
  readonly state: 'question' | 'explained' | 'skipped';
  readonly isCorrect?: boolean;
  readonly confidence?: Confidence;
  readonly facts: readonly FactId[];
}

export interface QuizView extends QuizItemView {
  /** Answered so far: the bar above the question. */
  readonly history: readonly { readonly item: string; readonly isCorrect: boolean }[];
}
