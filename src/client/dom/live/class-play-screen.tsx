import type { LiveView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

/** What a pupil's device shows, whatever the room does. */
export function ClassPlayScreen({ live }: { readonly live: LiveView }) {
  const t = useWords();
  return (
    <main id="main" class="live-page" tabIndex={-1}>
      <h1 tabIndex={-1} data-heading>
        {t('live.you', { name: live.room.name ?? '' })}
      </h1>
    </main>
  );
}
