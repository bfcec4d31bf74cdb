import { dueItems, openItems, type QuizDiary, toRepeat } from '../quiz/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Frame } from '../session/index.ts';
import type { QuizOfferView } from './round-types.ts';

/** Items of a run that are offered for repetition after it. */
const REPEATED = 6;

/** What the quiz offers now. The frame is that of the open run, if there is one; the day is ISO. */
export function presentQuizOffer(
  scenario: Scenario,
  diary: QuizDiary,
  { today, frame }: { readonly today: string; readonly frame: Frame | undefined },
): QuizOfferView {
  const known = new Set(scenario.quiz.map(({ id }) => id));
  return {
    itemCount: openItems(scenario).length,
    dueCount: dueItems(diary, today).filter((id) => known.has(id)).length,
    testCount: scenario.manifest.tests.pre.length,
    tests: diary.tests,
    repeat: frame?.story === 'ended' ? toRepeat(scenario.quiz, frame.context.quizAnswers, REPEATED) : [],
  };
}
