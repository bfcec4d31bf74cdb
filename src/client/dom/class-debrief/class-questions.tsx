import type {
  CertaintyView,
  ClassAnswerView,
  ClassDebriefView,
  ClassQuestionView,
} from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';
import { CountRow } from './count-row.tsx';

/** How hard each question was, what wrong answers were given, and how sure the class was of them. */
export function ClassQuestions({
  debrief: { questions, certainty },
}: {
  readonly debrief: ClassDebriefView;
}) {
  const t = useWords();
  return (
    <>
      <p>{t('class-debrief.questions.lead')}</p>
      {certainty && <Certainty certainty={certainty} />}
      <ol class="class-debrief__list">
        {questions
          // What most got wrong is worth talking about first.
          .toSorted((a, b) => a.percent - b.percent)
          .map((question) => (
            <Question key={question.key} question={question} />
          ))}
      </ol>
    </>
  );
}

function Question({ question }: { readonly question: ClassQuestionView }) {
  const t = useWords();
  const { key, where, stem, answers, right, percent, options, certainty } = question;
  const main = options.find(({ isMain }) => isMain);
  return (
    <li class="class-debrief__item" data-question={key}>
      <h3>{stem}</h3>
      <p class="class-debrief__small">{t('class-debrief.question', { where, answers, right, percent })}</p>
      <ul class="count-rows">
        {options.map((option) => (
          <CountRow
            key={option.id}
            count={option.count}
            percent={option.percent}
            mark={option.isRight ? 'good' : option.isMain ? 'bad' : undefined}
          >
            {option.label} <Flag option={option} />
          </CountRow>
        ))}
      </ul>
      {main?.why !== undefined && (
        <p class="class-debrief__why">{t('class-debrief.mistake', { answer: main.label, why: main.why })}</p>
      )}
      {certainty !== undefined && certainty.sureWrong > 0 && (
        <p class="class-debrief__small">{t('class-debrief.sureWrong', { count: certainty.sureWrong })}</p>
      )}
    </li>
  );
}

function Flag({ option: { isRight, isMain } }: { readonly option: ClassAnswerView }) {
  const t = useWords();
  if (!isRight && !isMain) return null;
  return (
    <b class="class-debrief__flag">
      <Icon name={isRight ? 'check' : 'x'} /> {t('class-debrief.flag', { kind: isRight ? 'right' : 'main' })}
    </b>
  );
}

const ROWS = [
  { kind: 'sure', right: 'sureRight', wrong: 'sureWrong' },
  { kind: 'guessed', right: 'guessedRight', wrong: 'guessedWrong' },
] as const;

/** Certainty against correctness: the corner of sure and wrong is the one to talk about. */
function Certainty({ certainty }: { readonly certainty: CertaintyView }) {
  const t = useWords();
  return (
    <table class="certainty">
      <caption>{t('class-debrief.certainty')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('class-debrief.certainty.right')}</th>
          <th scope="col">{t('class-debrief.certainty.wrong')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ kind, right, wrong }) => (
          <tr key={kind}>
            <th scope="row">{t('class-debrief.certainty.row', { kind })}</th>
            <td data-cell={right}>{certainty[right]}</td>
            <td data-cell={wrong}>{certainty[wrong]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Test before and test after of those who took both, and how much it says. */
export function ClassGain({ gain }: { readonly gain: NonNullable<ClassDebriefView['gain']> }) {
  const t = useWords();
  const { n, before, after, isSmall, isHigh } = gain;
  const hasGain = gain.gain === undefined ? 'no' : 'yes';
  return (
    <>
      <p>{t('class-debrief.gain.n', { n })}</p>
      <ul class="count-rows count-rows--percent">
        {(['before', 'after'] as const).map((form) => (
          <li key={form} class="count-row">
            <span class="count-row__words">{t('class-debrief.gain.form', { form })}</span>
            <span class="count-row__bar" data-mark={form === 'after' ? 'good' : undefined} aria-hidden="true">
              <i style={{ inlineSize: `${form === 'before' ? before : after}%` }} />
            </span>
            <span class="count-row__count">
              {t('class-debrief.gain.percent', { percent: form === 'before' ? before : after })}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('class-debrief.gain.gain', { hasGain, gain: Math.round((gain.gain ?? 0) * 100) / 100 })}</p>
      {isSmall && <p class="class-debrief__warning">{t('class-debrief.gain.small', { n })}</p>}
      {isHigh && <p class="class-debrief__warning">{t('class-debrief.gain.high', { before })}</p>}
    </>
  );
}
