import type { ComponentChildren } from 'preact';
import type { PlayView, QuizItemView, QuizView } from '../../../core/view-model/index.ts';
import { ContinueButton } from '../parts/continue-button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { UndoButton } from '../parts/undo-button.tsx';
import { QuizHistory } from '../quiz/quiz-frame.tsx';
import { QuizPage } from '../quiz/quiz-page.tsx';

interface ClassQuestionPageProps {
  readonly play: PlayView;
  readonly quiz: QuizView;
  readonly help: string;
  /** Where the class answers. */
  readonly answering: (quiz: QuizItemView) => ComponentChildren;
  /** How it has answered. */
  readonly answered: ComponentChildren;
}

/** A question of the story for a whole class, which nobody asks how sure it is. */
export function ClassQuestionPage({ play, quiz: asked, help, answering, answered }: ClassQuestionPageProps) {
  const { view, send } = useDom();
  const t = useWords();
  const { confidence: _, ...quiz } = asked;
  const isOpen = quiz.state === 'question';
  return (
    <QuizPage
      quiz={quiz}
      asked={quiz.item}
      progress={<QuizHistory history={quiz.history} isOpen={isOpen} />}
      count={t('quiz.number', { number: quiz.history.length + (isOpen ? 1 : 0) })}
      eyebrow={dateWords(view.language, play.masthead.date, 'long')}
      help={help}
      question={answering(quiz)}
      onSkip={() => send({ type: 'quiz.skip', item: quiz.item })}
      ways={<UndoButton />}
      footnotes={play.footnotes}
    >
      <ContinueButton scene={play.scene?.id ?? ''} />
      {answered}
    </QuizPage>
  );
}
