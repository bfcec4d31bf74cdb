import type { Scenario } from '../scenario/index.ts';
import type { RoundKind } from './choose-items.ts';
import type { TestResult } from './diary.ts';
import { isResponseTo, isRight, type QuizAnswer } from './response.ts';

/** A round of questions outside a run. Data only: the same moves give the same round. */
export interface Round {
  readonly kind: RoundKind;
  /** Also decides how the movable parts of its items stand. */
  readonly seed: number;
  /** Ids in the order in which they are asked; at least one. */
  readonly items: readonly string[];
  /** By item, as far as it was answered; a skipped one is missing. */
  readonly answers: Readonly<Record<string, QuizAnswer>>;
  /** Index of the item on screen; the number of items at the review. */
  readonly place: number;
  readonly stage: 'question' | 'explained' | 'review';
}

export type RoundMove =
  | { readonly type: 'answer'; readonly item: string; readonly answer: QuizAnswer }
  | { readonly type: 'skip'; readonly item: string }
  | { readonly type: 'next' };

/** A new round; undefined when there is nothing to ask. */
export function startRound(kind: RoundKind, items: readonly string[], seed: number): Round | undefined {
  return items.length === 0 ? undefined : { kind, seed, items, answers: {}, place: 0, stage: 'question' };
}

/** In a test nothing is explained before its end: the other form must not profit from this one. */
export function isTest(kind: RoundKind): kind is 'pre' | 'post' {
  return kind === 'pre' || kind === 'post';
}

/** The round after a move; undefined when the move is not possible now: late, doubled, or no answer to the item. */
export function stepRound({ quiz }: Scenario, round: Round, move: RoundMove): Round | undefined {
  const { stage, items, place, kind } = round;
  if (move.type === 'next') return stage === 'explained' ? onwards(round) : undefined;
  const item = quiz.find(({ id }) => id === items[place]);
  if (stage !== 'question' || item?.id !== move.item) return undefined;
  if (move.type === 'answer' && !isResponseTo(item, move.answer.response)) return undefined;
  const answers = move.type === 'answer' ? { ...round.answers, [item.id]: move.answer } : round.answers;
  const next: Round = { ...round, answers, stage: 'explained' };
  return isTest(kind) ? onwards(next) : next;
}

function onwards(round: Round): Round {
  const place = round.place + 1;
  return { ...round, place, stage: place < round.items.length ? 'question' : 'review' };
}

/** Items of a round that were not answered right, the skipped ones included, in order. */
export function wrongItems({ quiz }: Scenario, { items, answers }: Round): readonly string[] {
  return items.filter((id) => {
    const item = quiz.find((candidate) => candidate.id === id);
    const answer = answers[id];
    return !(item && answer && isRight(item, answer.response));
  });
}

/**
 * Share of what could still be gained that was gained (Hake 1998): 1 is all of it, negative when it was less than
 * before. Undefined when nothing could be gained, or when the forms differ in length.
 */
export function normalisedGain(pre: TestResult, post: TestResult): number | undefined {
  if (pre.count !== post.count || pre.right >= pre.count) return undefined;
  return (post.right - pre.right) / (pre.count - pre.right);
}
