import type { EndingCardView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';

/** All endings of the case: those that this device has seen, and blanks for the others. */
export function EndingCards({ endings }: { readonly endings: readonly EndingCardView[] }) {
  const t = useWords();
  const found = endings.filter(({ title }) => title !== undefined).length;
  return (
    <section class="what-if" aria-labelledby="what-if-endings">
      <h3 id="what-if-endings">{t('debrief.whatIf.endings')}</h3>
      <p data-found={found}>{t('debrief.whatIf.found', { found, all: endings.length })}</p>
      <ul class="ending-cards">
        {endings.map(({ id, title, kind, isThis }) => (
          <li
            key={id}
            class="ending-card"
            data-ending={title === undefined ? undefined : id}
            data-this={isThis}
          >
            <Icon name={title === undefined ? 'question' : 'check-circle'} />
            <div>
              <p class="ending-card__title">{title ?? t('debrief.whatIf.missing')}</p>
              <p class="ending-card__kind">{t('debrief.whatIf.kind', { kind })}</p>
              {isThis && <p class="ending-card__this">{t('debrief.whatIf.this')}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
