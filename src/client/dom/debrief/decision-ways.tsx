import type {
  DecisionWaysView,
  WayOutlookView,
  WayView,
  WhatIfView,
} from '../../../core/view-model/index.ts';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { RewindButton } from './rewind-button.tsx';

/** Every decision of the run, each with what else was open and a way back to it. */
export function DecisionWays({ whatIf: { outlook, decisions } }: { readonly whatIf: WhatIfView }) {
  const t = useWords();
  return (
    <section class="what-if" aria-labelledby="what-if-ways">
      <h3 id="what-if-ways">{t('debrief.whatIf.ways')}</h3>
      <p>{t('debrief.whatIf.ways.lead')}</p>
      <p class="what-if__model" role="status">
        {t('debrief.whatIf.outlook', { state: outlook })}
      </p>
      <ol class="what-if__decisions">
        {decisions.map((decision) => (
          <DecisionItem key={decision.decision} decision={decision} />
        ))}
      </ol>
    </section>
  );
}

function DecisionItem({ decision }: { readonly decision: DecisionWaysView }) {
  const { view } = useDom();
  const t = useWords();
  const { date, title, taken, others } = decision;
  return (
    <li data-decision={decision.decision}>
      <details class="what-if__decision">
        <summary>
          <time class="what-if__date" dateTime={date}>
            {dateWords(view.language, date, 'short')}
          </time>
          <span class="what-if__title">{title}</span>
          <span class="what-if__taken">{t('debrief.turning.choice', { choice: taken.choice })}</span>
          <span class="what-if__count">{t('debrief.whatIf.others', { count: others.length })}</span>
        </summary>
        <div class="what-if__body">
          <Way way={taken} isTaken />
          {others.map((way) => (
            <Way key={way.id} way={way} isTaken={false} />
          ))}
          <RewindButton decision={decision.decision} title={title} />
        </div>
      </details>
    </li>
  );
}

function Way({ way, isTaken }: { readonly way: WayView; readonly isTaken: boolean }) {
  const t = useWords();
  const { id, choice, outlook } = way;
  return (
    <div class="what-if__way" data-way={id} data-taken={isTaken}>
      <h4>{t('debrief.whatIf.way', { choice, state: isTaken ? 'taken' : 'open' })}</h4>
      {outlook && <Outlook outlook={outlook} />}
    </div>
  );
}

function Outlook({ outlook: { runs, endings, rest } }: { readonly outlook: WayOutlookView }) {
  const t = useWords();
  if (endings.length === 0) return <p>{t('debrief.whatIf.few', { runs })}</p>;
  return (
    <>
      <p>{t('debrief.whatIf.trials', { runs })}</p>
      <ul class="what-if__shares">
        {endings.map(({ title, percent }) => (
          <li key={title}>
            <i class="what-if__bar" style={{ width: `${percent}%` }} aria-hidden="true" />
            {t('debrief.whatIf.share', { percent, ending: title })}
          </li>
        ))}
        {rest > 0 && (
          <li>
            <i class="what-if__bar what-if__bar--rest" style={{ width: `${rest}%` }} aria-hidden="true" />
            {t('debrief.whatIf.rest', { percent: rest })}
          </li>
        )}
      </ul>
    </>
  );
}
