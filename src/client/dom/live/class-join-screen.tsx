import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveJoinView } from '../../../core/view-model/index.ts';
import { useDom, useWords } from '../parts/env.ts';
import { PageFrame } from '../parts/page-frame.tsx';
import { wordOf } from './code-words.ts';

/** The door of a live room: a code, and nothing else. */
export function ClassJoinScreen({ joining }: { readonly joining: LiveJoinView }) {
  const { send } = useDom();
  const t = useWords();
  const [code, setCode] = useState(joining.code);
  const field = useRef<HTMLInputElement>(null);
  const { isBusy, problem } = joining;
  // Who has to type again starts where it went wrong.
  useEffect(() => {
    if (problem !== undefined && !isBusy) field.current?.focus();
  }, [problem, isBusy]);
  return (
    <PageFrame name="class-join" title={t('live.join.title')} lead={t('live.join.lead')}>
      <form
        class="join"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) send({ type: 'live.join', code });
        }}
      >
        <label class="join__label" for="join-code">
          {t('live.code')}
        </label>
        <input
          id="join-code"
          class="join__code"
          name="code"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={12}
          value={code}
          aria-invalid={problem !== undefined && !isBusy}
          aria-describedby="join-said join-note"
          ref={field}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <button type="submit" class="button button--primary" data-action="join">
          <span class="button__text">{t('live.join')}</span>
        </button>
        <p id="join-said" class="join__said" role="status" data-problem={problem}>
          {isBusy
            ? t('live.join.busy')
            : problem === undefined
              ? ''
              : t('live.join.problem', { problem: wordOf(problem) })}
        </p>
        <p id="join-note" class="join__note">
          {t('live.join.note')}
        </p>
      </form>
    </PageFrame>
  );
}
