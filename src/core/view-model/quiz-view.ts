import { runTables } from '../machine/index.ts';
import { isRight } from '../quiz/index.ts';
import type { QuizItem } from '../scenario/index.ts';
import { presentQuizItem } from './quiz-item-view.ts';
import type { QuizView } from './quiz-types.ts';
import type { Presenting } from './run-history.ts';
import { currentScene } from './scene-view.ts';

export function presentQuiz(present: Presenting): QuizView | undefined {
  const { scenario, texts, frame, footnotes } = present;
  const item = runTables(scenario).quiz.get(currentScene(present)?.quiz ?? '');
  if (!item) return undefined;
  const isExplained = frame.story === 'quiz.explained';
  const answer = frame.context.quizAnswers[item.id];
  return {
    // In every run alike: two who play side by side see the same question.
    ...presentQuizItem(item, { scenario, texts, footnotes, seed: 'run', isExplained, answer }),
    history: answeredItems(present).map(({ item: { id }, isCorrect }) => ({ item: id, isCorrect })),
  };
}

/** Items answered so far, in order; skipped ones do not count. */
export function answeredItems({
  scenario,
  frame,
}: Presenting): readonly { readonly item: QuizItem; readonly isCorrect: boolean }[] {
  const { quiz } = runTables(scenario);
  return Object.entries(frame.context.quizAnswers).flatMap(([id, { response }]) => {
    const item = quiz.get(id);
    return item ? [{ item, isCorrect: isRight(item, response) }] : [];
  });
}
