import type { SharesView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

const KINDS = ['choice', 'others', 'chance'] as const;

/** What an outcome hung on: a bar for the eye, and the same in words. All 0: nothing to divide, so no bar. */
export function ShareBar({ shares }: { readonly shares: SharesView }) {
  const t = useWords();
  const shown = KINDS.filter((kind) => shares[kind] > 0);
  if (shown.length === 0) return <p class="shares__none">{t('debrief.shares.none')}</p>;
  return (
    <div class="shares">
      <div class="shares__bar" aria-hidden="true">
        {shown.map((kind) => (
          <i key={kind} class={`shares__part shares__part--${kind}`} style={{ flexGrow: shares[kind] }} />
        ))}
      </div>
      <ul class="shares__list">
        {KINDS.map((kind) => (
          <li key={kind} data-share={kind}>
            <i class={`shares__key shares__part--${kind}`} aria-hidden="true" />{' '}
            {t('debrief.shares.part', { kind, percent: shares[kind] })}
          </li>
        ))}
      </ul>
    </div>
  );
}
