import type { PhaseId, TrackId } from '../../domain/index.ts';
import type { Offer } from '../../model/index.ts';
import type { Place } from '../class-run.ts';
import type { RoundForm } from '../live/room-ids.ts';
import type { Counts } from '../tally.ts';

/**
 * What a class has done, without anybody's name: counts only. A live room makes it of its log, a projector of its run
 * and the votes that were counted; devices show it with the scenario they have.
 */
export interface ClassSummary {
  /** Devices that were in the room; missing where there were none. */
  readonly seats?: number;
  /** Every run that was played, with those that were left behind when the class was gathered. */
  readonly paths: readonly SummaryPath[];
  /** In the order of the lesson. */
  readonly votes: readonly SummaryVote[];
  readonly questions: readonly SummaryQuestion[];
  readonly gain?: SummaryGain;
  readonly tables: readonly SummaryTable[];
}

export interface SummaryPath {
  /** The run of all, or of a team. */
  readonly kind: 'class' | 'team';
  readonly steps: readonly { readonly scene: string; readonly choice: string }[];
  readonly ending?: string;
  readonly deal?: { readonly track: TrackId; readonly phase: PhaseId; readonly offer: Offer };
}

export interface SummaryVote {
  readonly place: Place;
  /** Of every choice there was. */
  readonly counts: Counts;
  /** How the class went on. */
  readonly choice?: string;
  /** By reason tag. */
  readonly reasons: Counts;
}

/** Answers to a question, in the story or in a test. */
export interface SummaryQuestion {
  readonly item: string;
  readonly where: 'story' | RoundForm;
  readonly answers: number;
  readonly right: number;
  /** How often each answer was given, by the answer as JSON. */
  readonly counts: Counts;
  /** Right and wrong answers by how sure they were; missing where nobody was asked that. */
  readonly sure?: { readonly right: number; readonly wrong: number };
}

/** Test before and test after, of those who took both. */
export interface SummaryGain {
  readonly n: number;
  /** Mean share of right answers, 0..1. */
  readonly before: number;
  readonly after: number;
  /** Normalised gain of the class (Hake 1998); missing when nothing could be gained. */
  readonly gain?: number;
}

export interface SummaryTable {
  readonly track: TrackId;
  readonly phase: PhaseId;
  readonly state: 'open' | 'signed' | 'failed';
  readonly offer?: Offer;
  readonly rounds: number;
}
