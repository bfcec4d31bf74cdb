import type { RoundQuestionView, RoundView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { SettingsButton } from '../parts/page-frame.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { QuizExplained } from './quiz-explained.tsx';
import { QuizHelp, QuizHistory, QuizVerdict } from './quiz-frame.tsx';
import { QuizHeading, QuizQuestion } from './quiz-question.tsx';
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
  const { view, send } = useDom();
  const t = useWords();
  const { quiz, number, count, kind, isTest } = round;
  const isOpen = quiz.state === 'question';
  return (
    <div class="quiz" data-quiz={quiz.item} data-type={quiz.type} data-state={quiz.state} data-round={kind}>
      <header class="bar bar--quiz">
        <p class="bar__name">{view.scenarioTitle}</p>
        {isTest ? (
          <progress class="round-progress" value={number - 1} max={count} aria-hidden="true" />
        ) : (
          <QuizHistory history={quiz.history} isOpen={isOpen} />
        )}
        <p class="bar__count">{t('round.number', { number, count })}</p>
        <div class="bar__tools">
          <Button action="back" kind="quiet" icon="x" onPress={() => send({ type: 'screen.back' })}>
            {t('round.leave')}
          </Button>
          <SettingsButton />
        </div>
      </header>
      <main id="main" class="quiz__main" tabIndex={-1}>
        <section class="quiz__question">
          <p class="eyebrow">{t('round.kind', { kind })}</p>
          <QuizHeading quiz={quiz} />
          {isOpen ? (
            <>
              <QuizQuestion
                key={`${kind} ${number} ${quiz.item}`}
                quiz={quiz}
                onAnswer={(answer) =>
                  send({ type: 'round.move', move: { type: 'answer', item: quiz.item, answer } })
                }
              />
              <div class="quiz__ways">
                <Button
                  action="skip"
                  kind="quiet"
                  onPress={() => send({ type: 'round.move', move: { type: 'skip', item: quiz.item } })}
                >
                  {t('quiz.skip')}
                </Button>
              </div>
            </>
          ) : (
            <>
              <QuizExplained quiz={quiz} />
              <Footnotes facts={round.footnotes} />
            </>
          )}
        </section>
        {isOpen ? (
          <QuizHelp words={t('round.help', { isTest: isTest ? 'yes' : 'no' })} />
        ) : (
          <QuizVerdict quiz={quiz}>
            <Button
              action="continue"
              kind="primary"
              iconAfter="arrow-right"
              onPress={() => send({ type: 'round.move', move: { type: 'next' } })}
            >
              {t('round.next', { isLast: number === count ? 'yes' : 'no' })}
            </Button>
          </QuizVerdict>
        )}
      </main>
    </div>
  );
}
