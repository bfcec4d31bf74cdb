import type { PlayView, QuizView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { ContinueButton } from '../parts/continue-button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { UndoButton } from '../parts/undo-button.tsx';
import { QuizHistory } from './quiz-frame.tsx';
import { QuizPage } from './quiz-page.tsx';

/** A quiz item of a run: answer and how sure one is of it together, then an explanation for every option. */
export function QuizScreen({ play, quiz }: { readonly play: PlayView; readonly quiz: QuizView }) {
  const { view, send } = useDom();
  const t = useWords();
  const isOpen = quiz.state === 'question';
  const number = quiz.history.length + (isOpen ? 1 : 0);
  const scene = play.scene?.id ?? '';
  return (
    <QuizPage
      quiz={quiz}
      asked={quiz.item}
      progress={<QuizHistory history={quiz.history} isOpen={isOpen} />}
      count={t('quiz.number', { number })}
      eyebrow={dateWords(view.language, play.masthead.date, 'long')}
      help={t('quiz.help')}
      onAnswer={(answer) => send({ type: 'quiz.answer', item: quiz.item, ...answer })}
      onSkip={() => send({ type: 'quiz.skip', item: quiz.item })}
      ways={<UndoButton />}
      footnotes={play.footnotes}
    >
      <ContinueButton scene={scene} />
      <Button
        action="notebook"
        kind="quiet"
        onPress={() => send({ type: 'screen.open', screen: 'notebook' })}
      >
        {t('quiz.readSources')}
      </Button>
    </QuizPage>
  );
}
