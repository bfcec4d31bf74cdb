import type { LearningView } from '../../../core/view-model/index.ts';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { RetestForm } from '../quiz/retest-form.tsx';

/** A test after a week: a code instead of a name, to be written down now and typed in then. */
export function LearningRetest({ learning }: { readonly learning: LearningView }) {
  const { view, send } = useDom();
  const t = useWords();
  const { code, retest, retestFrom = '' } = learning;
  return (
    <section class="learn__retest" aria-labelledby="learn-retest">
      <h3 id="learn-retest">{t('retest.title')}</h3>
      <p>{t('debrief.learning.retest.about')}</p>
      {code ? (
        <>
          <p class="learn__code">
            <span>{t('debrief.learning.code')}</span> <output data-code>{code}</output>
          </p>
          <p>{t('debrief.learning.code.from', { date: dateWords(view.language, retestFrom, 'long') })}</p>
        </>
      ) : (
        <p>{t('debrief.learning.code.none')}</p>
      )}
      <RetestForm retest={retest} onEnter={(text) => send({ type: 'debrief.retest', code: text })} />
    </section>
  );
}
