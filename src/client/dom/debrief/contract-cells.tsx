import type { DealCloudView, DealPointView, NamedDealView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

type Axes = DealCloudView['axes'];

/** The head of a table of contracts: the contract, what each party has of it, who said no. */
export function ContractHeads({ axes }: { readonly axes: Axes }) {
  const t = useWords();
  return (
    <tr>
      <th scope="col">{t('debrief.why.contract')}</th>
      {axes.map(({ party, name, threshold }) => (
        <th key={party} scope="col">
          {name}
          {threshold !== undefined && (
            <small>{t('debrief.why.threshold', { points: Math.round(threshold) })}</small>
          )}
        </th>
      ))}
      <th scope="col">{t('debrief.why.refused')}</th>
    </tr>
  );
}

interface ContractCellsProps {
  readonly axes: Axes;
  readonly deal: DealPointView & Pick<NamedDealView, 'refusedBy'>;
}

/** A contract in whole points, and who said no; under those heads. */
export function ContractCells({ axes, deal }: ContractCellsProps) {
  return (
    <>
      {deal.values.map((value, at) => (
        <td key={axes[at]?.party}>{Math.round(value)}</td>
      ))}
      <td>{deal.refusedBy.length > 0 ? deal.refusedBy.join(', ') : '–'}</td>
    </>
  );
}
