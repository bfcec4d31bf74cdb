import { useState } from 'preact/hooks';
import type { LiveDraftView, LiveRoleView } from '../../../../core/view-model/index.ts';
import { Button } from '../../parts/button.tsx';
import { dateWords } from '../../parts/dates.ts';
import { useDom, useWords } from '../../parts/env.ts';
import { ContractDraft } from './contract-draft.tsx';
import { OnTheTable, RoleResult } from './on-the-table.tsx';
import { Chairs, History, TableNews } from './public-table.tsx';
import { Sheet } from './sheet.tsx';

/** A negotiating table as one party sees it. */
export function RoleTablePage({ role }: { readonly role: LiveRoleView }) {
  const { view, send } = useDom();
  const t = useWords();
  // Until something is changed here, the draft is what lies on the table.
  const [own, setOwn] = useState<LiveDraftView>();
  const { table, sheet, isSpeaker, speaker } = role;
  const draft = own ?? role.draft;
  const isOpen = table.state === 'open';
  return (
    <main
      id="main"
      class="live-page role-page"
      tabIndex={-1}
      data-stage="roles"
      data-role={sheet.party}
      data-state={table.state}
    >
      <h1 tabIndex={-1} data-heading>
        {t('live.role.title', { party: sheet.name })}
      </h1>
      <p class="role-page__what">
        {t('live.role.what', {
          track: table.trackName,
          phase: table.phase,
          date: dateWords(view.language, table.date, 'long'),
        })}
      </p>
      <TableNews table={table} />
      {isOpen ? (
        <>
          <p class="role-page__round">{t('live.role.round', { round: table.round, rounds: table.rounds })}</p>
          {!isSpeaker && (
            <div class="role-page__speaker">
              <p>
                {t('live.role.speaker', {
                  name: speaker ?? '',
                  hasName: speaker === undefined ? 'no' : 'yes',
                })}
              </p>
              <Button
                action="role-speak"
                onPress={() => send({ type: 'live.send', command: { type: 'role.speak' } })}
              >
                {t('live.role.speak')}
              </Button>
            </div>
          )}
          <OnTheTable role={role} />
        </>
      ) : (
        <RoleResult role={role} />
      )}
      <Chairs table={table} />
      <Sheet sheet={sheet} />
      {isOpen && (
        <ContractDraft role={role} draft={draft} onChange={setOwn} onReset={() => setOwn(undefined)} />
      )}
      <History table={table} />
      {isOpen && isSpeaker && (
        <details class="fold role-leave">
          <summary>{t('live.role.leave')}</summary>
          <p>{t('live.role.leave.about')}</p>
          <Button
            action="walk-away"
            onPress={() =>
              send({
                type: 'live.send',
                command: { type: 'role.move', at: table.moves, move: { type: 'leave' } },
              })
            }
          >
            {t('live.role.leave.sure')}
          </Button>
        </details>
      )}
    </main>
  );
}
