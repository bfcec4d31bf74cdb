import type { AftermathView, NewsReportView } from '../../../core/view-model/index.ts';
import { dateWords, spanWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';

/** All news so far, to be read back like a paper. */
export function NewsStrip({ news }: { readonly news: readonly NewsReportView[] }) {
  const { view } = useDom();
  const t = useWords();
  if (news.length === 0) return <p class="notebook__none">{t('notebook.news.none')}</p>;
  return (
    <ol class="paper">
      {news.map((report) => (
        <li key={report.id} class="paper__report" data-event={report.id}>
          <p class="paper__date">{dateWords(view.language, report.date, 'long')}</p>
          <h3 class="paper__headline">{report.headline}</h3>
          <p class="paper__text">
            <ProseText prose={report.text} />
          </p>
        </li>
      ))}
    </ol>
  );
}

interface TimelineProps {
  readonly events: readonly AftermathView[];
}

/** What happened after the story, from top to bottom. The last line says how far the sources reach. */
export function Timeline({ events }: TimelineProps) {
  const { view } = useDom();
  const t = useWords();
  const last = events.at(-1);
  if (!last) return null;
  return (
    <>
      <p class="timeline__lead">{t('aftermath.lead')}</p>
      <ol class="timeline">
        {events.map((event) => (
          <li key={event.id} class="timeline__event" data-event={event.id}>
            <p class="timeline__date">{spanWords(view.language, event.date)}</p>
            <h3 class="timeline__headline">{event.headline}</h3>
            <p class="timeline__text">
              <ProseText prose={event.text} />
            </p>
          </li>
        ))}
      </ol>
      <p class="fine-print timeline__reach">
        {t('aftermath.reach', { date: spanWords(view.language, last.date.split('/').at(-1) ?? last.date) })}
      </p>
    </>
  );
}
