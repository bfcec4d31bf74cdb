import { useWords } from '../../parts/env.ts';
import { useCalm } from './use-room.ts';

/** How many have voted or answered: for the eye at once, for the ear now and then. */
export function VoteProgress({
  cast,
  seats,
  of,
}: {
  readonly cast: number;
  readonly seats: number;
  readonly of: 'vote' | 'quiz' | 'round';
}) {
  const t = useWords();
  const said = useCalm(cast);
  const share = seats === 0 ? 0 : Math.min(1, cast / seats);
  return (
    <div class="vote-progress" data-cast={cast} data-seats={seats}>
      <span class="vote-progress__track" aria-hidden="true">
        <i style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <p class="vote-progress__words">{t('live.desk.progress', { cast, seats, of })}</p>
      <p class="visually-hidden" role="status">
        {t('live.desk.progress', { cast: said, seats, of })}
      </p>
    </div>
  );
}
