import type { PlayView } from '../../../core/view-model/index.ts';
import { useDom } from '../parts/env.ts';
import { Ballot, VoteResult } from './ballot.tsx';
import { ProjectorScene } from './projector-scene.tsx';

/** A scene at the projector: the teacher counts the votes of the class. */
export function ProjectorScreen({ play }: { readonly play: PlayView }) {
  const { view, send } = useDom();
  const { scene } = play;
  const vote = view.classroom?.vote;
  return (
    <ProjectorScene
      play={play}
      ballot={
        vote &&
        scene && (
          <Ballot
            key={vote.key}
            vote={vote}
            kind="choice"
            onDecide={(choice) => send({ type: 'choice.take', scene: scene.id, choice })}
          />
        )
      }
      voted={<VoteResult vote={vote} />}
    />
  );
}
