import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ContractWordsView, LiveRoleTableView } from '../../../../core/view-model/index.ts';
import { Emblem, Icon } from '../../parts/art.tsx';
import { useWords } from '../../parts/env.ts';
import { listed } from '../../parts/verdicts.ts';

/** A contract line by line. */
export function ContractLines({ lines }: { readonly lines: readonly ContractWordsView[] }) {
  return (
    <dl class="role-lines">
      {lines.map(({ issue, name, value }) => (
        <div key={issue} data-issue={issue}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who sits at the table, and who has voted; what they voted is shown when all have. */
export function Chairs({ table }: { readonly table: LiveRoleTableView }) {
  const t = useWords();
  return (
    <section class="role-card" aria-labelledby="role-chairs">
      <h2 id="role-chairs">{t('live.role.chairs')}</h2>
      <ul class="role-chairs">
        {table.chairs.map(({ party, name, emblem, names, speaker, mustSign, isRatifier, isOwn, state }) => (
          <li key={party} data-party={party} data-chair={state}>
            <Emblem name={emblem} />
            <div>
              <p>
                <b>{name}</b> {isOwn && <span class="tag tag--plain">{t('live.role.you')}</span>}{' '}
                <span class="role-chairs__say">
                  {t('live.role.say', { say: !mustSign ? 'advice' : isRatifier ? 'ratify' : 'sign' })}
                </span>
              </p>
              <p class="role-chairs__who">
                {names.length === 0
                  ? t('live.role.machine')
                  : t('live.role.people', {
                      names: listed(names),
                      speaker: speaker ?? '',
                      hasSpeaker: speaker === undefined || names.length < 2 ? 'no' : 'yes',
                    })}
              </p>
              {(table.state === 'open' || state === 'left') && (
                <p class="role-chairs__state">{t('live.role.chair', { state })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Contracts that were voted on, the newest first. */
export function History({ table }: { readonly table: LiveRoleTableView }) {
  const t = useWords();
  if (table.history.length === 0) return null;
  return (
    <section class="role-card" aria-labelledby="role-history">
      <h2 id="role-history">{t('live.role.history')}</h2>
      <Voted history={table.history} />
    </section>
  );
}

/** Contract by contract: whose it was, and who voted how. */
export function Voted({ history }: Pick<LiveRoleTableView, 'history'>) {
  const t = useWords();
  return (
    <ol class="role-history" reversed>
      {history.map(({ round, name, lines, votes }) => (
        <li key={round} data-round={round}>
          <p class="role-history__head">{t('live.role.history.round', { round, party: name })}</p>
          <ul class="role-history__votes">
            {votes.map(({ party, name: voter, yes, mustSign, reasons }) => (
              <li key={party} data-party={party} data-vote={yes}>
                <Icon name={yes ? 'check-circle' : 'x-circle'} />
                <span>
                  {t('live.role.history.vote', {
                    party: voter,
                    vote: yes ? 'yes' : 'no',
                    say: mustSign ? 'sign' : 'advice',
                  })}{' '}
                  {reasons.length > 0 && t('live.role.history.reasons', { lines: listed(reasons) })}
                </span>
              </li>
            ))}
          </ul>
          <details class="fold">
            <summary>{t('live.role.history.contract')}</summary>
            <ContractLines lines={lines} />
          </details>
        </li>
      ))}
    </ol>
  );
}

/** Reads out what has changed at the table. */
export function TableNews({ table }: { readonly table: LiveRoleTableView }) {
  const t = useWords();
  const before = useRef(table);
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    const last = before.current;
    before.current = table;
    if (last.moves === table.moves) return;
    if (table.state !== 'open') return setSaid(t('live.role.result', { state: table.state }));
    const news = [
      ...(table.round > last.round ? [t('live.role.news.refused', { round: table.round })] : []),
      ...(table.proposal && (table.round > last.round || table.proposal.party !== last.proposal?.party)
        ? [t('live.role.proposalOf', { party: table.proposal.name })]
        : []),
    ];
    if (news.length > 0) setSaid(news.join(' '));
  }, [table]);
  return (
    <p class="visually-hidden" role="status" data-role-news>
      {said}
    </p>
  );
}
