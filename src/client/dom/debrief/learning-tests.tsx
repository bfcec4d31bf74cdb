import type { ComponentChildren } from 'preact';
import type { LearningView, TestView } from '../../../core/view-model/index.ts';
import { CountBar } from '../charts/count-bar.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';

type TallyView = NonNullable<TestView['tally']>;
const FORMS = ['pre', 'post'] as const;
type Form = (typeof FORMS)[number];
type Pair = { readonly [form in Form]?: TallyView | undefined };
const MEASURES = ['right', 'hits', 'falseAlarms', 'sureRight', 'sureWrong'] as const;
type Measure = (typeof MEASURES)[number];

/** Both tests side by side: all questions together, then by what they ask for. */
export function LearningTests({ learning }: { readonly learning: LearningView }) {
  const { send } = useDom();
  const t = useWords();
  const { hasTests, pre, post, objectives } = learning;
  if (!hasTests) return null;
  const state = pre ? (post ? 'both' : 'pre') : post ? 'post' : 'none';
  return (
    <section aria-labelledby="learn-tests" data-tests={state}>
      <h3 id="learn-tests">{t('debrief.learning.tests')}</h3>
      {pre && post ? (
        <p>
          {t('round.gain.both', {
            pre: pre.right,
            preCount: pre.count,
            post: post.right,
            postCount: post.count,
          })}
        </p>
      ) : (
        <p>{t('debrief.learning.tests.missing', { state })}</p>
      )}
      {!post && (
        <Button
          action="learn-post"
          kind="primary"
          icon="play"
          onPress={() => send({ type: 'round.start', kind: 'post' })}
        >
          {t('debrief.learning.tests.start')}
        </Button>
      )}
      {objectives.length > 0 && <Tallies learning={learning} />}
    </section>
  );
}

/** First all questions together, then what was right goal by goal; the rest is folded. */
function Tallies({ learning: { objectives, pre, post } }: { readonly learning: LearningView }) {
  const t = useWords();
  const all: Pair = { pre: pre?.tally, post: post?.tally };
  const forms = FORMS.filter((form) => all[form]);
  return (
    <>
      <TallyTable caption={t('debrief.learning.all')} goal={t('debrief.learning.measure')} forms={forms}>
        {MEASURES.filter((measure) => forms.some((form) => isMeasured(all[form], measure))).map((measure) => (
          <Row
            key={measure}
            id={measure}
            name={t('debrief.learning.measures', { measure })}
            {...{ forms, measure, pair: all }}
          />
        ))}
      </TallyTable>
      <TallyTable caption={t('debrief.learning.table')} goal={t('debrief.learning.goal')} forms={forms}>
        {objectives.map((row) => (
          <Row
            key={row.objective}
            id={row.objective}
            name={t('debrief.learning.objective', { objective: row.objective })}
            {...{ forms, measure: 'right', pair: row }}
          />
        ))}
      </TallyTable>
      <details class="learn__more">
        <summary>{t('debrief.learning.more')}</summary>
        <p>{t('debrief.learning.claims')}</p>
        <p>{t('debrief.learning.sureness.note')}</p>
        <ul>
          {objectives.map((row) => (
            <li key={row.objective} data-more={row.objective}>
              {t('debrief.learning.objective', { objective: row.objective })}
              <More forms={forms} pair={row} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface TallyTableProps {
  readonly caption: string;
  /** Above the first column. */
  readonly goal: string;
  readonly forms: readonly Form[];
  readonly children: ComponentChildren;
}

function TallyTable({ caption, goal, forms, children }: TallyTableProps) {
  const t = useWords();
  return (
    <table class="learn__table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{goal}</th>
          {forms.map((form) => (
            <th key={form} scope="col">
              {t('debrief.learning.when', { form })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly forms: readonly Form[];
  readonly measure: Measure;
  readonly pair: Pair;
}

function Row({ id, name, forms, measure, pair }: RowProps) {
  return (
    <tr data-row={id}>
      <th scope="row">{name}</th>
      {forms.map((form) => (
        <td key={form} data-form={form}>
          <Measured tally={pair[form]} measure={measure} />
        </td>
      ))}
    </tr>
  );
}

/** In words. Only what was right has boxes: a full one always means the same. */
function Measured({ tally, measure }: { readonly tally: TallyView | undefined; readonly measure: Measure }) {
  const t = useWords();
  if (!tally || !isMeasured(tally, measure))
    return <span class="learn__none">{t('debrief.learning.nothing', { measure })}</span>;
  const words = valueWords(t, tally, measure);
  if (measure !== 'right') return words;
  return (
    <span class="learn__count">
      <span>{words}</span>
      <CountBar count={tally.right} of={tally.count} />
    </span>
  );
}

function valueWords(t: ReturnType<typeof useWords>, tally: TallyView, measure: Measure): string {
  const { right, count, hits, falseAlarms, statements, sureness } = tally;
  switch (measure) {
    case 'right':
      return t('debrief.learning.of', { count: right, of: count });
    case 'hits':
      return t('debrief.learning.of', { count: hits, of: statements.true });
    case 'falseAlarms':
      return t('debrief.learning.of', { count: falseAlarms, of: statements.other });
    case 'sureRight':
      return t('debrief.learning.sureness', { value: rounded(sureness.right) });
    case 'sureWrong':
      return t('debrief.learning.sureness', { value: rounded(sureness.wrong) });
  }
}

function rounded(value = 0): number {
  return Math.round(value * 10) / 10;
}

/** What else the questions on one goal say; with one question each that is not much. */
function More({ forms, pair }: { readonly forms: readonly Form[]; readonly pair: Pair }) {
  const t = useWords();
  return (
    <ul>
      {MEASURES.filter((measure) => measure !== 'right').flatMap((measure) =>
        forms.map((form) => {
          const tally = pair[form];
          if (!tally || !isMeasured(tally, measure)) return null;
          const value = valueWords(t, tally, measure);
          return (
            <li key={`${measure} ${form}`}>
              {t('debrief.learning.line', {
                name: t('debrief.learning.measures', { measure }),
                when: t('debrief.learning.when', { form }),
                value,
              })}
            </li>
          );
        }),
      )}
    </ul>
  );
}

/** Whether there was a question of that kind, and an answer where one is needed. */
function isMeasured(tally: TallyView | undefined, measure: Measure): boolean {
  switch (measure) {
    case 'right':
      return tally !== undefined && tally.count > 0;
    case 'hits':
      return tally !== undefined && tally.statements.true > 0;
    case 'falseAlarms':
      return tally !== undefined && tally.statements.other > 0;
    case 'sureRight':
      return tally?.sureness.right !== undefined;
    case 'sureWrong':
      return tally?.sureness.wrong !== undefined;
  }
}
