import type { ClassVoteView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../parts/env.ts';
import { listed } from '../parts/verdicts.ts';

/** What a vote has come to in one sentence, and whom to ask for a reason; however the votes were counted. */
export function VoteOutcome({ vote }: { readonly vote: ClassVoteView }) {
  const t = useWords();
  const best = vote.options.filter(({ isWinner }) => isWinner);
  return (
    <>
      <p>
        <b>
          {t('class.result', {
            how: best.length === 0 ? 'none' : vote.isTie ? 'tie' : 'winner',
            letters: listed(best.map(({ letter }) => letter)),
            votes: best[0]?.count ?? 0,
            total: vote.total,
          })}
        </b>
      </p>
      {vote.minority !== undefined && (
        <p class="ballot__minority" data-minority={vote.minority}>
          <Icon name="chats" /> {t('class.minority', { letter: vote.minority })}
        </p>
      )}
    </>
  );
}

interface WaysOnProps {
  readonly vote: ClassVoteView;
  readonly onDecide: (option: string) => void;
}

/** A button for each option, those with the most votes first: the teacher goes on with one of them. */
export function WaysOn({ vote, onDecide }: WaysOnProps) {
  const t = useWords();
  const best = vote.options.filter(({ isWinner }) => isWinner);
  const ways = [...best, ...vote.options.filter(({ isWinner }) => !isWinner)];
  return (
    <>
      {ways.map(({ id, letter }, index) => (
        <Button
          key={id}
          action={`go-on-${letter}`}
          kind={index === 0 && best.length === 1 ? 'primary' : 'plain'}
          onPress={() => onDecide(id)}
        >
          {t('class.goOn', { letter })}
        </Button>
      ))}
    </>
  );
}
