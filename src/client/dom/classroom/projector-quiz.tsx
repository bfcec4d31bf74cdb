import type { PlayView, QuizResponse, QuizView } from '../../../core/view-model/index.ts';
import { useDom, useWords } from '../parts/env.ts';
import { QuizQuestion } from '../quiz/quiz-question.tsx';
import { Ballot, VoteResult } from './ballot.tsx';
import { ClassQuestionPage } from './class-question-page.tsx';

/** Nobody asks a class how sure it is. */
const CONFIDENCE = 'fairly-sure';

/** A question for a whole class: cards where one option is chosen; else the teacher enters what is said. */
export function ProjectorQuiz({ play, quiz }: { readonly play: PlayView; readonly quiz: QuizView }) {
  const { view, send } = useDom();
  const t = useWords();
  const vote = view.classroom?.vote;
  const answer = (response: QuizResponse) =>
    send({ type: 'quiz.answer', item: quiz.item, response, confidence: CONFIDENCE });
  return (
    <ClassQuestionPage
      play={play}
      quiz={quiz}
      help={t('class.quiz.help')}
      answering={(asked) =>
        vote ? (
          <Ballot key={vote.key} vote={vote} kind="option" onDecide={answer} />
        ) : (
          <QuizQuestion
            isTest={false}
            key={quiz.item}
            quiz={asked}
            confidence={CONFIDENCE}
            onAnswer={({ response }) => answer(response)}
          />
        )
      }
      answered={<VoteResult vote={vote} />}
    />
  );
}
