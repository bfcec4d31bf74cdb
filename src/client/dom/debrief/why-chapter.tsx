import type { DealCloudView, DealsView } from '../../../core/view-model/index.ts';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import type { ChapterProps } from './chapters.ts';
import { Working } from './working.tsx';

/** The contracts of the run in numbers: who would have said yes, when, and what plan B was worth. */
export function WhyChapter({ debrief }: ChapterProps) {
  const t = useWords();
  const { work } = debrief;
  if (work.state !== 'ready') return <Working debrief={debrief} />;
  const { deals } = work;
  if (!deals) return <p>{t('debrief.noModel')}</p>;
  return (
    <>
      <p>{t('debrief.why.lead')}</p>
      {deals.clouds.map((cloud) => (
        <Contracts key={cloud.track} cloud={cloud} />
      ))}
      <Moments deals={deals} />
    </>
  );
}

function Contracts({ cloud }: { readonly cloud: DealCloudView }) {
  const { view } = useDom();
  const t = useWords();
  return (
    <section class="why" data-track={cloud.track}>
      <h3>{t('debrief.why.table', { name: cloud.name })}</h3>
      <p>{t('debrief.why.count', { agreed: cloud.agreed, valid: cloud.valid, phase: cloud.phase })}</p>
      <table class="why__table">
        <caption>{t('debrief.why.points', { name: cloud.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('debrief.why.contract')}</th>
            {cloud.axes.map(({ party, name, threshold }) => (
              <th key={party} scope="col">
                {name}
                {threshold !== undefined && (
                  <small>{t('debrief.why.threshold', { points: Math.round(threshold) })}</small>
                )}
              </th>
            ))}
            <th scope="col">{t('debrief.why.refused')}</th>
          </tr>
        </thead>
        <tbody>
          {cloud.named.map((deal) => (
            <tr key={deal.id} data-deal={deal.kind}>
              <th scope="row">
                {t('debrief.why.deal', { kind: deal.kind, name: deal.name })}
                {deal.date && (
                  <small>
                    <time dateTime={deal.date}>{dateWords(view.language, deal.date, 'short')}</time>
                  </small>
                )}
              </th>
              {deal.values.map((value, at) => (
                <td key={cloud.axes[at]?.party} data-label={cloud.axes[at]?.name}>
                  {Math.round(value)}
                </td>
              ))}
              <td data-label={t('debrief.why.refused')}>
                {deal.refusedBy.length > 0 ? deal.refusedBy.join(', ') : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Moments({ deals: { zones, planB } }: { readonly deals: DealsView }) {
  const { view } = useDom();
  const t = useWords();
  if (planB.length === 0) return null;
  return (
    <section class="why">
      <h3>{t('debrief.why.moments')}</h3>
      <p>{t('debrief.why.moments.lead')}</p>
      <table class="why__table">
        <thead>
          <tr>
            <th scope="col">{t('debrief.why.when')}</th>
            {zones.map(({ track, name }) => (
              <th key={track} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('debrief.why.planB')}</th>
            <th scope="col">{t('debrief.why.signed')}</th>
          </tr>
        </thead>
        <tbody>
          {planB.map(({ date, phase, value, contract }, at) => (
            <tr key={phase}>
              <th scope="row">
                {phase}
                <small>
                  <time dateTime={date}>{dateWords(view.language, date, 'short')}</time>
                </small>
              </th>
              {zones.map(({ track, name, points }) => (
                <td key={track} data-label={name}>
                  {points[at]?.agreed ?? 0}
                </td>
              ))}
              <td data-label={t('debrief.why.planB')}>{Math.round(value)}</td>
              <td data-label={t('debrief.why.signed')}>
                {contract === undefined ? '–' : Math.round(contract)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
