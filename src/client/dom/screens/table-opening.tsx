import type { TableView } from '../../../core/view-model/index.ts';
import { useDom, useWords } from '../parts/env.ts';
import { LoadFailed } from '../parts/load-failed.tsx';
import { PageBar } from '../parts/page-frame.tsx';
import { RunHead } from '../play/run-head.tsx';

/** Stands in for a table whose room is being loaded, or could not be: the head of the run and the title stay. */
export function TableOpening({ table }: { readonly table: TableView }) {
  const { view, retryTableRoom } = useDom();
  const t = useWords();
  const { play } = view;
  const story = table.kind === 'story' ? play : undefined;
  return (
    <div class="opening">
      {story ? <RunHead masthead={story.masthead} /> : <PageBar />}
      <main id="main" class="waiting" tabIndex={-1} aria-busy={!retryTableRoom}>
        <h1 tabIndex={-1} data-heading>
          {story?.scene?.title ?? (story ? t('table.title', { name: table.trackName }) : t('practice.title'))}
        </h1>
        {retryTableRoom ? <LoadFailed onRetry={retryTableRoom} /> : <p role="status">{t('app.loading')}</p>}
      </main>
    </div>
  );
}
