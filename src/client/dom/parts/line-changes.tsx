import type { LineChangeView } from '../../../core/view-model/index.ts';
import { Icon } from './art.tsx';
import { useWords } from './env.ts';

/** Lines that change, from what to what. */
export function Changes({ changes }: { readonly changes: readonly LineChangeView[] }) {
  const t = useWords();
  return (
    <ul class="line-changes">
      {changes.map(({ issue, name, from, to }) => (
        <li key={issue} data-issue={issue}>
          <b>{name}</b>{' '}
          <span class="line-changes__move">
            <s aria-hidden="true">{from}</s>
            <Icon name="arrow-right" />
            <span aria-hidden="true">{to}</span>
            <span class="visually-hidden">{t('table.change', { from, to })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
