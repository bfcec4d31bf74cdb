import type { ClassVoteResultView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { useWords } from '../parts/env.ts';
import { CountRow } from './count-row.tsx';

/** How a class has voted, decision by decision, and for which reasons. */
export function ClassVoteResults({ votes }: { readonly votes: readonly ClassVoteResultView[] }) {
  const t = useWords();
  return (
    <ol class="class-debrief__list">
      {votes.map(({ key, number, title, total, options, reasons }) => (
        <li key={key} class="class-debrief__item" data-vote={key}>
          <h3>{t('class-debrief.vote', { number, title })}</h3>
          <p class="class-debrief__small">{t('class-debrief.vote.total', { total })}</p>
          <ul class="count-rows">
            {options.map(({ id, letter, label, count, percent, isTaken }) => (
              <CountRow key={id} count={count} percent={percent} mark={isTaken ? 'good' : undefined}>
                {t('class-debrief.vote.option', { letter, label })}
                {isTaken && (
                  <b class="class-debrief__flag">
                    <Icon name="check" /> {t('class-debrief.vote.taken')}
                  </b>
                )}
              </CountRow>
            ))}
          </ul>
          {reasons.length > 0 && (
            <>
              <p class="class-debrief__small">{t('class-debrief.reasons')}</p>
              <ul class="class-debrief__chips">
                {reasons.map(({ id, count }) => (
                  <li key={id}>{t('class-debrief.reason.count', { tag: id, count })}</li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
