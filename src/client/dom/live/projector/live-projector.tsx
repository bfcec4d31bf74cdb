import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PlayView, QuizView } from '../../../../core/view-model/index.ts';
import { LateClassDebrief } from '../../class-debrief/late-class-debrief.tsx';
import { ClassQuestionPage } from '../../classroom/class-question-page.tsx';
import { ProjectorScene } from '../../classroom/projector-scene.tsx';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { stageOf } from '../desk/activities.tsx';
import { JoinCard } from '../desk/join-card.tsx';
import { RoomQuizOpen, RoomQuizShown } from '../desk/room-quiz.tsx';
import { RoomVote } from '../desk/room-vote.tsx';
import { RoleTables, TeamStand } from '../desk/stage-panels.tsx';
import type { HeldRoom } from '../desk/use-room.ts';
import { VoteProgress } from '../desk/vote-progress.tsx';

/** The wall of the room: what the class does now, for the last row. */
export function LiveProjector({ held }: { readonly held: HeldRoom }) {
  const { view } = useDom();
  const t = useWords();
  const { room, host } = held;
  if (room.isPaused) return <Pause held={held} />;
  const stage = stageOf(held);
  switch (stage) {
    case 'lobby':
      return <Lobby held={held} />;
    case 'vote':
      return view.play ? <StoryWall held={held} play={view.play} /> : <Lobby held={held} />;
    case 'pre':
    case 'post':
      return (
        <Wall title={t('live.desk.activity', { stage })} lead={t('live.projector.test', { form: stage })}>
          {host.round && <VoteProgress cast={host.round.done} seats={host.round.seats} of="round" />}
        </Wall>
      );
    case 'teams':
      return (
        <Wall title={t('live.projector.teams')} lead={t('live.projector.teams.lead')}>
          <ul class="teams__list">
            {host.teams.map((team) => (
              <li key={team.team} class="team-card" data-team={team.number}>
                <TeamStand team={team} level="h2" />
              </li>
            ))}
          </ul>
        </Wall>
      );
    case 'roles':
      return (
        <Wall title={t('live.projector.roles')} lead={t('live.projector.roles.lead')}>
          <RoleTables held={held} level="h2" />
        </Wall>
      );
    case 'debrief':
      return (
        <Wall title={t('live.desk.activity', { stage })} lead={t('live.projector.debrief')}>
          <LateClassDebrief debrief={view.live?.debrief} />
        </Wall>
      );
  }
}

function Wall({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <main id="main" class="wall" tabIndex={-1}>
      <h1 class="wall__title" tabIndex={-1} data-heading>
        {title}
      </h1>
      <p class="wall__lead">{lead}</p>
      {children}
    </main>
  );
}

/** Before the class begins: how to come in, and who is there. */
function Lobby({ held: { room, host } }: { readonly held: HeldRoom }) {
  const t = useWords();
  const names = host.people.filter(({ isHidden, isPresent }) => isPresent && !isHidden);
  return (
    <Wall title={t('live.projector.lobby')} lead={t('live.projector.lobby.lead')}>
      <JoinCard room={room} size="wall" />
      <p class="wall__count" data-present={host.present}>
        {t('live.projector.present', { count: host.present })}
      </p>
      <ul class="wall__names">
        {names.map(({ seat, name }) => (
          <li key={seat}>{name}</li>
        ))}
      </ul>
    </Wall>
  );
}

/** While the class talks: one question, large, and others to choose. */
function Pause({ held: { room, host } }: { readonly held: HeldRoom }) {
  const t = useWords();
  const [number, setNumber] = useState(0);
  const prompt = host.prompts[number % Math.max(1, host.prompts.length)] ?? t('live.projector.pause.prompt');
  return (
    <main id="main" class="pause" tabIndex={-1} data-pause>
      <h1 class="eyebrow" tabIndex={-1} data-heading>
        {t('live.projector.pause')}
      </h1>
      <p class="pause__prompt" role="status">
        {room.cards.at(-1)?.text ?? prompt}
      </p>
      {host.prompts.length > 1 && room.cards.length === 0 && (
        <Button action="pause-prompt" icon="chats" onPress={() => setNumber(number + 1)}>
          {t('live.projector.pause.other')}
        </Button>
      )}
    </main>
  );
}

/** A scene of the common run and its vote. */
function StoryWall({ held, play }: { readonly held: HeldRoom; readonly play: PlayView }) {
  const { vote } = held.host;
  return (
    <ProjectorScene
      play={play}
      ballot={
        play.state === 'decide' &&
        vote && <RoomVote key={`${vote.place.decision} ${vote.place.scene}`} vote={vote} isOpen />
      }
    />
  );
}

/** A question for the whole class: answered at the devices, shown and explained here too. */
export function LiveQuizWall({
  held,
  play,
  quiz,
}: {
  readonly held: HeldRoom;
  readonly play: PlayView;
  readonly quiz: QuizView;
}) {
  const t = useWords();
  const live = held.host.quiz;
  return (
    <ClassQuestionPage
      play={play}
      quiz={quiz}
      help={t('live.projector.quiz.help')}
      answering={() => live && <RoomQuizOpen quiz={live} />}
      answered={live && <RoomQuizShown quiz={live} />}
    />
  );
}
