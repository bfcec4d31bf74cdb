import { useRef } from 'preact/hooks';
import type { LearningView, RetestView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

/** A test after a week: a code instead of a name, to be written down now and typed in then. */
export function LearningRetest({ learning }: { readonly learning: LearningView }) {
  const { view, send } = useDom();
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const { code, retest, retestFrom = '' } = learning;
  const isWrong = retest?.state === 'problem';
  return (
    <section class="learn__retest" aria-labelledby="learn-retest">
      <h3 id="learn-retest">{t('debrief.learning.retest')}</h3>
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
      <form
        class="learn__form"
        onSubmit={(event) => {
          event.preventDefault();
          send({ type: 'debrief.retest', code: field.current?.value ?? '' });
        }}
      >
        <label for="retest-code">{t('debrief.learning.enter')}</label>
        <div class="learn__field">
          <input
            id="retest-code"
            ref={field}
            type="text"
            maxLength={60}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={isWrong}
            aria-describedby="retest-result"
          />
          <button type="submit" class="button button--plain" data-action="learn-retest">
            <span class="button__text">{t('debrief.learning.compare')}</span>
          </button>
        </div>
        <div id="retest-result" role="status" data-retest={retest?.state ?? 'none'}>
          {retest?.state === 'problem' && (
            <p class="learn__problem">
              {t('debrief.learning.problem', { problem: retest.problem, detail: retest.detail })}
            </p>
          )}
          {retest?.state === 'known' && <Comparison retest={retest} />}
        </div>
      </form>
      {retest?.state === 'known' && (
        <Button
          action="learn-again"
          kind="primary"
          icon="play"
          onPress={() => send({ type: 'round.start', kind: 'post' })}
        >
          {t('debrief.learning.again', { isDone: retest.now ? 'yes' : 'no' })}
        </Button>
      )}
    </section>
  );
}

function Comparison({ retest }: { readonly retest: Extract<RetestView, { readonly state: 'known' }> }) {
  const { view } = useDom();
  const t = useWords();
  const { day, pre, post, now } = retest;
  const date = dateWords(view.language, day, 'long');
  const today = dateWords(view.language, now?.day ?? '', 'long');
  return (
    <>
      <ul class="learn__then">
        {pre && <li data-then="pre">{t('debrief.learning.then', { which: 'pre', date, ...pre })}</li>}
        {post && <li data-then="post">{t('debrief.learning.then', { which: 'post', date, ...post })}</li>}
        {now && (
          <li data-then="now">
            {t('debrief.learning.then', {
              which: 'now',
              date: today,
              count: now.count,
              right: now.right,
              hits: now.tally?.hits ?? 0,
              falseAlarms: now.tally?.falseAlarms ?? 0,
            })}
          </li>
        )}
      </ul>
      {!now && <p>{t('debrief.learning.then.next')}</p>}
    </>
  );
}
