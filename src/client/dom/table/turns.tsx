import type { TurnView } from '../../../core/view-model/index.ts';
import { useDom, useWords } from '../parts/env.ts';
import { Changes } from '../parts/line-changes.tsx';
import { replyMessage } from './table-words.ts';

/** All that was said at this table, in order. */
export function Turns({ turns }: { readonly turns: readonly TurnView[] }) {
  const { translate } = useDom();
  const t = useWords();
  if (turns.length === 0) return null;
  return (
    <details class="fold">
      <summary>{t('table.turns', { count: turns.length })}</summary>
      <ol class="turns">
        {turns.map((turn) => (
          <li key={turn.turn} class="turns__turn" data-reply={turn.reply}>
            <p>
              <b>{t('table.turnKind', { kind: turn.kind, party: turn.party ?? '' })}</b>{' '}
              {translate(replyMessage(turn))}
            </p>
            {turn.changes.length > 0 && (
              <>
                <p class="fine-print">{t('table.turn.changes')}</p>
                <Changes changes={turn.changes} />
              </>
            )}
            {turn.counter.length > 0 && (
              <>
                <p class="fine-print">{t('table.turn.counter')}</p>
                <Changes changes={turn.counter} />
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
