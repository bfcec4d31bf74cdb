import type { PartyId } from '../../../core/domain/index.ts';
import type { TableRowView, TableView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

/** Everything the rows show, as one table: best heard, and best copied. */
export function Overview({ table }: { readonly table: TableView }) {
  const t = useWords();
  const { rows } = table;
  const parties = [...new Map(rows.flatMap(({ stakes }) => stakes).map(({ party, name }) => [party, name]))];
  const hasCounter = rows.some(({ options }) => options.some(({ isCountered }) => isCountered));
  return (
    <details class="fold">
      <summary>{t('table.overview')}</summary>
      <section class="overview" tabIndex={0} aria-labelledby="overview-caption">
        <table class="overview__table">
          <caption id="overview-caption">{t('table.overview.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.issue')}</th>
              <th scope="col">{t('table.yours')}</th>
              {hasCounter && <th scope="col">{t('table.counter')}</th>}
              {parties.map(([party, name]) => (
                <th key={party} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.issue}>
                <th scope="row">{row.name}</th>
                <td>{row.value}</td>
                {hasCounter && <td>{row.options.find(({ isCountered }) => isCountered)?.name ?? '–'}</td>}
                {parties.map(([party]) => (
                  <td key={party}>{t('table.cell', wishOf(row, party))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function wishOf(row: TableRowView, party: PartyId) {
  const importance = row.stakes.find((wish) => wish.party === party)?.importance ?? 'none';
  const wanted = row.options.find(({ wishes }) => wishes.some((wish) => wish.party === party));
  return { importance, option: wanted?.name ?? '', hasWish: wanted ? 'yes' : 'no' };
}
