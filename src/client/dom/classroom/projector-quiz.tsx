import type { PlayView, QuizResponse, QuizView } from '../../../core/view-model/index.ts';
import { ContinueButton } from '../parts/continue-button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { UndoButton } from '../parts/undo-button.tsx';
import { QuizHistory } from '../quiz/quiz-frame.tsx';
import { QuizPage } from '../quiz/quiz-page.tsx';
import { QuizQuestion } from '../quiz/quiz-question.tsx';
import { Ballot, VoteResult } from './ballot.tsx';

/** Nobody asks a class how sure it is. */
const CONFIDENCE = 'fairly-sure';

/** A question for a whole class: cards where one option is chosen; else the teacher enters what is said. */
export function ProjectorQuiz({ play, quiz: asked }: { readonly play: PlayView; readonly quiz: QuizView }) {
  const { view, send } = useDom();
  const t = useWords();
  const { confidence: _, ...quiz } = asked;
  const vote = view.classroom?.vote;
  const isOpen = quiz.state === 'question';
  const answer = (response: QuizResponse) =>
    send({ type: 'quiz.answer', item: quiz.item, response, confidence: CONFIDENCE });
  return (
    <QuizPage
      quiz={quiz}
      asked={quiz.item}
      progress={<QuizHistory history={quiz.history} isOpen={isOpen} />}
      count={t('quiz.number', { number: quiz.history.length + (isOpen ? 1 : 0) })}
      eyebrow={dateWords(view.language, play.masthead.date, 'long')}
      help={t('class.quiz.help')}
      question={
        vote ? (
          <Ballot key={vote.key} vote={vote} kind="option" onDecide={answer} />
        ) : (
          <QuizQuestion
            isTest={false}
            key={quiz.item}
            quiz={quiz}
            confidence={CONFIDENCE}
            onAnswer={({ response }) => answer(response)}
          />
        )
      }
      onSkip={() => send({ type: 'quiz.skip', item: quiz.item })}
      ways={<UndoButton />}
      footnotes={play.footnotes}
    >
      <ContinueButton scene={play.scene?.id ?? ''} />
      <VoteResult vote={vote} />
    </QuizPage>
  );
}
