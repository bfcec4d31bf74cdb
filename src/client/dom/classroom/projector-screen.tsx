import type { PlayView } from '../../../core/view-model/index.ts';
import { ContinueButton } from '../parts/continue-button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { UndoButton } from '../parts/undo-button.tsx';
import { Feedback } from '../play/feedback.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { OverlapPicture } from '../play/overlap-picture.tsx';
import { RunHead } from '../play/run-head.tsx';
import { News, Perspectives, SceneStory, SpeakerFigure } from '../play/scene.tsx';
import { Ballot, VoteResult } from './ballot.tsx';

/** A scene for a whole room: one column, large words, and the votes of the class. */
export function ProjectorScreen({ play }: { readonly play: PlayView }) {
  const { view, send } = useDom();
  const t = useWords();
  const { scene, feedback, state } = play;
  const vote = view.classroom?.vote;
  return (
    <div class="projector" data-state={state}>
      <RunHead masthead={play.masthead} />
      <main id="main" class="projector__main" tabIndex={-1} data-new="first" aria-busy={view.isBusy}>
        {scene && (
          <article
            key={scene.id}
            class={`scene scene--${scene.kind}`}
            data-scene={scene.id}
            data-kind={scene.kind}
            data-has-speaker={scene.speaker !== undefined}
          >
            {state === 'feedback' && feedback ? (
              <>
                <SpeakerFigure speaker={scene.speaker} />
                {/* The class has read the story before it chose. */}
                <Feedback feedback={{ ...feedback, isFirstSight: false }} scene={scene.id} />
                <VoteResult vote={vote} />
              </>
            ) : (
              <>
                <News news={scene.news} />
                <SceneStory scene={scene} />
                <Perspectives perspectives={scene.perspectives} />
                {view.overlap && <OverlapPicture overlap={view.overlap} />}
                {vote ? (
                  <section class="choices" aria-labelledby="choices-title">
                    <h2 id="choices-title" class="choices__question">
                      {scene.question ?? t('choice.question')}
                    </h2>
                    <Ballot
                      key={vote.key}
                      vote={vote}
                      kind="choice"
                      onDecide={(choice) => send({ type: 'choice.take', scene: scene.id, choice })}
                    />
                  </section>
                ) : (
                  <div class="ways">
                    <ContinueButton scene={scene.id} />
                  </div>
                )}
              </>
            )}
            <UndoButton />
          </article>
        )}
        <Footnotes facts={play.footnotes} />
      </main>
    </div>
  );
}
