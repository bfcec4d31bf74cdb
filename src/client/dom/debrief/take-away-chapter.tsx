import { useId } from 'preact/hooks';
import type { DebriefView, Prose, TakenView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { dateWords } from '../parts/dates.ts';
import { useDom, useWords } from '../parts/env.ts';
import type { ChapterProps } from './chapters.ts';
import { drawResult } from './result-picture.ts';
import { Working } from './working.tsx';

/** What the player can take along: a link, a picture, a report on paper, the data. */
export function TakeAwayChapter(props: ChapterProps) {
  const t = useWords();
  const { debrief } = props;
  const { last } = debrief.takeAway;
  return (
    <div class="take">
      <p>{t('debrief.take.lead')}</p>
      <LinkPart debrief={debrief} />
      <PicturePart {...props} />
      <section class="take__part" data-part="report">
        <h3>{t('debrief.take.report')}</h3>
        <p>{t('debrief.take.report.about')}</p>
        <Button action="print" icon="printer" onPress={() => globalThis.print()}>
          {t('debrief.take.report.print')}
        </Button>
      </section>
      <DataPart debrief={debrief} last={last} />
    </div>
  );
}

function LinkPart({ debrief: { takeAway } }: Pick<ChapterProps, 'debrief'>) {
  const { send } = useDom();
  const t = useWords();
  const id = useId();
  const { link, last } = takeAway;
  return (
    <section class="take__part" data-part="link">
      <h3>{t('debrief.take.link')}</h3>
      <p>{t('debrief.take.link.about')}</p>
      <Button
        action="take-link"
        icon="share-network"
        onPress={() => send({ type: 'debrief.take', what: 'link' })}
      >
        {t('debrief.take.link.copy')}
      </Button>
      <Told last={last} of={['link']} />
      {link !== undefined && (
        <p class="take__link">
          <label for={id}>{t('debrief.take.link.field')}</label>
          <input
            id={id}
            class="take__field"
            type="text"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
        </p>
      )}
      {last?.what === 'link' && (last.state === 'tooLong' || last.state === 'failed') && (
        <Button action="share" icon="download-simple" onPress={() => send({ type: 'run.export' })}>
          {t('ending.share')}
        </Button>
      )}
    </section>
  );
}

function PicturePart({ debrief, play }: ChapterProps) {
  const { view, send } = useDom();
  const t = useWords();
  const { ending } = play;
  if (!ending) return null;
  const draw = async (): Promise<void> => {
    const isHistory = ending.isHistory ? 'yes' : 'no';
    const png = await drawResult({
      scenario: view.scenarioTitle,
      date: t('ending.eyebrow', { date: dateWords(view.language, play.masthead.date, 'long') }),
      title: ending.title,
      stamp: t('debrief.take.picture.stamp', { isHistory }),
      story: wordsOf(ending.story),
      gaugesTitle: t('ending.gauges'),
      gauges: ending.gauges.map(({ name, value }) => ({
        name,
        value,
        words: t('debrief.take.picture.value', { value }),
      })),
      note: t('ending.gauges.note'),
      disclaimer: [t('debrief.take.disclaimer'), view.cover?.disclaimer ?? ''].filter(Boolean),
    }).catch(() => undefined);
    send({ type: 'debrief.take', what: 'picture', ...(png ? { png } : {}) });
  };
  return (
    <section class="take__part" data-part="picture">
      <h3>{t('debrief.take.picture')}</h3>
      <p>{t('debrief.take.picture.about')}</p>
      <Button action="take-picture" icon="download-simple" onPress={() => void draw()}>
        {t('debrief.take.picture.save')}
      </Button>
      <Told last={debrief.takeAway.last} of={['picture']} />
    </section>
  );
}

/** Without its marks. */
function wordsOf(prose: Prose): string {
  return prose.map((segment) => (segment.kind === 'fact' ? '' : segment.text)).join('');
}

function DataPart({
  debrief,
  last,
}: {
  readonly debrief: DebriefView;
  readonly last: TakenView | undefined;
}) {
  const { send } = useDom();
  const t = useWords();
  return (
    <section class="take__part" data-part="data">
      <h3>{t('debrief.take.data')}</h3>
      <p>{t('debrief.take.data.about')}</p>
      {/* Even without the findings there is the run. */}
      {debrief.work.state !== 'ready' && <Working debrief={debrief} />}
      {debrief.work.state !== 'working' && (
        <p class="take__ways">
          <Button
            action="take-csv"
            icon="download-simple"
            onPress={() => send({ type: 'debrief.take', what: 'csv' })}
          >
            {t('debrief.take.data.csv')}
          </Button>
          <Button
            action="take-json"
            icon="download-simple"
            onPress={() => send({ type: 'debrief.take', what: 'json' })}
          >
            {t('debrief.take.data.json')}
          </Button>
        </p>
      )}
      <Told last={last} of={['json', 'csv']} />
    </section>
  );
}

interface ToldProps {
  readonly last: TakenView | undefined;
  readonly of: readonly TakenView['what'][];
}

/** Says how it went. Each result is a new line, so that the same one is heard again. */
function Told({ last, of }: ToldProps) {
  const t = useWords();
  return (
    <div class="take__told" role="status">
      {last && of.includes(last.what) && (
        <p key={last.turn}>{t('debrief.take.told', { what: last.what, state: last.state })}</p>
      )}
    </div>
  );
}
