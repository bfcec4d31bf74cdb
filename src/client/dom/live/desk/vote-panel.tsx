import type { QuizView } from '../../../../core/view-model/index.ts';
import { Button } from '../../parts/button.tsx';
import { ContinueButton } from '../../parts/continue-button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { PlainProse } from '../../parts/prose.tsx';
import { UndoButton } from '../../parts/undo-button.tsx';
import { RoomQuizOpen, RoomQuizShown } from './room-quiz.tsx';
import { RoomVote } from './room-vote.tsx';
import { type HeldRoom, useCommand } from './use-room.ts';

/** The common run in short: what the class votes on, and the way on. */
export function VotePanel({ held }: { readonly held: HeldRoom }) {
  const { view, send } = useDom();
  const t = useWords();
  const command = useCommand();
  const { play } = view;
  const { vote, quiz } = held.host;
  if (!play) return <p role="status">{t('app.loading')}</p>;
  const { scene, state } = play;
  if (state === 'ended') return <p class="desk__about">{t('live.desk.ended')}</p>;
  if (state === 'quiz' && play.quiz) return <QuizPart held={held} quiz={play.quiz} scene={scene?.id ?? ''} />;
  return (
    <div class="vote-panel">
      <h3 class="vote-panel__scene">{scene?.title}</h3>
      {vote && !quiz && scene && (state === 'decide' || state === 'feedback') && (
        <>
          <p class="vote-panel__question">{scene.question ?? t('choice.question')}</p>
          <RoomVote
            key={`${vote.place.decision} ${vote.place.scene}`}
            vote={vote}
            isOpen={state === 'decide'}
            onHideReason={(seat) => command({ type: 'reason.hide', place: vote.place, seat })}
          />
        </>
      )}
      {state === 'table' && (
        <>
          <p>{t('live.desk.table')}</p>
          <Button
            action="live-table"
            icon="handshake"
            onPress={() => send({ type: 'live.show', page: 'projector' })}
          >
            {t('live.desk.table.open')}
          </Button>
        </>
      )}
      <div class="ways">
        {(state === 'feedback' || state === 'present') && scene && <ContinueButton scene={scene.id} />}
        <UndoButton />
      </div>
    </div>
  );
}

function QuizPart({
  held,
  quiz,
  scene,
}: {
  readonly held: HeldRoom;
  readonly quiz: QuizView;
  readonly scene: string;
}) {
  const live = held.host.quiz;
  return (
    <div class="vote-panel">
      <h3 class="vote-panel__scene">
        <PlainProse prose={quiz.stem} />
      </h3>
      {live && (quiz.state === 'question' ? <RoomQuizOpen quiz={live} /> : <RoomQuizShown quiz={live} />)}
      {quiz.state !== 'question' && (
        <div class="ways">
          <ContinueButton scene={scene} />
        </div>
      )}
    </div>
  );
}
