import type { ComponentChildren } from 'preact';
import type { Mood, QuizItemView, QuizView } from '../../../core/view-model/index.ts';
import { Figure, Icon } from '../parts/art.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { verdictOf } from './quiz-text.ts';

/** The bar above the question: what was right so far, by colour, pattern and words. */
export function QuizHistory({
  history,
  isOpen,
}: {
  readonly history: QuizView['history'];
  readonly isOpen: boolean;
}) {
  const t = useWords();
  const right = history.filter((entry) => entry.isCorrect).length;
  return (
    <div class="quiz-history">
      {history.map((entry) => (
        <i
          key={entry.item}
          class={entry.isCorrect ? 'quiz-history__right' : 'quiz-history__wrong'}
          aria-hidden="true"
        />
      ))}
      {isOpen && <i class="quiz-history__now" aria-hidden="true" />}
      <span class="visually-hidden">{t('quiz.history', { right, count: history.length })}</span>
    </div>
  );
}

export function QuizHelp({ words }: { readonly words: string }) {
  const t = useWords();
  return (
    <aside class="quiz__side quiz__side--help" aria-label={t('quiz.help.title')}>
      <p class="quiz__help">{words}</p>
      <Reporter mood="suspicious" />
    </aside>
  );
}

/** Right, wrong, not quite or skipped; and what to make of how sure the player was. */
export function QuizVerdict({
  quiz,
  children,
}: {
  readonly quiz: QuizItemView;
  readonly children: ComponentChildren;
}) {
  const t = useWords();
  const { verdict, icon, words } = verdictOf(quiz);
  return (
    <aside class="quiz__side" aria-labelledby="verdict-title">
      <h2 id="verdict-title" class={`verdict verdict--${verdict}`} tabIndex={-1} data-heading="later">
        <Icon name={icon} />
        {t('quiz.verdict', { verdict: words })}
      </h2>
      {quiz.confidence && (
        <p class="verdict__sure">
          {t('quiz.calibration', { level: quiz.confidence, isCorrect: quiz.isCorrect ? 'yes' : 'no' })}
        </p>
      )}
      <div class="ways">{children}</div>
      <Reporter mood={verdict === 'right' ? 'pleased' : 'neutral'} />
    </aside>
  );
}

export function Reporter({ mood }: { readonly mood: Mood }) {
  const reporter = useDom().view.cover?.reporter;
  if (reporter === undefined) return null;
  return (
    <div class="quiz__reporter" aria-hidden="true">
      <Figure name={reporter} mood={mood} />
    </div>
  );
}
