import type { ComponentChildren } from 'preact';
import type { FactView, QuizItemView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { SettingsButton } from '../parts/page-frame.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { QuizExplained } from './quiz-explained.tsx';
import { QuizHelp, QuizVerdict } from './quiz-frame.tsx';
import { QuizHeading, QuizQuestion } from './quiz-question.tsx';

type OnAnswer = Parameters<typeof QuizQuestion>[0]['onAnswer'];

export interface QuizPageProps {
  readonly quiz: QuizItemView;
  /** A new name for each time a question is asked: its answer starts empty. */
  readonly asked: string;
  /** Kind of the round, outside a run. */
  readonly round?: string;
  readonly isTest?: boolean;
  /** How far one has come, by signs; and in words. */
  readonly progress: ComponentChildren;
  readonly count: string;
  readonly tools?: ComponentChildren;
  readonly eyebrow: ComponentChildren;
  readonly help: string;
  /** What to do with an answer; or another way to ask. */
  readonly onAnswer?: OnAnswer;
  readonly question?: ComponentChildren;
  readonly onSkip: () => void;
  /** Beside the way to skip. */
  readonly ways?: ComponentChildren;
  readonly footnotes: readonly FactView[];
  /** Ways on from the explanation. */
  readonly children: ComponentChildren;
}

/** A question and, once it is answered or skipped, what there is to know about it; in a run or in a round. */
export function QuizPage(props: QuizPageProps) {
  const { quiz, round, isTest = false, asked, ways, footnotes, children } = props;
  const { view } = useDom();
  const t = useWords();
  const isOpen = quiz.state === 'question';
  return (
    <div class="quiz" data-quiz={quiz.item} data-type={quiz.type} data-state={quiz.state} data-round={round}>
      <header class="bar bar--quiz">
        <p class="bar__name">{view.scenarioTitle}</p>
        {props.progress}
        <p class="bar__count">{props.count}</p>
        <div class="bar__tools">
          {props.tools}
          <SettingsButton />
        </div>
      </header>
      <main id="main" class="quiz__main" tabIndex={-1}>
        <section class="quiz__question">
          <p class="eyebrow">{props.eyebrow}</p>
          <QuizHeading quiz={quiz} />
          {isOpen ? (
            <>
              {props.question}
              {props.onAnswer && (
                <QuizQuestion key={asked} quiz={quiz} isTest={isTest} onAnswer={props.onAnswer} />
              )}
              <div class="quiz__ways">
                <Button action="skip" kind="quiet" onPress={props.onSkip}>
                  {t('quiz.skip')}
                </Button>
                {ways}
              </div>
            </>
          ) : (
            <>
              <QuizExplained quiz={quiz} />
              <Footnotes facts={footnotes} />
            </>
          )}
        </section>
        {isOpen ? <QuizHelp words={props.help} /> : <QuizVerdict quiz={quiz}>{children}</QuizVerdict>}
      </main>
    </div>
  );
}
