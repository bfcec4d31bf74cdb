import type { QuizItem } from '../../scenario/index.ts';

/** What asks for a judgement, and reasons, are counted from so many answers on: fewer could be known by name. */
export const LEAST_ANSWERS = 5;

/** Whether so many answers to a question, none of them signed, may be shown. */
export function areEnough({ bloom }: QuizItem, answers: number): boolean {
  return answers > 0 && (bloom !== 'evaluate' || answers >= LEAST_ANSWERS);
}
