import { useState } from 'preact/hooks';
import type { LiveQuizView, QuizItemView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PlainProse } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { QuizExplained } from '../quiz/quiz-explained.tsx';
import { QuizVerdict } from '../quiz/quiz-frame.tsx';
import { QuizHeading, QuizQuestion } from '../quiz/quiz-question.tsx';
import { Bar } from './live-story.tsx';

/** A question for all: the own answer, and once the teacher shows it, why, and how the class has answered. */
export function LiveQuiz({ quiz: live }: { readonly quiz: LiveQuizView }) {
  const { send } = useDom();
  const t = useWords();
  const [isChanging, setChanging] = useState(false);
  const { quiz, place, isAnswered, isRevealed } = live;
  return (
    <main id="main" class="live-page" tabIndex={-1} data-stage="quiz" data-quiz={quiz.item}>
      <p class="eyebrow">{t('live.quiz')}</p>
      <QuizHeading quiz={quiz} />
      {isRevealed ? (
        <>
          <QuizExplained quiz={quiz} />
          <Shares shares={live.shares} />
          <QuizVerdict quiz={quiz}>{null}</QuizVerdict>
          <p class="live-page__note">{t('live.teacherGoesOn')}</p>
          <Footnotes facts={live.footnotes} />
        </>
      ) : isAnswered && !isChanging ? (
        <Answered onChange={() => setChanging(true)} />
      ) : (
        <QuizQuestion
          quiz={quiz}
          isTest
          inRoom
          onAnswer={({ response, confidence }) => {
            setChanging(false);
            send({ type: 'live.send', command: { type: 'quiz.cast', place, response, confidence } });
          }}
        />
      )}
    </main>
  );
}

function Answered({ onChange }: { readonly onChange: () => void }) {
  const t = useWords();
  return (
    <div class="live-answered">
      <p role="status" data-answered>
        <Icon name="check-circle" /> {t('live.quiz.answered')}
      </p>
      <Button action="quiz-change" kind="quiet" onPress={onChange}>
        {t('live.quiz.change')}
      </Button>
    </div>
  );
}

/** How the class has answered: options one by one, or only right and not right. */
function Shares({ shares }: { readonly shares: LiveQuizView['shares'] }) {
  const t = useWords();
  return (
    <section aria-labelledby="shares-title">
      <h2 id="shares-title" class="small-heading">
        {t('live.quiz.shares')}
      </h2>
      <ul class="live-result">
        {shares.map(({ letter, label, isRight, isOwn, count, percent }) => (
          <li key={letter ?? String(isRight)} class="live-result__option" data-own={isOwn}>
            {letter !== undefined && <span class="live-letter">{letter}</span>}
            <span class="live-result__label">
              {label ? <PlainProse prose={label} /> : t('live.quiz.isRight', { isRight: String(isRight) })}
              {label && isRight && <b class="live-result__right"> {t('live.quiz.right')}</b>}
            </span>
            <Bar percent={percent} />
            <span class="live-result__words">
              {t('live.answers', { count, percent })}
              {isOwn && <b> {t('live.quiz.yours')}</b>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A question that somebody else answers for the team. */
export function TeamQuiz({ quiz }: { readonly quiz: QuizItemView }) {
  const t = useWords();
  const { task } = quiz;
  return (
    <main id="main" class="live-page" tabIndex={-1} data-stage="team-quiz">
      <QuizHeading quiz={quiz} />
      {'options' in task && (
        <ol class="live-options">
          {task.options.map(({ id, text }) => (
            <li key={id}>
              <PlainProse prose={text} />
            </li>
          ))}
        </ol>
      )}
      <p class="live-page__note">{t('live.team.quiz')}</p>
    </main>
  );
}
