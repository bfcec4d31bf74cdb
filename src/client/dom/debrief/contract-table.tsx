import type { DealCloudView } from '../../../core/view-model/index.ts';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { TableBox } from './table-box.tsx';

/** The contracts with a name in numbers. */
export function ContractTable({ cloud }: { readonly cloud: DealCloudView }) {
  const { view } = useDom();
  const t = useWords();
  return (
    <TableBox label={t('debrief.why.points', { name: cloud.name })}>
      <table class="debrief-table">
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
                <td key={cloud.axes[at]?.party}>{Math.round(value)}</td>
              ))}
              <td>{deal.refusedBy.length > 0 ? deal.refusedBy.join(', ') : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
