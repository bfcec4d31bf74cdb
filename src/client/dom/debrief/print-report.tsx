import type { ComponentChildren } from 'preact';
import type { CausesView, DebriefView, EndingView, Prose } from '../../../core/view-model/index.ts';
import { dateWords, spanWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import { PlainProse } from '../parts/prose.tsx';
import type { ChapterProps } from './chapters.ts';
import { PrintQuestions } from './print-questions.tsx';
import { PrintContracts, PrintPath, PrintTurningPoints } from './print-tables.tsx';
import { useReportMargins } from './report-margins.ts';

/** The debrief on about two pages of paper. Never on the screen: what is printed is this, and nothing else. */
export function PrintReport({ debrief, play }: ChapterProps) {
  const { view } = useDom();
  const t = useWords();
  const { ending } = play;
  useReportMargins(view.scenarioTitle, t('debrief.take.disclaimer'));
  if (!ending) return null;
  const { work } = debrief;
  return (
    <article class="report" lang={view.language}>
      <header class="report__head">
        <p>{t('debrief.report.eyebrow', { scenario: view.scenarioTitle })}</p>
        <h1>{ending.title}</h1>
        <p>
          {t('ending.eyebrow', { date: dateWords(view.language, play.masthead.date, 'long') })}{' '}
          <strong>{t('debrief.take.picture.stamp', { isHistory: ending.isHistory ? 'yes' : 'no' })}</strong>
        </p>
      </header>
      <p class="report__lead">
        <PlainProse prose={ending.story} />
      </p>
      <Part title={t('ending.why')}>
        <p>
          <PlainProse prose={ending.why} />
        </p>
        {ending.goal && <p>{t('debrief.report.goal', { goal: ending.goal })}</p>}
      </Part>
      <Part title={t('debrief.turning')}>
        {work.state === 'ready' ? <Points causes={work.causes} /> : <p>{t('debrief.report.unfinished')}</p>}
      </Part>
      <Part title={t('ending.gauges')}>
        <Gauges gauges={debrief.gauges} />
      </Part>
      <PrintPath path={debrief.path} />
      {work.state === 'ready' && work.deals && <PrintContracts clouds={work.deals.clouds} />}
      <Part title={t('ending.reality')}>
        <p>
          <PlainProse prose={ending.reality} />
        </p>
        <ul class="report__later">
          {play.notebook.aftermath.map(({ id, date, headline }) => (
            <li key={id}>
              <span class="report__date">{spanWords(view.language, date)}</span> {headline}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('ending.reflection')}>
        <PrintQuestions soWhat={debrief.soWhat} />
      </Part>
      <Sources play={play} ending={ending} />
      <p class="report__small">{view.cover?.disclaimer}</p>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="report__part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Points({ causes }: { readonly causes: CausesView }) {
  const t = useWords();
  return (
    <>
      <p>
        {t('debrief.turning.lead', { replays: causes.replays })}{' '}
        <strong>
          {Object.values(causes.run).some((share) => share > 0)
            ? t('debrief.report.shares', { ...causes.run })
            : t('debrief.shares.none')}
        </strong>
      </p>
      {causes.turningPoints.length === 0 && <p>{t('debrief.turning.none')}</p>}
      {causes.turningPoints.length > 0 && <PrintTurningPoints points={causes.turningPoints} />}
    </>
  );
}

function Gauges({ gauges }: { readonly gauges: DebriefView['gauges'] }) {
  const t = useWords();
  return (
    <>
      <table class="report__table report__gauges">
        <thead>
          <tr>
            <th scope="col">{t('debrief.report.gauge')}</th>
            <th scope="col">{t('debrief.report.gauge.start')}</th>
            <th scope="col">{t('debrief.report.gauge.end')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {gauges.map(({ id, name, points }) => {
            const end = points.at(-1)?.value ?? 0;
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{points[0]?.value}</td>
                <td>{end}</td>
                <td aria-hidden="true">
                  <span class="report__bar">
                    <i style={{ inlineSize: `${end}%` }} />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="report__small">{t('ending.gauges.note')}</p>
    </>
  );
}

/** What the printed words rest on, with the numbers that they bear there. */
function Sources({
  play,
  ending: { story, why, reality },
}: Pick<ChapterProps, 'play'> & { readonly ending: EndingView }) {
  const { view } = useDom();
  const t = useWords();
  const cited = new Set([story, why, reality].flatMap(numbersIn));
  if (cited.size === 0) return null;
  return (
    <Part title={t('debrief.report.sources')}>
      <ol class="report__sources">
        {play.footnotes.map(({ id, text, sources: [source] }, index) =>
          cited.has(index + 1) ? (
            <li key={id} value={index + 1}>
              {source
                ? t('debrief.report.source', {
                    publisher: source.publisher,
                    title: source.title,
                    hasDate: source.date === undefined ? 'no' : 'yes',
                    date: source.date === undefined ? '' : spanWords(view.language, source.date),
                  })
                : text}
            </li>
          ) : undefined,
        )}
      </ol>
    </Part>
  );
}

function numbersIn(prose: Prose): readonly number[] {
  return prose.flatMap((segment) => (segment.kind === 'fact' ? [segment.number] : []));
}
