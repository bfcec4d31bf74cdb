import type { CausesView, TurningPointView } from '../../../core/view-model/index.ts';
import { ShareBar } from '../charts/share-bar.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { RewindButton } from './rewind-button.tsx';

/** What the result hung on, and the decisions that mattered most. */
export function TurningPoints({ causes }: { readonly causes: CausesView }) {
  const t = useWords();
  return (
    <section class="turning" aria-labelledby="turning-title">
      <h3 id="turning-title">{t('debrief.turning')}</h3>
      <p>{t('debrief.turning.lead', { replays: causes.replays })}</p>
      <ShareBar shares={causes.run} />
      <HowCounted />
      {causes.turningPoints.length === 0 && <p>{t('debrief.turning.none')}</p>}
      {causes.turningPoints.length > 0 && (
        <ol class="turning__list">
          {causes.turningPoints.map((point) => (
            <TurningPoint key={point.decision} point={point} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** What the shares mean, and the order of what follows. */
function HowCounted() {
  const t = useWords();
  return (
    <details class="turning__how">
      <summary>{t('debrief.turning.how')}</summary>
      <p>{t('debrief.turning.how.lead')}</p>
      <ul>
        {(['choice', 'others', 'chance'] as const).map((kind) => (
          <li key={kind}>{t('debrief.turning.how.part', { kind })}</li>
        ))}
      </ul>
      <p>{t('debrief.turning.how.compare')}</p>
      <p>{t('debrief.turning.how.order')}</p>
    </details>
  );
}

function TurningPoint({ point }: { readonly point: TurningPointView }) {
  const { view } = useDom();
  const t = useWords();
  return (
    <li class="turning__point" data-decision={point.decision}>
      <p class="eyebrow">{dateWords(view.language, point.date, 'long')}</p>
      <h4>{point.title}</h4>
      <p>{t('debrief.turning.choice', { choice: point.choice })}</p>
      {point.shares && <ShareBar shares={point.shares} />}
      {!point.changesEnding && <p class="fine-print">{t('debrief.turning.sameEnding')}</p>}
      <ul class="turning__ways">
        {point.ways.map((way) => (
          <li key={way.choice} data-taken={way.isTaken}>
            <b>
              {t('debrief.turning.way', { state: way.isTaken ? 'taken' : way.isOpen ? 'open' : 'closed' })}
            </b>{' '}
            {way.choice}
            {way.ending !== undefined && <small>{t('debrief.turning.ending', { ending: way.ending })}</small>}
          </li>
        ))}
      </ul>
      <RewindButton decision={point.decision} title={point.title} />
    </li>
  );
}
