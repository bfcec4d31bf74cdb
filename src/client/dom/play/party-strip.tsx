import type { PartyView, Trend } from '../../../core/view-model/index.ts';
import { Emblem, Figure, Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';

const TREND_ICONS = { up: 'arrow-up', down: 'arrow-down', flat: 'minus' } as const satisfies Record<
  Trend,
  string
>;

/** How a party moved: an arrow and its words. */
export function TrendMark({ trend }: { readonly trend: Trend }) {
  const t = useWords();
  return (
    <span class={`trend trend--${trend}`}>
      <Icon name={TREND_ICONS[trend]} />
      <span class="visually-hidden">{t('party.trend', { trend })}</span>
    </span>
  );
}

/** Approval of 0 to 5 as filled boxes, with the number for those who do not see them. */
export function Pips({ approval }: { readonly approval: number }) {
  const t = useWords();
  return (
    <span class="pips">
      {[1, 2, 3, 4, 5].map((step) => (
        <i key={step} class={step <= approval ? 'pip pip--on' : 'pip'} aria-hidden="true" />
      ))}
      <span class="visually-hidden">{t('party.approval', { approval })}</span>
    </span>
  );
}

/** Who sits at the table and in what mood: carries in words whatever the stage shows. */
export function PartyStrip({ parties }: { readonly parties: readonly PartyView[] }) {
  const t = useWords();
  return (
    <section class="parties" aria-labelledby="parties-title">
      <h2 id="parties-title" class="visually-hidden">
        {t('party.title')}
      </h2>
      <ul class="parties__list">
        {parties.map((party) => (
          <Party key={party.id} party={party} />
        ))}
      </ul>
    </section>
  );
}

function Party({ party }: { readonly party: PartyView }) {
  const t = useWords();
  const names = ['party'];
  if (party.isSpeaking) names.push('party--speaking');
  if (party.isPlayer) names.push('party--player');
  return (
    <li class={names.join(' ')} data-party={party.id} data-color={party.color}>
      <span class="party__portrait" aria-hidden="true">
        {party.figure ? <Figure name={party.figure} mood={party.mood} /> : <Emblem name={party.emblem} />}
      </span>
      <span class="party__head">
        <Emblem name={party.emblem} />
        <b class="party__name">{party.name}</b>
        <TrendMark trend={party.trend} />
      </span>
      <span class="party__state">
        <span class="party__status">
          {party.isPlayer ? t('party.you', { status: party.status }) : party.status}
        </span>
        <Pips approval={party.approval} />
      </span>
      {party.isSpeaking && <span class="visually-hidden">{t('party.speaking')}</span>}
      {party.info > 0 && <span class="visually-hidden">{t('party.info', { count: party.info })}</span>}
    </li>
  );
}
