import { runTables } from '../machine/index.ts';
import type { QuizItem } from '../scenario/index.ts';
import { parseProse } from './prose.ts';
import type { Presenting } from './run-history.ts';
import { currentScene } from './scene-view.ts';
import type { QuizView } from './view-model.ts';

export function presentQuiz(present: Presenting): QuizView | undefined {
  const { scenario, texts, frame, footnotes } = present;
  const item = runTables(scenario).quiz.get(currentScene(present)?.quiz ?? '');
  if (!item) return undefined;
  const words = texts.quiz[item.id];
  const prose = (text: string | undefined) => parseProse(text ?? '', footnotes);
  const isExplained = frame.story === 'quiz.explained';
  const answer = isExplained ? frame.context.quizAnswers[item.id] : undefined;
  return {
    item: item.id,
    stem: prose(words?.stem),
    options: item.options.map(({ id }) => ({
      id,
      text: prose(words?.options[id]?.text),
      ...(isExplained
        ? { why: prose(words?.options[id]?.why), isKey: id === item.key, isChosen: id === answer?.option }
        : {}),
    })),
    state: isExplained ? (answer ? 'explained' : 'skipped') : 'question',
    ...(answer ? { isCorrect: answer.option === item.key, confidence: answer.confidence } : {}),
    facts: isExplained ? item.facts : [],
    history: answeredItems(present).map(({ item: { id }, isCorrect }) => ({ item: id, isCorrect })),
  };
}

/** Items answered so far, in order; skipped ones do not count. */
export function answeredItems({
  scenario,
  frame,
}: Presenting): readonly { readonly item: QuizItem; readonly isCorrect: boolean }[] {
  const { quiz } = runTables(scenario);
  return Object.entries(frame.context.quizAnswers).flatMap(([id, { option }]) => {
    const item = quiz.get(id);
    return item ? [{ item, isCorrect: item.key === option }] : [];
  });
}
