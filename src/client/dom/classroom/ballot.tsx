import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClassOptionView, ClassVoteView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PlainProse } from '../parts/prose.tsx';
import { VoteOutcome, WaysOn } from './vote-outcome.tsx';
import { countIn } from './votes.ts';

interface BallotProps {
  readonly vote: ClassVoteView;
  /** What the options are: hooks for scripts. */
  readonly kind: 'choice' | 'option';
  readonly onDecide: (option: string) => void;
}

/** Options as cards A, B, C: their votes are counted, shown, and the teacher goes on with one of them. */
export function Ballot({ vote, kind, onDecide }: BallotProps) {
  const { send } = useDom();
  const t = useWords();
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>(() =>
    vote.isCounted ? Object.fromEntries(vote.options.map(({ id, count }) => [id, String(count)])) : {},
  );
  const result = useRef<HTMLDivElement>(null);
  const isNew = useRef(false);
  const enter = () => {
    isNew.current = true;
    send({
      type: 'class.vote',
      counts: Object.fromEntries(vote.options.map(({ id }) => [id, countIn(counts[id] ?? '')])),
    });
  };
  // The room looks at what has just been entered.
  useLayoutEffect(() => {
    if (isNew.current) result.current?.scrollIntoView({ block: 'nearest' });
    isNew.current = false;
  }, [vote]);
  // With one way only there is nothing to vote on.
  const canVote = vote.options.length > 1;
  return (
    <form
      class="ballot"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      {canVote && <p class="ballot__about">{t('class.howTo')}</p>}
      <ol class="ballot__list">
        {vote.options.map((option) => (
          <li key={option.id} class="ballot__option" data-winner={option.isWinner}>
            <button
              type="button"
              class="ballot__choice"
              {...{ [`data-${kind}`]: option.id }}
              onClick={() => onDecide(option.id)}
            >
              <span class="ballot__letter">{option.letter}</span>
              <span class="ballot__label">
                <PlainProse prose={option.label} />
              </span>
            </button>
            {canVote && (
              <CountField
                letter={option.letter}
                text={counts[option.id] ?? ''}
                onChange={(text) => setCounts({ ...counts, [option.id]: text })}
              />
            )}
            {vote.isCounted && <Result option={option} />}
          </li>
        ))}
      </ol>
      {canVote && (
        <button type="submit" class="button" data-action="class-count">
          <Icon name="users-three" />
          <span class="button__text">{t('class.count')}</span>
        </button>
      )}
      {/* There from the start: what comes into it later is read out. */}
      <div class="ballot__result" role="status" data-result ref={result}>
        {vote.isCounted && <VoteOutcome vote={vote} />}
      </div>
      {vote.isCounted && (
        <div class="ways">
          <WaysOn vote={vote} onDecide={onDecide} />
        </div>
      )}
    </form>
  );
}

interface CountFieldProps {
  readonly letter: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function CountField({ letter, text, onChange }: CountFieldProps) {
  const t = useWords();
  const change = (by: number) => onChange(String(countIn(String(countIn(text) + by))));
  return (
    <fieldset class="count" aria-label={t('class.votesFor', { letter })}>
      <button
        type="button"
        class="count__step"
        data-action={`less-${letter}`}
        aria-label={t('class.less', { letter })}
        onClick={() => change(-1)}
      >
        −
      </button>
      <input
        class="count__field"
        type="number"
        inputMode="numeric"
        min="0"
        max="999"
        step="1"
        name={`count-${letter}`}
        aria-label={t('class.votesFor', { letter })}
        value={text}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <button
        type="button"
        class="count__step"
        data-action={`more-${letter}`}
        aria-label={t('class.more', { letter })}
        onClick={() => change(1)}
      >
        +
      </button>
    </fieldset>
  );
}

function Result({ option: { count, percent, isWinner } }: { readonly option: ClassOptionView }) {
  const t = useWords();
  return (
    <div class="tally">
      <span class="tally__bar" aria-hidden="true">
        <i style={{ inlineSize: `${percent}%` }} />
      </span>
      <span class="tally__words">
        {t('class.votes', { count, percent })}
        {isWinner && (
          <b class="tally__best">
            <Icon name="check-circle" /> {t('class.most')}
          </b>
        )}
      </span>
    </div>
  );
}

/** How the class has voted on what is over; nothing where nobody did. */
export function VoteResult({ vote }: { readonly vote: ClassVoteView | undefined }) {
  const t = useWords();
  if (!vote?.isCounted || vote.total === 0) return null;
  return (
    <section class="vote-result" aria-labelledby="vote-result">
      <h2 id="vote-result" class="small-heading">
        {t('class.voted')}
      </h2>
      <ul>
        {vote.options.map((option) => (
          <li key={option.id} class="vote-result__option">
            <span class="ballot__letter">{option.letter}</span>
            <span class="vote-result__label">
              <PlainProse prose={option.label} />
            </span>
            <Result option={option} />
          </li>
        ))}
      </ul>
    </section>
  );
}
