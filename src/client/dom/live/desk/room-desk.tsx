import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { SettingsButton } from '../../parts/page-frame.tsx';
import { Activities, stageOf } from './activities.tsx';
import { Cards } from './cards.tsx';
import { DeskDebrief } from './desk-debrief.tsx';
import { HandOver } from './hand-over.tsx';
import { JoinCard } from './join-card.tsx';
import { LessonPanel } from './lesson-panel.tsx';
import { People } from './people.tsx';
import { RoomTools } from './room-tools.tsx';
import { RolesPanel, TeamsPanel, TestPanel } from './stage-panels.tsx';
import type { HeldRoom } from './use-room.ts';
import { VotePanel } from './vote-panel.tsx';

/** The room in the hands of its teacher: who is in, what the class does, and all that can be done about it. */
export function RoomDesk({ held }: { readonly held: HeldRoom }) {
  const { view, send } = useDom();
  const t = useWords();
  const { room } = held;
  const stage = stageOf(held);
  return (
    <div class="page page--desk" data-stage={stage}>
      <header class="bar">
        <p class="bar__name">{view.scenarioTitle}</p>
        <div class="bar__tools">
          <Button
            action="live-projector"
            icon="arrow-square-out"
            onPress={() => send({ type: 'live.show', page: 'projector' })}
          >
            {t('live.desk.projector')}
          </Button>
          <SettingsButton />
        </div>
      </header>
      <main id="main" class="desk" tabIndex={-1}>
        <div class="desk__head">
          <div class="desk__title">
            <p class="eyebrow">{t('live.desk.eyebrow')}</p>
            <h1 tabIndex={-1} data-heading>
              {t('live.desk.title')}
            </h1>
            <RoomTools room={room} />
          </div>
          <JoinCard room={room} size="desk" />
        </div>
        <Activities held={held} />
        <div class="desk__columns">
          <div class="desk__work">
            <section class="desk__now" aria-labelledby="desk-now">
              <p class="eyebrow">{t('live.desk.now')}</p>
              <h2 id="desk-now">{t('live.desk.activity', { stage })}</h2>
              <StagePanel held={held} />
            </section>
            <LessonPanel />
            <Cards held={held} />
          </div>
          <div class="desk__side">
            <People held={held} />
            <HandOver held={held} />
          </div>
        </div>
        <DeskDebrief isOpen={stage === 'debrief'} />
        <EndRoom />
      </main>
    </div>
  );
}

function StagePanel({ held }: { readonly held: HeldRoom }) {
  const t = useWords();
  switch (stageOf(held)) {
    case 'lobby':
      return <p class="desk__about">{t('live.desk.lobby.about')}</p>;
    case 'pre':
    case 'post':
      return <TestPanel held={held} />;
    case 'vote':
      return <VotePanel held={held} />;
    case 'teams':
      return <TeamsPanel held={held} />;
    case 'roles':
      return <RolesPanel held={held} />;
    case 'debrief':
      return <p class="desk__about">{t('live.desk.debrief.about')}</p>;
  }
}

function EndRoom() {
  const { send } = useDom();
  const t = useWords();
  const [isAsking, setAsking] = useState(false);
  return (
    <section class="desk__end" aria-labelledby="desk-end">
      <h2 id="desk-end">{t('live.desk.end')}</h2>
      <p>{t('live.desk.end.about')}</p>
      <Button action="room-end" icon="trash" opensDialog onPress={() => setAsking(true)}>
        {t('live.desk.end.button')}
      </Button>
      {isAsking && (
        <Dialog name="end-room" title={t('live.desk.end.title')} onClose={() => setAsking(false)}>
          <p>{t('live.desk.end.really')}</p>
          <div class="ways">
            <Button
              action="room-end-yes"
              kind="primary"
              icon="trash"
              onPress={() => {
                setAsking(false);
                send({ type: 'live.send', command: { type: 'room.end' } });
              }}
            >
              {t('live.desk.end.yes')}
            </Button>
            <Button action="room-end-no" onPress={() => setAsking(false)}>
              {t('live.desk.end.no')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
