import type { LiveChairsView, LiveRoleView } from '../../../../core/view-model/index.ts';
import { useWords } from '../../parts/env.ts';
import { ChairsPage } from './chairs-page.tsx';
import { RoleTablePage } from './role-table-page.tsx';

interface RolesPageProps {
  readonly role: LiveRoleView | undefined;
  readonly chairs: LiveChairsView | undefined;
}

/** The negotiating tables on a pupil's device: first a chair, then the table. */
export function RolesPage({ role, chairs }: RolesPageProps) {
  const t = useWords();
  if (role) return <RoleTablePage key={`${role.table.table} ${role.sheet.party}`} role={role} />;
  if (chairs && chairs.tables.length > 0) return <ChairsPage chairs={chairs} />;
  return (
    <main id="main" class="live-page" tabIndex={-1} data-stage="roles">
      <h1 tabIndex={-1} data-heading>
        {t('live.role.none')}
      </h1>
      <p>{t('live.role.none.about')}</p>
    </main>
  );
}
