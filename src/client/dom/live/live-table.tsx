import type { TableView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';
import { Changes } from '../parts/line-changes.tsx';

interface LiveTableProps {
  readonly table: TableView;
  readonly inTeam: boolean;
}

/** The negotiating table for those who only read along: what lies on it, and what came of the last turn. */
export function LiveTable({ table, inTeam }: LiveTableProps) {
  const t = useWords();
  const last = table.turns.at(-1);
  return (
    <main id="main" class="live-page" tabIndex={-1} data-stage="table" data-track={table.track}>
      <p class="eyebrow">{table.phase}</p>
      <h1 class="live-page__title" tabIndex={-1} data-heading>
        {t('live.table', { partner: table.trackName })}
      </h1>
      <p class="live-page__lead">{t('live.table.about', { who: inTeam ? 'team' : 'teacher' })}</p>
      <p role="status" data-turn={table.turn}>
        {last ? t('live.table.turn', { reply: last.reply, number: last.turn + 1 }) : ''}{' '}
        {t('live.table.left', { count: table.roundsLeft })}
      </p>
      {last && last.counter.length > 0 && <Changes changes={last.counter} />}
      <dl class="live-contract">
        {table.rows.map((row) => (
          <div key={row.issue} class="live-contract__line" data-issue={row.issue}>
            <dt>{row.name}</dt>
            <dd>
              {row.value}
              {row.isChanged && <b> {t('live.table.changed')}</b>}
            </dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
