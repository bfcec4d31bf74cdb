import type { ClassVotesView } from '../../../core/view-model/index.ts';
import { Icon } from '../parts/art.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';

/** How the class voted, decision by decision; nothing for a run without a class. */
export function ClassVotes({ votes }: { readonly votes: readonly ClassVotesView[] }) {
  const { view } = useDom();
  const t = useWords();
  if (votes.length === 0) return null;
  return (
    <section class="class-votes" aria-labelledby="class-votes">
      <h3 id="class-votes">{t('debrief.votes')}</h3>
      <p>{t('debrief.votes.lead')}</p>
      <ol class="class-votes__list">
        {votes.map((vote) => (
          <li key={vote.decision} data-votes={vote.decision}>
            <h4>
              <time dateTime={vote.date}>{dateWords(view.language, vote.date, 'short')}</time> {vote.title}
            </h4>
            <ul>
              {vote.options.map((option) => (
                <li key={option.id} class="class-votes__option">
                  <span>
                    {t('debrief.votes.option', { letter: option.letter, label: option.label })}
                    {option.isTaken && (
                      <b class="class-votes__taken">
                        <Icon name="check" /> {t('debrief.votes.taken')}
                      </b>
                    )}
                  </span>
                  <span class="class-votes__bar" aria-hidden="true">
                    <i style={{ inlineSize: `${option.percent}%` }} />
                  </span>
                  <span>{t('debrief.votes.count', { count: option.count, percent: option.percent })}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
