import type { LearningView, MissedView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { FactButtons } from '../parts/fact-buttons.tsx';
import { QuizExplained } from '../quiz/quiz-explained.tsx';
import { plainWords, verdictOf } from '../quiz/quiz-text.ts';

/** Every question that was missed in the run and in the tests, with what was right and why. */
export function LearningMissed({ learning }: { readonly learning: LearningView }) {
  const { send } = useDom();
  const t = useWords();
  const { missed, repeat, hasAnswers } = learning;
  return (
    <section aria-labelledby="learn-missed">
      <h3 id="learn-missed">{t('debrief.learning.missed')}</h3>
      <p>
        {hasAnswers || missed.length > 0
          ? t('debrief.learning.missed.count', { count: missed.length })
          : t('debrief.learning.missed.none')}
      </p>
      {missed.length > 0 && (
        <ul class="learn__missed">
          {missed.map((each) => (
            <Missed key={`${each.from} ${each.quiz.item}`} missed={each} />
          ))}
        </ul>
      )}
      {repeat.length > 0 && (
        <Button
          action="learn-repeat"
          kind="primary"
          icon="clock-counter-clockwise"
          onPress={() => send({ type: 'round.start', kind: 'again', items: repeat })}
        >
          {t('debrief.learning.repeat', { count: repeat.length })}
        </Button>
      )}
      {missed.length > repeat.length && <p class="fine-print">{t('debrief.learning.missed.tests')}</p>}
    </section>
  );
}

function Missed({ missed: { from, quiz, due } }: { readonly missed: MissedView }) {
  const { view } = useDom();
  const t = useWords();
  const { verdict, icon, words } = verdictOf(quiz);
  return (
    <li data-quiz={quiz.item} data-from={from}>
      <details>
        <summary>
          <span class="learn__stem">{plainWords(quiz.stem)}</span>
          <span class={`learn__verdict verdict--${verdict}`}>
            <Icon name={icon} />
            <span>{t('quiz.verdict', { verdict: words })}</span>
            {quiz.confidence && <span>{t('debrief.learning.youWere', { level: quiz.confidence })}</span>}
            <span>{t('debrief.learning.from', { from })}</span>
            {due && <span>{t('debrief.learning.due', { date: dateWords(view.language, due, 'long') })}</span>}
          </span>
        </summary>
        <QuizExplained quiz={quiz} />
        {quiz.facts.length > 0 && (
          <p class="learn__facts">
            <FactButtons facts={quiz.facts} />
          </p>
        )}
      </details>
    </li>
  );
}
