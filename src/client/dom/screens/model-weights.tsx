import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ModelWeightsView } from '../../../core/view-model/index.ts';
import { Emblem } from '../parts/art.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

/** All numbers of the model, for whoever wants to know after the run why it came as it came. */
export function ModelWeights({ weights }: { readonly weights: ModelWeightsView }) {
  const t = useWords();
  return (
    <details class="weights">
      <summary>{t('card.weights')}</summary>
      <p class="weights__note">{t('card.weights.note')}</p>
      <WeightTable weights={weights} />
      <h3>{t('card.scores')}</h3>
      <p class="weights__note">{t('card.scores.note')}</p>
      <div class="weights__scores">
        {weights.issues.map((issue) => (
          <details key={issue.issue} data-scores={issue.issue}>
            <summary>{issue.name}</summary>
            <NumberTable
              caption={t('card.scores.caption', { issue: issue.name })}
              first={t('card.option')}
              weights={weights}
            >
              {issue.options.map(({ option, name, scores }) => (
                <tr key={option}>
                  <th scope="row">{name}</th>
                  {scores.map((score, index) => (
                    <td key={index}>{t('card.number', { value: score })}</td>
                  ))}
                </tr>
              ))}
            </NumberTable>
          </details>
        ))}
      </div>
      <h3>{t('card.thresholds')}</h3>
      <p class="weights__note">{t('card.thresholds.note')}</p>
      <ThresholdTable weights={weights} />
      <h3>{t('card.odds')}</h3>
      <p class="weights__note">{t('card.odds.note')}</p>
      <OddsTable weights={weights} />
      <h3>{t('card.redLines')}</h3>
      <RedLines weights={weights} />
    </details>
  );
}

interface TableProps {
  readonly caption: string;
  /** Words above the first column. */
  readonly first: string;
  readonly weights: ModelWeightsView;
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One column for each party. On a narrow page the table scrolls in its own place. */
function NumberTable({ caption, first, weights, foot, children }: TableProps) {
  return (
    <Scroller caption={caption}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {weights.parties.map(({ party, name, emblem }) => (
            <th key={party} scope="col" data-party={party}>
              <Emblem name={emblem} />
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </Scroller>
  );
}

function Scroller({ caption, children }: { readonly caption: string; readonly children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="weights__scroll" tabIndex={0} aria-labelledby={id}>
      <table class="numbers numbers--wide">
        <caption id={id}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

function WeightTable({ weights }: { readonly weights: ModelWeightsView }) {
  const t = useWords();
  const sums = weights.parties.map((_, index) =>
    weights.issues.reduce((sum, issue) => sum + (issue.weights[index] ?? 0), 0),
  );
  return (
    <NumberTable
      caption={t('card.weights.caption')}
      first={t('card.issue')}
      weights={weights}
      foot={
        <tr data-row="sum">
          <th scope="row">{t('card.sum')}</th>
          {sums.map((sum, index) => (
            <td key={index}>{t('card.number', { value: sum })}</td>
          ))}
        </tr>
      }
    >
      {weights.issues.map(({ issue, name, weights: values }) => (
        <tr key={issue} data-row={issue}>
          <th scope="row">{name}</th>
          {values.map((value, index) => (
            <td key={index}>
              {/* The dot says again how much, for the eye: its area is the weight. */}
              <i class="weights__dot" aria-hidden="true" style={{ '--size': `${Math.sqrt(value / 100)}` }} />
              {t('card.number', { value })}
            </td>
          ))}
        </tr>
      ))}
    </NumberTable>
  );
}

function ThresholdTable({ weights }: { readonly weights: ModelWeightsView }) {
  const t = useWords();
  return (
    <NumberTable caption={t('card.thresholds.caption')} first={t('card.phase')} weights={weights}>
      {weights.phases.map(({ id, title, date, thresholds }) => (
        <tr key={id} data-row={id}>
          <PhaseHead title={title} date={date} />
          {thresholds.map((threshold, index) => (
            <td key={index}>
              {threshold.kind === 'points' && t('card.number', { value: threshold.points })}
              {threshold.kind === 'no-say' && t('card.noVeto')}
              {threshold.kind === 'suit' &&
                t('card.suit', { without: threshold.withoutSuit, with: threshold.withSuit })}
            </td>
          ))}
        </tr>
      ))}
    </NumberTable>
  );
}

function OddsTable({ weights }: { readonly weights: ModelWeightsView }) {
  const t = useWords();
  return (
    <Scroller caption={t('card.odds.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('card.phase')}</th>
          <th scope="col">{t('card.odds.without')}</th>
          <th scope="col">{t('card.odds.with')}</th>
        </tr>
      </thead>
      <tbody>
        {weights.phases.map(({ id, title, date, odds }) => (
          <tr key={id} data-row={id}>
            <PhaseHead title={title} date={date} />
            <td>{t('card.odds.value', { ...odds.withoutSuit })}</td>
            <td>{t('card.odds.value', { ...odds.withSuit })}</td>
          </tr>
        ))}
      </tbody>
    </Scroller>
  );
}

function PhaseHead({ title, date }: { readonly title: string; readonly date: string }) {
  const { view } = useDom();
  return (
    <th scope="row">
      <time dateTime={date}>{dateWords(view.language, date, 'short')}</time>
      <span class="numbers__note">{title}</span>
    </th>
  );
}

function RedLines({ weights }: { readonly weights: ModelWeightsView }) {
  const { view } = useDom();
  const t = useWords();
  const either = new Intl.ListFormat(view.language, { type: 'disjunction' });
  const all = new Intl.ListFormat(view.language);
  return (
    <dl class="weights__lines">
      {weights.redLines.map(({ party, name, emblem, lines }) => (
        <div key={party} data-red-lines={party}>
          <dt>
            <Emblem name={emblem} /> {name}
          </dt>
          {lines.map(({ issue, options, phases }) => (
            <dd key={`${issue} ${phases.join(' ')}`}>
              {t('card.redLine', {
                issue,
                options: either.format(options),
                isAlways: phases.length === 0 ? 'yes' : 'no',
                phases: all.format(phases),
              })}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
