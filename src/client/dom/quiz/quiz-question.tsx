import { useLayoutEffect, useState } from 'preact/hooks';
import type { QuizItemView, QuizResponse } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';
import { ChoiceAnswer } from './choice-answer.tsx';
import { EstimateAnswer } from './estimate-answer.tsx';
import { MarksAnswer } from './marks-answer.tsx';
import { MatchAnswer } from './match-answer.tsx';
import { OrderAnswer } from './order-answer.tsx';
import { QuizPicture } from './quiz-picture.tsx';

type Confidence = NonNullable<QuizItemView['confidence']>;
const CONFIDENCES: readonly Confidence[] = ['guess', 'fairly-sure', 'sure'];

/** The question itself, with what belongs to it. */
export function QuizHeading({ quiz }: { readonly quiz: QuizItemView }) {
  const t = useWords();
  return (
    <>
      <h1 class="quiz__stem" tabIndex={-1} data-heading>
        <ProseText prose={quiz.stem} />
      </h1>
      {quiz.state === 'question' && quiz.type !== 'single' && (
        <p class="quiz__task">{t('quiz.task', { type: quiz.type })}</p>
      )}
      {quiz.picture && <QuizPicture picture={quiz.picture} />}
    </>
  );
}

interface QuestionProps {
  readonly quiz: QuizItemView;
  /** What is right comes only at the end then. */
  readonly isTest: boolean;
  /** What is right comes when the teacher shows it. */
  readonly inRoom?: boolean;
  /** Where nobody is asked for it. */
  readonly confidence?: Confidence;
  readonly onAnswer: (answer: { readonly response: QuizResponse; readonly confidence: Confidence }) => void;
}

/**
 * An open question. One option and the confidence send the answer, whichever comes last; an answer of several parts
 * is sent by a button of its own, since every part may still change.
 */
export function QuizQuestion({ quiz, isTest: isInTest, inRoom, confidence: fixed, onAnswer }: QuestionProps) {
  const t = useWords();
  const isTest = inRoom ? 'room' : isInTest ? 'yes' : 'no';
  const { task } = quiz;
  const isOneStep = task.kind === 'choice';
  // A list in order says something as it stands; everything else is empty at first.
  const [response, setResponse] = useState<QuizResponse | undefined>(() =>
    task.kind === 'order' ? task.options.map(({ id }) => id) : undefined,
  );
  const [confidence, setConfidence] = useState(fixed);
  const answer = () => {
    if (response !== undefined && confidence !== undefined) onAnswer({ response, confidence });
  };
  useLayoutEffect(() => {
    if (isOneStep) answer();
  }, [response, confidence]);
  const missing =
    response === undefined
      ? confidence === undefined
        ? 'both'
        : 'answer'
      : confidence
        ? 'none'
        : 'confidence';
  return (
    <>
      <Answer quiz={quiz} response={response} onChange={setResponse} />
      <section class="confidence" aria-labelledby="confidence-title">
        <h2 id="confidence-title" class={fixed ? 'visually-hidden' : 'confidence__title'}>
          {t(fixed ? 'quiz.answer' : 'quiz.howSure', { isTest })}
        </h2>
        {!fixed && (
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
        )}
        <p id="confidence-note" class="confidence__note" role="status">
          {t('quiz.missing', { missing: isOneStep || missing !== 'none' ? missing : 'ready', isTest })}
        </p>
        {!isOneStep && (
          <Button
            action="answer"
            kind="primary"
            icon="check"
            {...(missing === 'none' ? {} : { blockedBy: 'confidence-note' })}
            onPress={answer}
          >
            {t('quiz.answer', { isTest })}
          </Button>
        )}
      </section>
    </>
  );
}

interface AnswerProps {
  readonly quiz: QuizItemView;
  readonly response: QuizResponse | undefined;
  readonly onChange: (response: QuizResponse | undefined) => void;
}

function Answer({ quiz: { item, task }, response, onChange }: AnswerProps) {
  switch (task.kind) {
    case 'choice':
      return <ChoiceAnswer task={task} response={response} onChange={onChange} />;
    case 'marks':
      return <MarksAnswer task={task} onChange={onChange} />;
    case 'order':
      return <OrderAnswer task={task} onChange={onChange} />;
    case 'match':
      return <MatchAnswer item={item} task={task} onChange={onChange} />;
    case 'estimate':
      return <EstimateAnswer task={task} onChange={onChange} />;
  }
}
