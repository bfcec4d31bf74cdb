import type { IsoDate, PartyId, TrackId } from '../domain/index.ts';
import type { Offer } from '../model/index.ts';
import type { Confidence, QuizAnswer, QuizResponse } from '../quiz/index.ts';
import type { Talks, Turn } from '../strategy/index.ts';

/** The contract both sides have signed; lines may still be amended. */
export interface Agreement {
  readonly track: TrackId;
  readonly offer: Offer;
}

/** What happened at the last table. */
export interface TableResult {
  readonly track: TrackId;
  readonly draft: string;
  readonly offer: Offer;
  readonly signed: boolean;
  readonly date: IsoDate;
  /** Rounds it took, and what happened in them. */
  readonly rounds: number;
  readonly turns: readonly Turn[];
  /** The player left without a last word. */
  readonly left: boolean;
}

/** Extended state of the statechart. Plain data, so a snapshot is JSON. */
export interface RunContext {
  /** Index of the next agenda entry. */
  readonly position: number;
  /** Level at which tables are played. */
  readonly tier: string;
  readonly date: IsoDate;
  /** 0..100, neutral 50. */
  readonly trust: Readonly<Record<PartyId, number>>;
  /** Questions answered by a party: 0 knows nothing. */
  readonly info: Readonly<Record<PartyId, number>>;
  readonly flags: Readonly<Record<string, string | boolean>>;
  /** Ids of calendar and domain events that have happened, in order, without repeats. */
  readonly fired: readonly string[];
  readonly agreement?: Agreement;
  /** The table that is open. */
  readonly talks?: Talks;
  readonly table?: TableResult;
  /** Insights spent on questions; right answers in the quiz earn them. */
  readonly insightsSpent: number;
  readonly sceneId?: string;
  readonly choiceId?: string;
  readonly quizAnswers: Readonly<Record<string, QuizAnswer>>;
  readonly endingId?: string;
}

/** What the player can do. Each names what it refers to, so a stale or doubled click is refused. */
export type Intent =
  | { readonly type: 'choice.take'; readonly scene: string; readonly choice: string }
  | { readonly type: 'scene.continue'; readonly scene: string }
  | {
      readonly type: 'quiz.answer';
      readonly item: string;
      readonly response: QuizResponse;
      readonly confidence: Confidence;
    }
  | { readonly type: 'quiz.skip'; readonly item: string }
  | TableIntent;

/** Types of the intents at a table. */
export const TABLE_INTENTS = [
  'table.lay',
  'table.propose',
  'table.final',
  'table.accept',
  'table.ask',
  'table.leave',
] as const satisfies readonly TableIntent['type'][];

/**
 * What the player can do at a table. `turn`: turns taken so far; a move that names another number is late or
 * doubled, and refused. Offers are complete contracts.
 */
export type TableIntent =
  | { readonly type: 'table.lay'; readonly scene: string; readonly offer: Offer }
  | {
      readonly type: 'table.propose' | 'table.final';
      readonly scene: string;
      readonly turn: number;
      readonly offer: Offer;
    }
  | { readonly type: 'table.accept' | 'table.leave'; readonly scene: string; readonly turn: number }
  | { readonly type: 'table.ask'; readonly scene: string; readonly turn: number; readonly party: PartyId };

/** What the world does: the next entry of the agenda, with chance drawn from the seed. */
export interface AgendaEvent {
  readonly type: 'agenda.next';
  readonly chance?: Readonly<Record<string, boolean>>;
}

/** The event log is the save, the undo, the bug report and the grade. */
export type RunEvent = Intent | AgendaEvent;
