import { useLayoutEffect, useState } from 'preact/hooks';
import type { Mood, PlayView, QuizOptionView, QuizView } from '../../../core/view-model/index.ts';
import { Figure, Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { SettingsButton } from '../parts/page-frame.tsx';
import { ProseText } from '../parts/prose.tsx';
import { UndoButton } from '../parts/undo-button.tsx';
import { Footnotes } from '../play/footnotes.tsx';

type Confidence = NonNullable<QuizView['confidence']>;
const CONFIDENCES: readonly Confidence[] = ['guess', 'fairly-sure', 'sure'];
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

/** A quiz item: answer and how sure one is of it together, then an explanation for every option. */
export function QuizScreen({ play, quiz }: { readonly play: PlayView; readonly quiz: QuizView }) {
  const { view } = useDom();
  const t = useWords();
  const isOpen = quiz.state === 'question';
  const number = quiz.history.length + (isOpen ? 1 : 0);
  return (
    <div class="quiz" data-quiz={quiz.item} data-state={quiz.state}>
      <header class="bar bar--quiz">
        <p class="bar__name">{view.scenarioTitle}</p>
        <QuizHistory quiz={quiz} />
        <p class="bar__count">{t('quiz.number', { number })}</p>
        <div class="bar__tools">
          <SettingsButton />
        </div>
      </header>
      <main id="main" class="quiz__main" tabIndex={-1}>
        <section class="quiz__question">
          <p class="eyebrow">{dateWords(view.language, play.masthead.date, 'long')}</p>
          <h1 class="quiz__stem" tabIndex={-1} data-heading>
            <ProseText prose={quiz.stem} />
          </h1>
          {isOpen ? <OpenQuestion key={quiz.item} quiz={quiz} /> : <Explained quiz={quiz} />}
          {!isOpen && <Footnotes facts={play.footnotes} />}
        </section>
        {isOpen ? <QuizHelp /> : <Verdict quiz={quiz} scene={play.scene?.id ?? ''} />}
      </main>
    </div>
  );
}

function QuizHistory({ quiz }: { readonly quiz: QuizView }) {
  const t = useWords();
  const right = quiz.history.filter((entry) => entry.isCorrect).length;
  return (
    <div class="quiz-history">
      {quiz.history.map((entry) => (
        <i
          key={entry.item}
          class={entry.isCorrect ? 'quiz-history__right' : 'quiz-history__wrong'}
          aria-hidden="true"
        />
      ))}
      {quiz.state === 'question' && <i class="quiz-history__now" aria-hidden="true" />}
      <span class="visually-hidden">{t('quiz.history', { right, count: quiz.history.length })}</span>
    </div>
  );
}

function OpenQuestion({ quiz }: { readonly quiz: QuizView }) {
  const { send } = useDom();
  const t = useWords();
  const [option, setOption] = useState<string>();
  const [confidence, setConfidence] = useState<Confidence>();
  // Whichever of the two comes last sends the answer: it is never known before the confidence.
  useLayoutEffect(() => {
    if (option !== undefined && confidence !== undefined)
      send({ type: 'quiz.answer', item: quiz.item, option, confidence });
  }, [option, confidence]);
  return (
    <>
      <ol class="options" aria-label={t('quiz.options')}>
        {quiz.options.map((it, index) => (
          <li key={it.id}>
            <button
              type="button"
              class="option"
              data-option={it.id}
              aria-pressed={option === it.id}
              onClick={() => setOption(it.id)}
            >
              <span class="option__key" aria-hidden="true">
                {LETTERS[index]}
              </span>
              <span class="option__text">
                <OptionText option={it} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      <section class="confidence" aria-labelledby="confidence-title">
        <h2 id="confidence-title" class="confidence__title">
          {t('quiz.howSure')}
        </h2>
        <div class="confidence__row">
          {CONFIDENCES.map((level, index) => (
            <button
              key={level}
              type="button"
              class="confidence__level"
              data-confidence={level}
              aria-pressed={confidence === level}
              onClick={() => setConfidence(level)}
            >
              <span class="confidence__bars" data-level={index + 1} aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {t('quiz.confidence', { level })}
            </button>
          ))}
        </div>
        <p class="confidence__note" role="status">
          {option !== undefined && confidence === undefined
            ? t('quiz.nowConfidence')
            : confidence !== undefined && option === undefined
              ? t('quiz.nowOption')
              : t('quiz.both')}
        </p>
      </section>
      <div class="quiz__ways">
        <Button action="skip" kind="quiet" onPress={() => send({ type: 'quiz.skip', item: quiz.item })}>
          {t('quiz.skip')}
        </Button>
        <UndoButton />
      </div>
    </>
  );
}

function OptionText({ option }: { readonly option: QuizOptionView }) {
  // Marks in an option would be controls within a control; the explanation carries the sources.
  return <>{option.text.map((segment) => (segment.kind === 'fact' ? '' : segment.text)).join('')}</>;
}

function Explained({ quiz }: { readonly quiz: QuizView }) {
  const t = useWords();
  return (
    <ol class="options options--explained">
      {quiz.options.map((option, index) => {
        const state = option.isKey ? 'right' : option.isChosen ? 'wrong' : 'other';
        return (
          <li
            key={option.id}
            class={`answer answer--${state}`}
            data-option={option.id}
            data-key={option.isKey === true}
            data-chosen={option.isChosen === true}
          >
            <span class="option__key" aria-hidden="true">
              {option.isKey ? <Icon name="check" /> : option.isChosen ? <Icon name="x" /> : LETTERS[index]}
            </span>
            <div class="answer__text">
              <p class="answer__option">
                <ProseText prose={option.text} />
              </p>
              {(option.isKey || option.isChosen) && (
                <p class="answer__mark">
                  {t('quiz.mark', {
                    mark: option.isKey ? (option.isChosen ? 'chosenRight' : 'right') : 'chosenWrong',
                  })}
                </p>
              )}
              {option.why && (
                <p class="answer__why">
                  <ProseText prose={option.why} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function QuizHelp() {
  const t = useWords();
  return (
    <aside class="quiz__side quiz__side--help" aria-label={t('quiz.help.title')}>
      <p class="quiz__help">{t('quiz.help')}</p>
      <Reporter mood="suspicious" />
    </aside>
  );
}

function Verdict({ quiz, scene }: { readonly quiz: QuizView; readonly scene: string }) {
  const { send } = useDom();
  const t = useWords();
  const verdict = quiz.state === 'skipped' ? 'skipped' : quiz.isCorrect ? 'right' : 'wrong';
  const icon = { skipped: 'skip-forward', right: 'check-circle', wrong: 'x-circle' }[verdict];
  return (
    <aside class="quiz__side" aria-labelledby="verdict-title">
      <h2 id="verdict-title" class={`verdict verdict--${verdict}`} tabIndex={-1} data-heading="later">
        <Icon name={icon} />
        {t('quiz.verdict', { verdict })}
      </h2>
      {quiz.confidence && (
        <p class="verdict__sure">
          {t('quiz.calibration', { level: quiz.confidence, isCorrect: quiz.isCorrect ? 'yes' : 'no' })}
        </p>
      )}
      <div class="ways">
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
      </div>
      <Reporter mood={verdict === 'right' ? 'pleased' : 'neutral'} />
    </aside>
  );
}

function Reporter({ mood }: { readonly mood: Mood }) {
  const reporter = useDom().view.cover?.reporter;
  if (reporter === undefined) return null;
  return (
    <div class="quiz__reporter" aria-hidden="true">
      <Figure name={reporter} mood={mood} />
    </div>
  );
}
