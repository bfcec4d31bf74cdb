import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ClassOptionView, HostReasonView, HostVoteView } from '../../../../core/view-model/index.ts';
import { VoteOutcome, WaysOn } from '../../classroom/vote-outcome.tsx';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { PlainProse } from '../../parts/prose.tsx';
import { useCommand } from './use-room.ts';
import { VoteProgress } from './vote-progress.tsx';

interface RoomVoteProps {
  readonly vote: HostVoteView;
  /** The run waits for the decision; else it has gone on. */
  readonly isOpen: boolean;
  /** On the teacher's own screen only: the seat whose reason is not fit to be shown. */
  readonly onHideReason?: (seat: string) => void;
}

/** A vote at the devices of the class: first only how many have voted; then what, why, and the way on. */
export function RoomVote({ vote: live, isOpen, onHideReason }: RoomVoteProps) {
  const { send } = useDom();
  const t = useWords();
  const command = useCommand();
  const { vote, place, isRevealed, cast, seats, reasons } = live;
  const result = useRef<HTMLDivElement>(null);
  const hasAsked = useRef(false);
  // The button goes when the result comes: the focus moves on to it.
  useLayoutEffect(() => {
    if (isRevealed && hasAsked.current) result.current?.focus();
    hasAsked.current = false;
  }, [isRevealed]);
  return (
    <div class="room-vote" data-vote={isRevealed ? 'revealed' : 'covered'}>
      <ol class="room-vote__list">
        {vote.options.map((option) => (
          <li key={option.id} class="room-vote__option" data-winner={option.isWinner}>
            <span class="ballot__letter">{option.letter}</span>
            <div class="room-vote__words">
              <p class="room-vote__label">
                <PlainProse prose={option.label} />
              </p>
              {isRevealed && <Bar option={option} />}
              {isRevealed && (
                <Reasons
                  reasons={reasons.filter(({ letter }) => letter === option.letter)}
                  {...(onHideReason ? { onHide: onHideReason } : {})}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      {!isRevealed && <VoteProgress cast={cast} seats={seats} of="vote" />}
      {!isRevealed && isOpen && (
        <div class="ways">
          <Button
            action="vote-reveal"
            kind="primary"
            icon="users-three"
            onPress={() => {
              hasAsked.current = true;
              command({ type: 'vote.reveal', place });
            }}
          >
            {t('live.desk.vote.reveal')}
          </Button>
        </div>
      )}
      <div class="room-vote__result" role="status" tabIndex={-1} ref={result}>
        {isRevealed && <VoteOutcome vote={vote} />}
      </div>
      {isRevealed && isOpen && (
        <div class="ways">
          <WaysOn
            vote={vote}
            onDecide={(choice) => send({ type: 'choice.take', scene: place.scene, choice })}
          />
          <Button action="vote-cover" kind="quiet" onPress={() => command({ type: 'vote.cover', place })}>
            {t('live.desk.vote.again')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Bars are compared: all are of the same length. */
export function Bar({ option: { count, percent, isWinner } }: { readonly option: ClassOptionView }) {
  const t = useWords();
  return (
    <div class="room-bar" data-winner={isWinner}>
      <span class="room-bar__track" aria-hidden="true">
        <i style={{ inlineSize: `${percent}%` }} />
      </span>
      <span class="room-bar__words">{t('class.votes', { count, percent })}</span>
    </div>
  );
}

function Reasons({
  reasons,
  onHide,
}: {
  readonly reasons: readonly HostReasonView[];
  readonly onHide?: (seat: string) => void;
}) {
  const t = useWords();
  const tags = [...new Set(reasons.flatMap(({ tag }) => (tag === undefined ? [] : [tag])))];
  const words = reasons.filter(({ text }) => text !== undefined);
  if (reasons.length === 0) return null;
  return (
    <div class="reasons">
      {tags.length > 0 && (
        <ul class="reasons__tags">
          {tags.map((tag) => (
            <li key={tag} class="tag tag--plain">
              {t('live.desk.reason', { tag, count: reasons.filter((reason) => reason.tag === tag).length })}
            </li>
          ))}
        </ul>
      )}
      {words.length > 0 && (
        <ul class="reasons__words">
          {words.map(({ seat, text }) => (
            <li key={seat}>
              <q>{text}</q>
              {onHide && (
                <Button
                  action="reason-hide"
                  kind="bar"
                  icon="x"
                  label={t('live.desk.reason.hide', { text: text ?? '' })}
                  onPress={() => onHide(seat)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
