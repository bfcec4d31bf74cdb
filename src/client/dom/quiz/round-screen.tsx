import type { RoundQuestionView, RoundView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { QuizHistory } from './quiz-frame.tsx';
import { QuizPage } from './quiz-page.tsx';
import { RoundReview } from './round-review.tsx';
import { RoundSetup } from './round-setup.tsx';

/** Questions outside a run: what to ask, question by question, and what came of it. */
export function RoundScreen({ round }: { readonly round: RoundView }) {
  switch (round.stage) {
    case 'setup':
      return <RoundSetup round={round} />;
    case 'question':
      return <RoundQuestion round={round} />;
    case 'review':
      return <RoundReview round={round} />;
  }
}

function RoundQuestion({ round }: { readonly round: RoundQuestionView }) {
  const { send } = useDom();
  const t = useWords();
  const { quiz, number, count, kind, isTest } = round;
  return (
    <QuizPage
      quiz={quiz}
      asked={`${kind} ${number} ${quiz.item}`}
      round={kind}
      isTest={isTest}
      progress={
        isTest ? (
          <progress class="round-progress" value={number - 1} max={count} aria-hidden="true" />
        ) : (
          <QuizHistory history={quiz.history} isOpen={quiz.state === 'question'} />
        )
      }
      count={t('round.number', { number, count })}
      tools={
        <Button action="back" kind="quiet" icon="x" onPress={() => send({ type: 'screen.back' })}>
          {t('round.leave')}
        </Button>
      }
      eyebrow={t('round.kind', { kind })}
      help={t('round.help', { isTest: isTest ? 'yes' : 'no' })}
      onAnswer={(answer) => send({ type: 'round.move', move: { type: 'answer', item: quiz.item, answer } })}
      onSkip={() => send({ type: 'round.move', move: { type: 'skip', item: quiz.item } })}
      footnotes={round.footnotes}
    >
      <Button
        action="continue"
        kind="primary"
        iconAfter="arrow-right"
        onPress={() => send({ type: 'round.move', move: { type: 'next' } })}
      >
        {t('round.next', { isLast: number === count ? 'yes' : 'no' })}
      </Button>
    </QuizPage>
  );
}
