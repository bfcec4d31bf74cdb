import type { Importance, WishView } from '../../../core/view-model/index.ts';
import { Emblem } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';

const PIPS = { unknown: 0, none: 0, slight: 1, strong: 2, decisive: 3 } as const satisfies Record<
  Importance,
  number
>;

/** Who wants an option most: emblem and one to three bars, the same in words for those who do not see them. */
export function WishMarks({ wishes }: { readonly wishes: readonly WishView[] }) {
  const t = useWords();
  return (
    <span class="wishes">
      {wishes.map(({ party, name, emblem, color, importance }) => (
        <span key={party} class="wish" data-party={party} data-color={color} data-importance={importance}>
          <Emblem name={emblem} />
          <Weight importance={importance} />
          <span class="visually-hidden">{t('table.wish', { party: name, importance })}</span>
        </span>
      ))}
    </span>
  );
}

function Weight({ importance }: { readonly importance: Importance }) {
  if (importance === 'unknown')
    return (
      <span class="weight weight--unknown" aria-hidden="true">
        ?
      </span>
    );
  return (
    <span class="weight" aria-hidden="true">
      {[1, 2, 3].map((step) => (
        <i key={step} class={step <= PIPS[importance] ? 'weight__bar weight__bar--on' : 'weight__bar'} />
      ))}
    </span>
  );
}

/** Parties of whom nobody knows yet what the line means to them. */
export function UnknownStakes({ stakes }: { readonly stakes: readonly WishView[] }) {
  const t = useWords();
  const unknown = stakes.filter(({ importance }) => importance === 'unknown');
  if (unknown.length === 0) return null;
  return (
    <p class="unknown">
      <span aria-hidden="true">?</span>
      {unknown.map(({ party, emblem }) => (
        <Emblem key={party} name={emblem} />
      ))}
      <span class="visually-hidden">
        {t('table.unknownStakes', { parties: unknown.map(({ name }) => name).join(', ') })}
      </span>
    </p>
  );
}
