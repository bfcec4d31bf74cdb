import type { ComponentChildren } from 'preact';
import type { QuizItemView, QuizOptionView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';
import { LETTERS, type TaskOf } from './quiz-text.ts';

/** What was right, what the player answered, and why, for every part of the answer. */
export function QuizExplained({ quiz }: { readonly quiz: QuizItemView }) {
  const { task } = quiz;
  const isAnswered = quiz.state === 'explained';
  switch (task.kind) {
    case 'choice':
      return <ExplainedChoice task={task} />;
    case 'marks':
      return <ExplainedMarks task={task} isAnswered={isAnswered} />;
    case 'order':
      return <ExplainedOrder task={task} />;
    case 'match':
      return <ExplainedMatch task={task} />;
    case 'estimate':
      return <ExplainedEstimate task={task} isRight={quiz.isCorrect === true} />;
  }
}

type State = 'right' | 'wrong' | 'other';

interface AnswerLineProps {
  readonly option: QuizOptionView;
  readonly state: State;
  /** Shown in the box where there is neither a tick nor a cross. */
  readonly sign: string;
  readonly isTicked: boolean;
  readonly mark: string | undefined;
  readonly children?: ComponentChildren;
}

function AnswerLine({ option, state, sign, isTicked, mark, children }: AnswerLineProps) {
  return (
    <li
      class={`answer answer--${state}`}
      data-option={option.id}
      data-key={option.isKey === true}
      data-chosen={option.isChosen === true}
    >
      <span class="option__key" aria-hidden="true">
        {state === 'wrong' ? <Icon name="x" /> : isTicked ? <Icon name="check" /> : sign}
      </span>
      <div class="answer__text">
        <p class="answer__option">
          <ProseText prose={option.text} />
        </p>
        {children}
        {mark && <p class="answer__mark">{mark}</p>}
        <Why prose={option.why} />
      </div>
    </li>
  );
}

function Why({ prose }: { readonly prose: QuizOptionView['why'] }) {
  if (!prose) return null;
  return (
    <p class="answer__why">
      <ProseText prose={prose} />
    </p>
  );
}

function ExplainedChoice({ task }: { readonly task: TaskOf<'choice'> }) {
  const t = useWords();
  return (
    <ol class="options options--explained">
      {task.options.map((option, index) => {
        const { isKey, isChosen } = option;
        const mark = isKey ? (isChosen ? 'chosenRight' : 'right') : 'chosenWrong';
        return (
          <AnswerLine
            key={option.id}
            option={option}
            state={isKey ? 'right' : isChosen ? 'wrong' : 'other'}
            sign={LETTERS[index] ?? ''}
            isTicked={isKey === true}
            mark={isKey || isChosen ? t('quiz.mark', { mark }) : undefined}
          />
        );
      })}
    </ol>
  );
}

function ExplainedMarks({
  task,
  isAnswered,
}: {
  readonly task: TaskOf<'marks'>;
  readonly isAnswered: boolean;
}) {
  const t = useWords();
  return (
    <ul class="options options--explained">
      {task.options.map((option) => {
        const isNo = option.isKey === true;
        const isHit = isNo === (option.isChosen === true);
        return (
          <AnswerLine
            key={option.id}
            option={option}
            state={isAnswered && !isHit ? 'wrong' : isNo ? 'right' : 'other'}
            sign="–"
            isTicked={isNo}
            mark={t('quiz.veto.mark', {
              vote: isNo ? 'no' : 'yes',
              answer: isAnswered ? (option.isChosen ? 'no' : 'yes') : 'none',
            })}
          />
        );
      })}
    </ul>
  );
}

function ExplainedOrder({ task }: { readonly task: TaskOf<'order'> }) {
  const t = useWords();
  return (
    <ol class="options options--explained" aria-label={t('quiz.order.right')}>
      {task.options.map((option) => {
        const { keyPlace = 0, chosenPlace } = option;
        const isHit = chosenPlace === keyPlace;
        return (
          <AnswerLine
            key={option.id}
            option={option}
            state={chosenPlace === undefined ? 'other' : isHit ? 'right' : 'wrong'}
            sign={`${keyPlace}`}
            isTicked={isHit}
            mark={t('quiz.order.mark', { keyPlace, chosenPlace: chosenPlace ?? 0 })}
          />
        );
      })}
    </ol>
  );
}

function ExplainedMatch({ task }: { readonly task: TaskOf<'match'> }) {
  const t = useWords();
  const textOf = (id: string | undefined) => task.targets.find((target) => target.id === id)?.text ?? '';
  return (
    <ul class="options options--explained">
      {task.options.map((option) => {
        const { keyTarget, chosenTarget } = option;
        const isHit = chosenTarget === keyTarget;
        return (
          <AnswerLine
            key={option.id}
            option={option}
            state={chosenTarget === undefined ? 'other' : isHit ? 'right' : 'wrong'}
            sign="–"
            isTicked={isHit}
            mark={
              chosenTarget === undefined
                ? undefined
                : t('quiz.match.mark', { isRight: isHit ? 'yes' : 'no', text: textOf(chosenTarget) })
            }
          >
            <p class="answer__target">
              <Icon name="arrow-right" />
              <span>{textOf(keyTarget)}</span>
            </p>
          </AnswerLine>
        );
      })}
    </ul>
  );
}

function ExplainedEstimate({
  task,
  isRight,
}: {
  readonly task: TaskOf<'estimate'>;
  readonly isRight: boolean;
}) {
  const t = useWords();
  const { min, max, unit, key = min, tolerance = 0, chosen, why } = task;
  const share = (value: number) => `${((Math.min(max, Math.max(min, value)) - min) / (max - min)) * 100}%`;
  return (
    <div class="estimate estimate--explained">
      <div class="estimate__track" aria-hidden="true">
        <i
          class="estimate__band"
          style={{ left: share(key - tolerance), right: `calc(100% - ${share(key + tolerance)})` }}
        />
        <i class="estimate__key" style={{ left: share(key) }} />
        {chosen !== undefined && (
          <i
            class={`estimate__chosen estimate__chosen--${isRight ? 'right' : 'wrong'}`}
            style={{ left: share(chosen) }}
          >
            <Icon name={isRight ? 'check' : 'x'} />
          </i>
        )}
      </div>
      <p class="estimate__result" data-key={key}>
        {t('quiz.estimate.right', { key, unit, from: key - tolerance, to: key + tolerance, tolerance })}
      </p>
      {chosen !== undefined && (
        <p class="estimate__own" data-chosen={chosen}>
          {t('quiz.estimate.own', { chosen, unit })}
        </p>
      )}
      <Why prose={why} />
    </div>
  );
}
