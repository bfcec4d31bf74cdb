import type { TargetedMouseEvent } from 'preact';
import type { LineChangeView, SuggestionView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';

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

/** The pressed button leaves with what it does: the focus stays in the section around it. */
export function focusSection({ currentTarget }: TargetedMouseEvent<HTMLElement>): void {
  currentTarget.closest('section')?.focus({ preventScroll: true });
}

interface SuggestionProps {
  readonly suggestion: SuggestionView;
  readonly party?: string;
}

/** A change that would do, and the button that lays it on the table. */
export function Suggestion({ suggestion, party }: SuggestionProps) {
  const { send } = useDom();
  const t = useWords();
  return (
    <div class="suggestion">
      <Changes changes={suggestion.changes} />
      <Button
        action="lay"
        icon="file-text"
        {...(party === undefined ? {} : { party })}
        onPress={(event) => {
          focusSection(event);
          send({ type: 'table.lay', offer: suggestion.offer });
        }}
      >
        {t('table.lay')}
      </Button>
    </div>
  );
}
