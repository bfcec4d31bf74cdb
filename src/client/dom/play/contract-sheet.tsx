import type { ContractLineView, ContractView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';

const STATUS_ICONS = {
  agreed: 'check-circle',
  open: 'circle-dashed',
  'red-line': 'lock-key',
} as const satisfies Record<ContractLineView['status'], string>;

type Wish = ContractLineView['wishes'][number];

/** The draft contract: each issue with its option, its state and what is known of the parties' wishes. */
export function ContractSheet({ contract }: { readonly contract: ContractView }) {
  const t = useWords();
  const { lines, agreedCount, state, partner } = contract;
  const legend = new Map(lines.flatMap((line) => line.wishes).map((wish) => [wish.party, wish] as const));
  return (
    <section class="sheet" id="contract" tabIndex={0} aria-labelledby="contract-title" data-contract={state}>
      <header class="sheet__head">
        <p class="eyebrow">{t('contract.eyebrow')}</p>
        <h2 id="contract-title" class="sheet__title">
          {t('contract.title', { state, partner: partner ?? '', hasPartner: partner ? 'yes' : 'no' })}
        </h2>
        <p class="sheet__count">{t('contract.agreed', { count: agreedCount, all: lines.length })}</p>
      </header>
      <p class="sheet__axis-head" aria-hidden="true">
        <span>{t('contract.axis.near')}</span>
        <span>{t('contract.axis.far')}</span>
      </p>
      <ol class="sheet__lines">
        {lines.map((line) => (
          <ContractLine key={line.issue} line={line} />
        ))}
      </ol>
      {legend.size > 0 && (
        <footer class="sheet__legend" aria-hidden="true">
          {lines.some(({ isAtStake }) => isAtStake) && (
            <span>
              <i class="axis__stake" /> {t('contract.atStake')}
            </span>
          )}
          {state !== 'none' && (
            <span>
              <i class="axis__draft" /> {t('contract.legend.draft')}
            </span>
          )}
          {[...legend.values()].map((wish) => (
            <span key={wish.party}>
              <i class="axis__wish" data-color={wish.color} /> {wish.name}
            </span>
          ))}
        </footer>
      )}
    </section>
  );
}

function ContractLine({ line }: { readonly line: ContractLineView }) {
  const t = useWords();
  return (
    <li
      class={`line line--${line.status}${line.isAtStake ? ' line--stake' : ''}`}
      data-issue={line.issue}
      data-option={line.option}
    >
      <p class="line__head">
        <b class="line__name">{line.name}</b>
        {line.isAtStake && <span class="visually-hidden">{t('contract.atStake')}</span>}
      </p>
      <Axis position={line.position} wishes={line.wishes} />
      {/* While nothing is written in the line, that it is open says it all. */}
      {line.value !== undefined && <p class="line__value">{line.value}</p>}
      <p class={`line__status line__status--${line.status}`}>
        <Icon name={STATUS_ICONS[line.status]} />
        {t('contract.status', { status: line.status })}
      </p>
      {line.wishes.length > 0 && (
        <ul class="visually-hidden">
          {line.wishes.map((wish) => (
            <li key={wish.party}>{t('contract.wish', { party: wish.name, option: wish.value })}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Axis({
  position,
  wishes,
}: {
  readonly position: number | undefined;
  readonly wishes: readonly Wish[];
}) {
  const places = wishes.map((wish) => wish.position);
  return (
    <div class="axis" aria-hidden="true">
      {places.length > 1 && (
        <span
          class="axis__range"
          style={{ '--from': `${Math.min(...places)}`, '--to': `${Math.max(...places)}` }}
        />
      )}
      {wishes.map((wish) => (
        <i
          key={wish.party}
          class="axis__wish"
          data-color={wish.color}
          style={{ '--at': `${wish.position}` }}
        />
      ))}
      {position !== undefined && <i class="axis__draft" style={{ '--at': `${position}` }} />}
    </div>
  );
}
