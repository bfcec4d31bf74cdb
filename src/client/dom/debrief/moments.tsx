import type { DealsView } from '../../../core/view-model/index.ts';
import { TimeLines } from '../charts/time-lines.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { TableBox } from './table-box.tsx';

/** How the zone of possible agreement and plan B moved with the moments of the story. */
export function Moments({ deals: { zones, planB } }: { readonly deals: DealsView }) {
  const { view } = useDom();
  const t = useWords();
  if (planB.length === 0) return null;
  const signed = planB.map(({ date, contract: value }) => ({ date, value }));
  return (
    <section class="why">
      <h3>{t('debrief.why.moments')}</h3>
      <p>{t('debrief.why.moments.lead')}</p>
      <div class="why__lines">
        <figure>
          <figcaption>{t('debrief.why.zones')}</figcaption>
          <TimeLines
            label={t('debrief.why.zones.alt', { names: zones.map(({ name }) => name).join(', ') })}
            series={zones.map(({ track, name, points }) => ({
              id: track,
              name,
              points: points.map(({ date, perThousand }) => ({ date, value: perThousand })),
            }))}
          />
        </figure>
        <figure>
          <figcaption>{t('debrief.why.planB.title')}</figcaption>
          <TimeLines
            top={100}
            label={t('debrief.why.planB.alt', {
              first: Math.round(planB[0]?.value ?? 0),
              last: Math.round(planB.at(-1)?.value ?? 0),
            })}
            series={[
              { id: 'plan-b', name: t('debrief.why.planB'), points: planB },
              ...(signed.some(({ value }) => value !== undefined)
                ? [{ id: 'signed', name: t('debrief.why.signed'), points: signed }]
                : []),
            ]}
          />
        </figure>
      </div>
      <details>
        <summary>{t('debrief.why.asTable')}</summary>
        <TableBox label={t('debrief.why.moments')}>
          <table class="debrief-table">
            <caption>{t('debrief.why.zones')}</caption>
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
                  {zones.map(({ track, points }) => (
                    <td key={track}>
                      {t('debrief.why.zone', {
                        share: Math.round((points[at]?.perThousand ?? 0) * 10) / 10,
                        agreed: points[at]?.agreed ?? 0,
                      })}
                    </td>
                  ))}
                  <td>{Math.round(value)}</td>
                  <td>{contract === undefined ? '–' : Math.round(contract)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </details>
    </section>
  );
}
