import type { PlayView, QuizView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { SettingsButton } from '../parts/page-frame.tsx';
import { UndoButton } from '../parts/undo-button.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { QuizExplained } from './quiz-explained.tsx';
import { QuizHelp, QuizHistory, QuizVerdict } from './quiz-frame.tsx';
import { QuizHeading, QuizQuestion } from './quiz-question.tsx';

/** A quiz item of a run: answer and how sure one is of it together, then an explanation for every option. */
export function QuizScreen({ play, quiz }: { readonly play: PlayView; readonly quiz: QuizView }) {
  const { view, send } = useDom();
  const t = useWords();
  const isOpen = quiz.state === 'question';
  const number = quiz.history.length + (isOpen ? 1 : 0);
  const scene = play.scene?.id ?? '';
  return (
    <div class="quiz" data-quiz={quiz.item} data-type={quiz.type} data-state={quiz.state}>
      <header class="bar bar--quiz">
        <p class="bar__name">{view.scenarioTitle}</p>
        <QuizHistory history={quiz.history} isOpen={isOpen} />
        <p class="bar__count">{t('quiz.number', { number })}</p>
        <div class="bar__tools">
          <SettingsButton />
        </div>
      </header>
      <main id="main" class="quiz__main" tabIndex={-1}>
        <section class="quiz__question">
          <p class="eyebrow">{dateWords(view.language, play.masthead.date, 'long')}</p>
          <QuizHeading quiz={quiz} />
          {isOpen ? (
            <>
              <QuizQuestion
                key={quiz.item}
                quiz={quiz}
                onAnswer={(answer) => send({ type: 'quiz.answer', item: quiz.item, ...answer })}
              />
              <div class="quiz__ways">
                <Button
                  action="skip"
                  kind="quiet"
                  onPress={() => send({ type: 'quiz.skip', item: quiz.item })}
                >
                  {t('quiz.skip')}
                </Button>
                <UndoButton />
              </div>
            </>
          ) : (
            <>
              <QuizExplained quiz={quiz} />
              <Footnotes facts={play.footnotes} />
            </>
          )}
        </section>
        {isOpen ? (
          <QuizHelp words={t('quiz.help')} />
        ) : (
          <QuizVerdict quiz={quiz}>
            <Button
              action="continue"
              kind="primary"
              iconAfter="arrow-right"
              onPress={() => send({ type: 'scene.continue', scene })}
            >
              {t('play.continue')}
            </Button>
            <Button
              action="notebook"
              kind="quiet"
              onPress={() => send({ type: 'screen.open', screen: 'notebook' })}
            >
              {t('quiz.readSources')}
            </Button>
          </QuizVerdict>
        )}
      </main>
    </div>
  );
}
