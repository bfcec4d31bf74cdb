import type { HostQuizView } from '../../../../core/view-model/index.ts';
import { Button } from '../../parts/button.tsx';
import { useDom, useWords } from '../../parts/env.ts';
import { PlainProse } from '../../parts/prose.tsx';
import { Bar } from './room-vote.tsx';
import { VoteProgress } from './vote-progress.tsx';

/** Nobody asks a class how sure it is; each device asks its own. */
const CONFIDENCE = 'fairly-sure';

/** A question at the devices of the class: how many have answered; then the way to the explanation. */
export function RoomQuizOpen({ quiz }: { readonly quiz: HostQuizView }) {
  const { send } = useDom();
  const t = useWords();
  const { place, cast, seats, answer } = quiz;
  const show = () =>
    send(
      answer === undefined
        ? { type: 'quiz.skip', item: place.scene }
        : { type: 'quiz.answer', item: place.scene, response: answer, confidence: CONFIDENCE },
    );
  return (
    <div class="room-quiz">
      {quiz.vote && (
        <ol class="room-vote__list">
          {quiz.vote.options.map(({ id, letter, label }) => (
            <li key={id} class="room-vote__option">
              <span class="ballot__letter">{letter}</span>
              <p class="room-vote__label">
                <PlainProse prose={label} />
              </p>
            </li>
          ))}
        </ol>
      )}
      <VoteProgress cast={cast} seats={seats} of="quiz" />
      <div class="ways">
        <Button action="quiz-show" kind="primary" icon="check-circle" onPress={show}>
          {t('live.desk.quiz.show')}
        </Button>
      </div>
    </div>
  );
}

/** How the class has answered, without anybody's name. */
export function RoomQuizShown({ quiz }: { readonly quiz: HostQuizView }) {
  const t = useWords();
  const { cast, right, vote } = quiz;
  return (
    <section class="room-quiz__answers" aria-labelledby="room-answers" data-right={right}>
      <h2 id="room-answers" class="small-heading">
        {t('live.desk.quiz.answers', { cast, right })}
      </h2>
      {vote?.isCounted && (
        <ol>
          {vote.options.map((option) => (
            <li key={option.id}>
              <span class="ballot__letter">{option.letter}</span>
              <div>
                <p class="room-quiz__option">
                  <PlainProse prose={option.label} />
                </p>
                <Bar option={option} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
