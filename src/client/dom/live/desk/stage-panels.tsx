import { useState } from 'preact/hooks';
import type { HostTeamView } from '../../../../core/view-model/index.ts';
import { Button } from '../../parts/button.tsx';
import { dateWords } from '../../parts/dates.ts';
import { useDom, useWords } from '../../parts/env.ts';
import { PlainProse } from '../../parts/prose.tsx';
import { listed } from '../../parts/verdicts.ts';
import { ContractLines, Voted } from '../roles/public-table.tsx';
import { type HeldRoom, useCommand } from './use-room.ts';
import { VoteProgress } from './vote-progress.tsx';

const SIZES = [1, 2, 3, 4];

/** Teams of the class: made here, and where each of them stands in its own run. */
export function TeamsPanel({ held: { host } }: { readonly held: HeldRoom }) {
  const t = useWords();
  const command = useCommand();
  const [size, setSize] = useState(3);
  const alone = host.people.filter(({ team }) => team === undefined).length;
  return (
    <div class="teams">
      <form
        class="teams__form"
        onSubmit={(event) => {
          event.preventDefault();
          command({ type: 'teams.form', size });
        }}
      >
        <label>
          <span>{t('live.desk.teams.size')}</span>
          <select
            class="class-timer__length"
            value={size}
            onChange={(event) => setSize(Number(event.currentTarget.value))}
          >
            {SIZES.map((count) => (
              <option key={count} value={count}>
                {t('live.desk.teams.of', { count })}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button" data-action="teams-form">
          <span class="button__text">{t('live.desk.teams.form')}</span>
        </button>
        <p class="teams__alone">{t('live.desk.teams.alone', { count: alone })}</p>
      </form>
      {host.teams.length === 0 ? (
        <p class="teams__none">{t('live.desk.teams.none')}</p>
      ) : (
        <ul class="teams__list">
          {host.teams.map((team) => (
            <li key={team.team} class="team-card" data-team={team.number}>
              <TeamStand team={team} />
              {host.teams.length > 1 && (
                <Button
                  action="teams-gather"
                  kind="quiet"
                  label={t('live.desk.teams.gather.label', { number: team.number })}
                  onPress={() => command({ type: 'teams.gather', team: team.team })}
                >
                  {t('live.desk.teams.gather')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A team, and where it stands in the story. */
export function TeamStand({
  team: { number, names, stand },
  level: Heading = 'h3',
}: {
  readonly team: HostTeamView;
  readonly level?: 'h2' | 'h3';
}) {
  const { view } = useDom();
  const t = useWords();
  return (
    <>
      <Heading class="team-card__name">{t('live.desk.team', { number })}</Heading>
      <p class="team-card__names">{names.join(', ')}</p>
      {stand && (
        <>
          <p class="team-card__stand" data-ended={stand.ending !== undefined}>
            <time dateTime={stand.date}>{dateWords(view.language, stand.date, 'long')}</time>
            <b>{stand.ending ?? stand.scene}</b>
          </p>
          <p class="team-card__count">{t('live.desk.teams.decisions', { count: stand.decisions })}</p>
          {stand.last.length > 0 && (
            <ul class="team-card__last" aria-label={t('live.desk.teams.last')}>
              {stand.last.map((prose, index) => (
                <li key={index}>
                  <PlainProse prose={prose} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

/** A test of the class: how far it is, and its end. */
export function TestPanel({ held: { host } }: { readonly held: HeldRoom }) {
  const t = useWords();
  const command = useCommand();
  const { round } = host;
  if (!round) return <p>{t('live.desk.test.waiting')}</p>;
  const { form, isOpen, done, begun, seats, count } = round;
  return (
    <div class="test-panel">
      <p>{t('live.desk.test.about', { form, count })}</p>
      <VoteProgress cast={done} seats={seats} of="round" />
      <p class="fine-print">{t('live.desk.test.begun', { begun })}</p>
      <div class="ways">
        <Button
          action={isOpen ? 'round-close' : 'round-open'}
          onPress={() => command({ type: isOpen ? 'round.close' : 'round.open', form })}
        >
          {t(isOpen ? 'live.desk.test.close' : 'live.desk.test.open')}
        </Button>
      </div>
    </div>
  );
}

/** Negotiating tables: how many, for what, and who sits at them. */
export function RolesPanel({ held: { host } }: { readonly held: HeldRoom }) {
  const { view } = useDom();
  const t = useWords();
  const command = useCommand();
  const { roles } = host;
  const [tables, setTables] = useState(Math.max(1, Math.min(MAX_TABLES, Math.ceil(host.people.length / 10))));
  const [track, setTrack] = useState(roles.suggested.track);
  const [phase, setPhase] = useState(roles.suggested.phase);
  if (!roles.isOpen && roles.tables.length === 0)
    return (
      <form
        class="roles-form"
        onSubmit={(event) => {
          event.preventDefault();
          command({ type: 'roles.open', tables, track, phase });
        }}
      >
        <p>{t('live.desk.roles.about')}</p>
        <label>
          <span>{t('live.desk.roles.tables')}</span>
          <input
            type="number"
            min="1"
            max={MAX_TABLES}
            step="1"
            value={tables}
            onInput={(event) => setTables(Number(event.currentTarget.value))}
          />
        </label>
        <label>
          <span>{t('live.desk.roles.track')}</span>
          <select value={track} onChange={(event) => setTrack(event.currentTarget.value)}>
            {roles.tracks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('live.desk.roles.phase')}</span>
          <select value={phase} onChange={(event) => setPhase(event.currentTarget.value)}>
            {roles.phases.map(({ id, name, date, vetoes }) => (
              <option key={id} value={id}>
                {t('live.desk.roles.from', {
                  name,
                  date: dateWords(view.language, date, 'long'),
                  parties: listed(vetoes),
                  count: vetoes.length,
                })}
              </option>
            ))}
          </select>
        </label>
        <div class="ways">
          <button type="submit" class="button button--primary" data-action="roles-open">
            <span class="button__text">{t('live.desk.roles.open')}</span>
          </button>
        </div>
      </form>
    );
  return (
    <div class="roles">
      <RoleTables held={{ host }} onNudge={(table) => command({ type: 'role.nudge', table })} />
      <Button action="roles-close" onPress={() => command({ type: 'roles.close' })}>
        {t('live.desk.roles.close')}
      </Button>
    </div>
  );
}

const MAX_TABLES = 10;

/** Every table: how far it is, and who sits there. */
export function RoleTables({
  held: { host },
  onNudge,
  level: Heading = 'h3',
}: {
  readonly held: Pick<HeldRoom, 'host'>;
  readonly onNudge?: (table: string) => void;
  readonly level?: 'h2' | 'h3';
}) {
  const t = useWords();
  return (
    <ul class="role-tables">
      {host.roles.tables.map(
        ({ table, number, state, round, rounds, chairs, proposer, contract, history }) => (
          <li key={table} class="team-card" data-role-table={number} data-state={state}>
            <Heading class="team-card__name">{t('live.desk.roles.table', { number })}</Heading>
            <p class="team-card__count">{t('live.desk.roles.state', { state, round, rounds })}</p>
            {proposer !== undefined && state === 'open' && (
              <p class="team-card__stand">{t('live.desk.roles.proposal', { party: proposer })}</p>
            )}
            {contract.length > 0 && <ContractLines lines={contract} />}
            <dl class="role-tables__chairs">
              {chairs.map(({ party, name, names, hasLeft, hasVoted }) => (
                <div key={party}>
                  <dt>{name}</dt>
                  <dd>
                    {names.length === 0 ? t('live.desk.roles.machine') : names.join(', ')}
                    {hasLeft && <span class="tag tag--plain">{t('live.desk.roles.left')}</span>}
                    {hasVoted && <span class="tag tag--plain">{t('live.desk.roles.voted')}</span>}
                  </dd>
                </div>
              ))}
            </dl>
            {history.length > 0 && (
              <details class="fold">
                <summary>{t('live.role.history')}</summary>
                <Voted history={history} />
              </details>
            )}
            {onNudge && state === 'open' && (
              <Button
                action="role-nudge"
                label={t('live.desk.roles.nudge.label', { number })}
                onPress={() => onNudge(table)}
              >
                {t('live.desk.roles.nudge')}
              </Button>
            )}
          </li>
        ),
      )}
    </ul>
  );
}
