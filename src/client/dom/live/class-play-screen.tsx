import type { LiveView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';
import { RolesPage } from './roles/roles-page.tsx';

/** What a pupil's device shows, whatever the room does. */
export function ClassPlayScreen({ live }: { readonly live: LiveView }) {
  const t = useWords();
  if (live.seat?.stage === 'roles') return <RolesPage role={live.seat.role} chairs={live.seat.chairs} />;
  return (
    <main id="main" class="live-page" tabIndex={-1}>
      <h1 tabIndex={-1} data-heading>
        {t('live.you', { name: live.room.name ?? '' })}
      </h1>
    </main>
  );
}
