import type { LiveSeatView, LiveTeamView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';

/** Who is in the team, who speaks for it, and what each would choose. */
export function TeamBar({ team }: { readonly team: LiveTeamView }) {
  const { send } = useDom();
  const t = useWords();
  const nameOf = (name: string) => (name === '' ? t('live.team.somebody') : name);
  return (
    <section class="team-bar" aria-labelledby="team-title" data-team={team.team}>
      <h2 id="team-title" class="team-bar__title">
        {t('live.team', { team: numberOf(team.team) })}
      </h2>
      <ul class="team-bar__members">
        {team.members.map((member, index) => (
          <li key={`${index} ${member.name}`} class="team-bar__member" data-speaks={member.isSpeaker}>
            <b>{member.isSelf ? t('live.team.you') : nameOf(member.name)}</b>
            {member.isSpeaker && (
              <span class="team-bar__speaks">
                <Icon name="chats" /> {t('live.team.speaks')}
              </span>
            )}
            {!member.isPresent && !member.isSelf && <span>{t('live.team.away')}</span>}
            {member.pick !== undefined && (
              <span class="team-bar__pick" data-pick={member.pick}>
                {t('live.team.pick', { number: member.pick })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div class="team-bar__ways">
        <p role="status">
          {t('live.team.role', {
            role: team.isSpeaker ? 'speaker' : team.speaker === undefined ? 'nobody' : 'member',
            name: nameOf(team.speaker ?? ''),
          })}
        </p>
        {!team.isSpeaker && (
          <Button
            action="team-speak"
            icon="chats"
            onPress={() => send({ type: 'live.send', command: { type: 'team.speak' } })}
          >
            {t('live.team.speak')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** There are teams, and this seat is in none. */
export function TeamChoice({ teams }: { readonly teams: NonNullable<LiveSeatView['teams']> }) {
  const { send } = useDom();
  const t = useWords();
  return (
    <ul class="team-choice">
      {teams.map(({ team, count }) => (
        <li key={team}>
          <Button
            action={`team-${team}`}
            icon="users-three"
            onPress={() => send({ type: 'live.send', command: { type: 'team.join', team } })}
          >
            {t('live.team', { team: numberOf(team) })}
            <span class="button__note">{t('live.team.count', { count })}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Teams are called by their numbers. */
function numberOf(team: string): string {
  return team.replace(/^\D+/, '');
}
