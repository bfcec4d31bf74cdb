import { useRef } from 'preact/hooks';
import type { RetestView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

interface RetestFormProps {
  readonly retest: RetestView | undefined;
  readonly onEnter: (code: string) => void;
}

/** Takes a code of an earlier final test, says what is wrong with it or what it holds, and starts the test again. */
export function RetestForm({ retest, onEnter }: RetestFormProps) {
  const { send } = useDom();
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <form
        class="retest"
        onSubmit={(event) => {
          event.preventDefault();
          onEnter(field.current?.value ?? '');
        }}
      >
        <label for="retest-code">{t('retest.enter')}</label>
        <div class="retest__field">
          <input
            id="retest-code"
            ref={field}
            type="text"
            maxLength={60}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={retest?.state === 'problem'}
            aria-describedby="retest-result"
          />
          <button type="submit" class="button button--plain" data-action="learn-retest">
            <span class="button__text">{t('retest.compare')}</span>
          </button>
        </div>
        <div id="retest-result" role="status" data-retest={retest?.state ?? 'none'}>
          {retest?.state === 'problem' && (
            <p class="retest__problem">
              {t('retest.problem', { problem: retest.problem, detail: retest.detail })}
            </p>
          )}
          {retest?.state === 'known' && <RetestComparison retest={retest} />}
        </div>
      </form>
      {retest?.state === 'known' && (
        <Button
          action="learn-again"
          kind="primary"
          icon="play"
          onPress={() => send({ type: 'round.start', kind: 'post' })}
        >
          {t('retest.again', { isDone: retest.now ? 'yes' : 'no' })}
        </Button>
      )}
    </>
  );
}

export function RetestComparison({
  retest,
}: {
  readonly retest: Extract<RetestView, { readonly state: 'known' }>;
}) {
  const { view } = useDom();
  const t = useWords();
  const { day, pre, post, now } = retest;
  const date = dateWords(view.language, day, 'long');
  const today = dateWords(view.language, now?.day ?? '', 'long');
  return (
    <>
      <ul class="retest__then">
        {pre && <li data-then="pre">{t('retest.then', { which: 'pre', date, ...pre })}</li>}
        {post && <li data-then="post">{t('retest.then', { which: 'post', date, ...post })}</li>}
        {now && (
          <li data-then="now">
            {t('retest.then', {
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
      {!now && <p>{t('retest.next')}</p>}
    </>
  );
}
