import type { QuizItem } from '../scenario/index.ts';
import { CONFIDENCES, isRight, type QuizAnswer } from './response.ts';

/**
 * Of all that was answered, what is most worth repeating: first what was wrong, and of that what the player was sure
 * of, since such errors are corrected best (hypercorrection); then what was guessed.
 */
export function toRepeat(
  quiz: readonly QuizItem[],
  answers: Readonly<Record<string, QuizAnswer>>,
  count: number,
): readonly string[] {
  const ranked = quiz.flatMap((item) => {
    const answer = answers[item.id];
    if (!answer) return [];
    const sureness = CONFIDENCES.indexOf(answer.confidence);
    return [
      { id: item.id, rank: isRight(item, answer.response) ? CONFIDENCES.length + sureness : -sureness },
    ];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ id }) => id);
}
