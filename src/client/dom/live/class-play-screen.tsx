import type { ComponentChildren } from 'preact';
import type { LiveSeatView, LiveView, PlayView } from '../../../core/view-model/index.ts';
import { LateClassDebrief } from '../class-debrief/late-class-debrief.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { wordOf } from './code-words.ts';
import { LiveQuiz, TeamQuiz } from './live-quiz.tsx';
import { LiveRound } from './live-round.tsx';
import { LiveStory } from './live-story.tsx';
import { LiveTable } from './live-table.tsx';
import { RolesPage } from './roles/roles-page.tsx';
import { TeamChoice } from './team-bar.tsx';

/** What a pupil's device shows, whatever the room does; a team plays on the pages of a run instead. */
export function ClassPlayScreen({ live }: { readonly live: LiveView }) {
  const { view } = useDom();
  const { seat } = live;
  if (!seat) return <Plain live={live} stage="waiting" />;
  const { stage, quiz, round, table } = seat;
  const { play } = view;
  if (stage === 'story' && play?.scene) return <LiveStory play={play} vote={seat.vote} live={live} />;
  if (stage === 'quiz' && quiz) return <LiveQuiz key={quiz.quiz.item} quiz={quiz} />;
  if (stage === 'team-quiz' && play?.quiz) return <TeamQuiz quiz={play.quiz} />;
  if (stage === 'round' && round) return <LiveRound key={round.form} round={round} />;
  if (stage === 'table' && table) return <LiveTable table={table} inTeam={seat.team !== undefined} />;
  if (stage === 'roles') return <RolesPage role={seat.role} chairs={seat.chairs} />;
  if (stage === 'ending' && play?.ending) return <Ending play={play} />;
  if (stage === 'debrief') return <Debrief live={live} />;
  return <Plain live={live} stage={stage} />;
}

/** What the class has done, on the device of each pupil. */
function Debrief({ live }: { readonly live: LiveView }) {
  const t = useWords();
  return (
    <LivePage name="debrief">
      <h1 class="live-page__title" tabIndex={-1} data-heading>
        {t('live.stage', { stage: 'debrief' })}
      </h1>
      <LateClassDebrief debrief={live.debrief} />
    </LivePage>
  );
}

/** Nothing to do here but to read: what the room waits for, and what is left to do. */
function Plain({ live: { room, seat }, stage }: { readonly live: LiveView; readonly stage: string }) {
  const { send } = useDom();
  const t = useWords();
  const { reason = 'other' } = room;
  return (
    <LivePage name={stage}>
      <h1 class="live-page__title" tabIndex={-1} data-heading>
        {stage === 'closed'
          ? t('live.closed', { reason: wordOf(reason) })
          : t('live.stage', { stage: wordOf(stage) })}
      </h1>
      {stage === 'closed' ? (
        <>
          <p class="live-page__lead">{t('live.closed.about', { reason: wordOf(reason) })}</p>
          <div class="ways">
            {reason === 'other-version' && (
              <Button action="reload" kind="primary" onPress={() => send({ type: 'page.reload' })}>
                {t('live.reload')}
              </Button>
            )}
            <Button action="live-out" kind="primary" onPress={() => send({ type: 'live.leave' })}>
              {t('live.toTitle')}
            </Button>
          </div>
        </>
      ) : (
        <p class="live-page__lead">{t('live.stage.about', { stage: wordOf(stage) })}</p>
      )}
      {stage === 'team-choice' && <TeamChoice teams={seat?.teams ?? []} />}
      {stage === 'waiting' && room.name !== undefined && (
        <section class="live-name" aria-labelledby="own-name">
          <h2 id="own-name">{t('live.name')}</h2>
          <p class="live-name__name" role="status">
            {room.name}
          </p>
          <Button
            action="name-draw"
            onPress={() => send({ type: 'live.send', command: { type: 'name.draw' } })}
          >
            {t('live.name.draw')}
          </Button>
          <p class="live-name__note">{t('live.name.about')}</p>
        </section>
      )}
    </LivePage>
  );
}

function Ending({ play: { ending, footnotes } }: { readonly play: PlayView }) {
  const t = useWords();
  if (!ending) return null;
  return (
    <LivePage name="ending">
      <p class="eyebrow">{t('live.ending')}</p>
      <h1 class="live-page__title" tabIndex={-1} data-heading>
        {ending.title}
      </h1>
      <p class="live-page__lead">
        <ProseText prose={ending.story} />
      </p>
      <h2>{t('ending.why')}</h2>
      <p class="live-page__text">
        <ProseText prose={ending.why} />
      </p>
      <h2>{t('ending.reality')}</h2>
      <p class="live-page__text">
        <ProseText prose={ending.reality} />
      </p>
      <Footnotes facts={footnotes} />
    </LivePage>
  );
}

function LivePage({
  name,
  children,
}: {
  readonly name: LiveSeatView['stage'] | string;
  readonly children: ComponentChildren;
}) {
  return (
    <main id="main" class="live-page" tabIndex={-1} data-stage={name}>
      {children}
    </main>
  );
}
