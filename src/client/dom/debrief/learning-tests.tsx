import type { ComponentChildren } from 'preact';
import type { LearningView, TestView } from '../../../core/view-model/index.ts';
import { CountBar } from '../charts/count-bar.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';

type TallyView = NonNullable<TestView['tally']>;
interface Pair {
  readonly pre?: TallyView | undefined;
  readonly post?: TallyView | undefined;
}

/** Both tests side by side, by what they ask for. */
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
      {objectives.length > 0 && <Objectives learning={learning} />}
    </section>
  );
}

function Objectives({ learning: { objectives, pre, post } }: { readonly learning: LearningView }) {
  const t = useWords();
  return (
    <>
      <table class="learn__table">
        <caption>{t('debrief.learning.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('debrief.learning.goal')}</th>
            <th scope="col">{t('debrief.learning.right')}</th>
            <th scope="col">{t('debrief.learning.hits')}</th>
            <th scope="col">{t('debrief.learning.falseAlarms')}</th>
            <th scope="col">{t('debrief.learning.sureRight')}</th>
            <th scope="col">{t('debrief.learning.sureWrong')}</th>
          </tr>
        </thead>
        <tbody>
          {objectives.map((row) => (
            <Row
              key={row.objective}
              id={row.objective}
              name={t('debrief.learning.objective', { objective: row.objective })}
              pair={row}
            />
          ))}
          <Row id="all" name={t('debrief.learning.all')} pair={{ pre: pre?.tally, post: post?.tally }} />
        </tbody>
      </table>
      <p class="fine-print">{t('debrief.learning.claims')}</p>
      <p class="fine-print">{t('debrief.learning.sureness.note')}</p>
    </>
  );
}

function Row({ id, name, pair }: { readonly id: string; readonly name: string; readonly pair: Pair }) {
  const t = useWords();
  return (
    <tr data-objective={id}>
      <th scope="row">{name}</th>
      <Cell label={t('debrief.learning.right')} pair={pair}>
        {(tally) => <Count count={tally.right} of={tally.count} />}
      </Cell>
      <Cell label={t('debrief.learning.hits')} pair={pair}>
        {({ hits, statements }) => <Count count={hits} of={statements.true} />}
      </Cell>
      <Cell label={t('debrief.learning.falseAlarms')} pair={pair}>
        {({ falseAlarms, statements }) => <Count count={falseAlarms} of={statements.other} />}
      </Cell>
      <Cell label={t('debrief.learning.sureRight')} pair={pair}>
        {({ sureness }) => <Sureness value={sureness.right} />}
      </Cell>
      <Cell label={t('debrief.learning.sureWrong')} pair={pair}>
        {({ sureness }) => <Sureness value={sureness.wrong} />}
      </Cell>
    </tr>
  );
}

interface CellProps {
  readonly label: string;
  readonly pair: Pair;
  readonly children: (tally: TallyView) => ComponentChildren;
}

/** Before and after, one below the other, so that a glance compares them. */
function Cell({ label, pair, children }: CellProps) {
  const t = useWords();
  return (
    <td data-label={label}>
      {(['pre', 'post'] as const).map((form) => {
        const tally = pair[form];
        return (
          <p key={form} class="learn__line" data-form={form}>
            <span class="learn__when">{t('debrief.learning.when', { form })}</span>
            {tally ? children(tally) : <span>{t('debrief.learning.notTaken')}</span>}
          </p>
        );
      })}
    </td>
  );
}

function Count({ count, of }: { readonly count: number; readonly of: number }) {
  const t = useWords();
  if (of === 0) return <span class="learn__none">{t('debrief.learning.noQuestion')}</span>;
  return (
    <>
      <span>{t('debrief.learning.of', { count, of })}</span>
      <CountBar count={count} of={of} />
    </>
  );
}

function Sureness({ value }: { readonly value: number | undefined }) {
  const t = useWords();
  if (value === undefined) return <span class="learn__none">{t('debrief.learning.noAnswer')}</span>;
  return <span>{t('debrief.learning.sureness', { value: Math.round(value * 10) / 10 })}</span>;
}
