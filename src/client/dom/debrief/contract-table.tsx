import type { DealCloudView } from '../../../core/view-model/index.ts';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { ContractCells, ContractHeads } from './contract-cells.tsx';
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
          <ContractHeads axes={cloud.axes} />
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
              <ContractCells axes={cloud.axes} deal={deal} />
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
