import { Icon } from '../../parts/art.tsx';
import { useWords } from '../../parts/env.ts';
import { type HeldRoom, useCommand } from './use-room.ts';

/** What a class can do, as the teacher chooses it: a test is one thing before the lesson and another after it. */
const STAGES = ['lobby', 'pre', 'vote', 'teams', 'roles', 'post', 'debrief'] as const;
export type Stage = (typeof STAGES)[number];

const ICONS: Readonly<Record<Stage, string>> = {
  lobby: 'key',
  pre: 'question',
  vote: 'hand-pointing',
  teams: 'users-three',
  roles: 'handshake',
  post: 'seal-question',
  debrief: 'trend-up',
};

/** What the class does now. */
export function stageOf({ room, host }: HeldRoom): Stage {
  if (room.activity === 'round') return host.round?.form ?? 'pre';
  return STAGES.find((stage) => stage === room.activity) ?? 'lobby';
}

/** The steps of a lesson; the class does what is chosen here, all at once. */
export function Activities({ held }: { readonly held: HeldRoom }) {
  const t = useWords();
  const command = useCommand();
  const now = stageOf(held);
  const begin = (stage: Stage) => {
    if (stage === now) return;
    if (stage !== 'pre' && stage !== 'post') return command({ type: 'activity.start', activity: stage });
    command({ type: 'activity.start', activity: 'round' });
    command({ type: 'round.open', form: stage });
  };
  const stages = STAGES.filter((stage) => held.host.hasTests || (stage !== 'pre' && stage !== 'post'));
  return (
    <nav class="activities" aria-label={t('live.desk.activities')}>
      <ol>
        {stages.map((stage) => (
          <li key={stage}>
            <button
              type="button"
              class="activity"
              data-activity={stage}
              aria-current={stage === now ? 'step' : undefined}
              onClick={() => begin(stage)}
            >
              <Icon name={ICONS[stage]} />
              <span>{t('live.desk.activity', { stage })}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
