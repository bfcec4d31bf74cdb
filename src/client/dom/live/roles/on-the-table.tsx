import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LiveRoleView, LiveWorthView } from '../../../../core/view-model/index.ts';
import { Icon } from '../../parts/art.tsx';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { Changes } from '../../parts/line-changes.tsx';
import { listed } from '../../parts/verdicts.ts';
import { ContractLines } from './public-table.tsx';

/** The contract that all vote on, with what it is worth to the own party. */
export function OnTheTable({ role }: { readonly role: LiveRoleView }) {
  const { send } = useDom();
  const t = useWords();
  const { table, sheet, proposal, ownVote, isSpeaker } = role;
  const head = useRef<HTMLHeadingElement>(null);
  const vote = (yes: boolean) => {
    // With the last vote the buttons are gone.
    head.current?.focus();
    send({
      type: 'live.send',
      command: { type: 'role.move', at: table.moves, move: { type: 'vote', yes } },
    });
  };
  return (
    <section class="role-card" aria-labelledby="on-table" data-proposal={table.proposal?.party ?? ''}>
      <h2 id="on-table" tabIndex={-1} ref={head}>
        {t('live.role.proposal')}
      </h2>
      {!table.proposal || !proposal ? (
        <p>
          {t('live.role.turn', { party: table.turn ?? '', isOwn: table.turn === sheet.name ? 'yes' : 'no' })}
        </p>
      ) : (
        <>
          <p>{t('live.role.proposalOf', { party: table.proposal.name })}</p>
          <ContractLines lines={table.proposal.lines} />
          <Worth worth={proposal.worth} planB={sheet.planB} />
          {proposal.changes.length > 0 && (
            <details class="fold">
              <summary>{t('live.role.differences', { count: proposal.changes.length })}</summary>
              <Changes changes={proposal.changes} />
            </details>
          )}
          {isSpeaker && !proposal.isOwn && (
            <div class="role-vote">
              <Button
                action="vote-yes"
                kind="act"
                icon="check-circle"
                isPressed={ownVote === true}
                onPress={() => vote(true)}
              >
                {t('live.role.yes')}
              </Button>
              <Button
                action="vote-no"
                kind="act"
                icon="x-circle"
                isPressed={ownVote === false}
                onPress={() => vote(false)}
              >
                {t('live.role.no')}
              </Button>
            </div>
          )}
          <p>{t('live.role.ownVote', { vote: ownVote === undefined ? 'none' : ownVote ? 'yes' : 'no' })}</p>
        </>
      )}
    </section>
  );
}

/** What came of the table, and what the own party has of it. */
export function RoleResult({ role }: { readonly role: LiveRoleView }) {
  const t = useWords();
  const { table, sheet, proposal } = role;
  const head = useRef<HTMLHeadingElement>(null);
  // What had the focus may have gone with the table.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) head.current?.focus();
  }, []);
  const gone = table.chairs.filter(({ state }) => state === 'left').map(({ name }) => name);
  return (
    <section class="role-card" aria-labelledby="role-result" data-result={table.state}>
      <h2 id="role-result" tabIndex={-1} ref={head}>
        {t('live.role.result', { state: table.state })}
      </h2>
      {table.state === 'signed' && table.proposal && proposal ? (
        <>
          <ContractLines lines={table.proposal.lines} />
          <Worth worth={proposal.worth} planB={sheet.planB} />
        </>
      ) : (
        <>
          {gone.length > 0 && <p>{t('live.role.gone', { parties: listed(gone) })}</p>}
          <p>{t('live.role.failed', { planB: sheet.planB })}</p>
        </>
      )}
    </section>
  );
}

/** Points beside the plan B: in words and as a bar, never by colour alone. */
export function Worth({ worth, planB }: { readonly worth: LiveWorthView; readonly planB: number }) {
  const t = useWords();
  const { points, isEnough, redLines } = worth;
  return (
    <div class="role-worth" data-points={points} data-enough={isEnough}>
      <div
        class="plan-b__track"
        aria-hidden="true"
        style={{ '--draft': `${Math.max(0, points)}%`, '--plan-b': `${Math.max(0, planB)}%` }}
      >
        <i class="plan-b__bar" />
        <i class="plan-b__line" />
      </div>
      <p class="role-worth__words">
        <Icon name={isEnough ? 'check-circle' : 'x-circle'} />
        <span>{t('live.role.worth', { points, planB, isEnough: isEnough ? 'yes' : 'no' })}</span>
      </p>
      {redLines.length > 0 && (
        <p class="role-worth__red">
          <Icon name="lock-key" />
          <span>{t('live.role.redLine', { lines: listed(redLines) })}</span>
        </p>
      )}
    </div>
  );
}
