import type { TargetedMouseEvent } from 'preact';
import type { SuggestionView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { Changes } from '../parts/line-changes.tsx';

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
