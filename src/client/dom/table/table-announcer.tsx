import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TableView } from '../../../core/view-model/index.ts';
import { useDom } from '../parts/env.ts';
import { tableNews } from './table-words.ts';

/** Reads out what a turn or an edit at the table brought: the reply, lines that moved along, votes that turned. */
export function TableAnnouncer() {
  const { view, translate } = useDom();
  const [said, setSaid] = useState<{ readonly count: number; readonly words: readonly string[] }>({
    count: 0,
    words: [],
  });
  const last = useRef<TableView>(undefined);
  const { table } = view;
  useLayoutEffect(() => {
    const words = table ? tableNews(last.current, table).map(translate) : [];
    last.current = table;
    if (words.length > 0) setSaid(({ count }) => ({ count: count + 1, words }));
  }, [table]);
  return (
    <div class="visually-hidden" role="status" aria-live="polite" data-table-announcer>
      {said.words.map((words, place) => (
        <p key={`${said.count} ${place}`}>{words}</p>
      ))}
    </div>
  );
}
