import type { AxisView, DealPointView } from '../../../core/view-model/index.ts';
import { Emblem } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';

interface ValueBarsProps {
  readonly axes: readonly AxisView[];
  readonly deal: DealPointView;
  /** A line across each bar: what another contract would have brought. */
  readonly beside?: DealPointView | undefined;
}

/** What each party has of a contract, 0 to 100 points; where its yes begins. */
export function ValueBars({ axes, deal, beside }: ValueBarsProps) {
  const t = useWords();
  return (
    <ul class="value-bars">
      {axes.map(({ party, name, emblem, color, threshold }, at) => {
        const value = Math.round(deal.values[at] ?? 0);
        const other = beside && Math.round(beside.values[at] ?? 0);
        return (
          <li key={party} class="value-bars__row" data-color={color}>
            <span class="value-bars__name">
              <Emblem name={emblem} />
              {name}
            </span>
            <span class="value-bars__track" aria-hidden="true">
              <i class="value-bars__fill" style={{ width: `${value}%` }} />
              {threshold !== undefined && <i class="value-bars__need" style={{ left: `${threshold}%` }} />}
              {other !== undefined && <i class="value-bars__other" style={{ left: `${other}%` }} />}
            </span>
            <b class="value-bars__value">{value}</b>
            <span class="visually-hidden">
              {t('debrief.bars.words', {
                hasNeed: threshold === undefined ? 'no' : 'yes',
                need: Math.round(threshold ?? 0),
                hasOther: other === undefined ? 'no' : 'yes',
                other: other ?? 0,
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
