import { useState } from 'preact/hooks';
import type { LiveRoundView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { QuizExplained } from '../quiz/quiz-explained.tsx';
import { QuizHeading, QuizQuestion } from '../quiz/quiz-question.tsx';

/** A test before the lesson or after it, at one's own pace. */
export function LiveRound({ round }: { readonly round: LiveRoundView }) {
  const { send } = useDom();
  const t = useWords();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const { form, items, answered, isOpen } = round;
  const open = items.filter(({ item }) => !answered.includes(item));
  // What was skipped comes back at the end.
  const quiz = open.find(({ item }) => !skipped.includes(item)) ?? open[0];
  const number = quiz ? items.indexOf(quiz) + 1 : items.length;
  return (
    <main id="main" class="live-page" tabIndex={-1} data-stage="round" data-form={form}>
      <p class="eyebrow">{t('live.round', { form, number, count: items.length })}</p>
      {isOpen && quiz ? (
        <>
          <QuizHeading quiz={quiz} />
          <QuizQuestion
            key={quiz.item}
            quiz={quiz}
            isTest
            onAnswer={({ response, confidence }) =>
              send({
                type: 'live.send',
                command: { type: 'round.answer', form, item: quiz.item, response, confidence },
              })
            }
          />
          {open.length > 1 && (
            <Button action="skip" kind="quiet" onPress={() => setSkipped([...skipped, quiz.item])}>
              {t('live.round.later')}
            </Button>
          )}
          <p class="live-page__note" role="status">
            {t('live.round.answered', { answered: answered.length, count: items.length })}
          </p>
        </>
      ) : (
        <>
          <h1 class="live-page__title" tabIndex={-1} data-heading>
            {t('live.round.done')}
          </h1>
          <p class="live-page__lead" role="status">
            {t('live.round.answered', { answered: answered.length, count: items.length })}
          </p>
          {!isOpen && form === 'post' && <Explained round={round} />}
        </>
      )}
    </main>
  );
}

function Explained({ round: { items, footnotes } }: { readonly round: LiveRoundView }) {
  return (
    <>
      {items.map((quiz) => (
        <section key={quiz.item} class="live-explained" data-item={quiz.item}>
          <h2>
            <ProseText prose={quiz.stem} />
          </h2>
          <QuizExplained quiz={quiz} />
        </section>
      ))}
      <Footnotes facts={footnotes} />
    </>
  );
}
