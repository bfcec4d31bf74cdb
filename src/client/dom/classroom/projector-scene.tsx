import type { ComponentChildren } from 'preact';
import type { PlayView } from '../../../core/view-model/index.ts';
import { ContinueButton } from '../parts/continue-button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { UndoButton } from '../parts/undo-button.tsx';
import { Feedback } from '../play/feedback.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { OverlapPicture } from '../play/overlap-picture.tsx';
import { RunHead } from '../play/run-head.tsx';
import { News, Perspectives, SceneStory, SpeakerFigure } from '../play/scene.tsx';

interface ProjectorSceneProps {
  readonly play: PlayView;
  /** How the class decides; missing where the scene only goes on. */
  readonly ballot: ComponentChildren;
  /** Below what a decision led to. */
  readonly voted?: ComponentChildren;
}

/** A scene for a whole room: one column, large words. */
export function ProjectorScene({ play, ballot, voted }: ProjectorSceneProps) {
  const { view } = useDom();
  const t = useWords();
  const { scene, feedback, state } = play;
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
                {voted}
              </>
            ) : (
              <>
                <News news={scene.news} />
                <SceneStory scene={scene} />
                <Perspectives perspectives={scene.perspectives} />
                {view.overlap && <OverlapPicture overlap={view.overlap} />}
                {ballot ? (
                  <section class="choices" aria-labelledby="choices-title">
                    <h2 id="choices-title" class="choices__question">
                      {scene.question ?? t('choice.question')}
                    </h2>
                    {ballot}
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
