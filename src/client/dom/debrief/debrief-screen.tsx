import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DebriefView, PlayView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PageBar } from '../parts/page-frame.tsx';
import { ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { PathTable } from '../screens/path-table.tsx';
import { Timeline } from '../screens/reports.tsx';
import { TurningPoints } from './turning-points.tsx';
import { WhyChapter } from './why-chapter.tsx';

/** In the order in which they are read: what happened, why, what really happened. */
const CHAPTERS = ['happened', 'why', 'reality'] as const;
type Chapter = (typeof CHAPTERS)[number];

interface DebriefProps {
  readonly debrief: DebriefView;
  readonly play: PlayView;
}

/** What the run came to and why: one chapter at a time. */
export function DebriefScreen({ debrief, play }: DebriefProps) {
  const t = useWords();
  const { send } = useDom();
  const [chapter, setChapter] = useState<Chapter>('happened');
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(chapter);
  // What is new gets the focus; on the first chapter the title of the page has it.
  useLayoutEffect(() => {
    if (shown.current === chapter) return;
    shown.current = chapter;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, [chapter]);
  const next = CHAPTERS[CHAPTERS.indexOf(chapter) + 1];
  return (
    <div class="page page--debrief">
      <PageBar />
      <main id="main" class="page__main debrief" tabIndex={-1}>
        <p class="eyebrow">{t('debrief.eyebrow')}</p>
        <h1 class="page__title" tabIndex={-1} data-heading>
          {debrief.ending.title}
        </h1>
        <nav class="debrief__nav" aria-label={t('debrief.chapters')}>
          <ol>
            {CHAPTERS.map((id) => (
              <li key={id}>
                <button
                  type="button"
                  class="debrief__tab"
                  data-action={`chapter-${id}`}
                  aria-current={id === chapter ? 'step' : undefined}
                  onClick={() => setChapter(id)}
                >
                  {t('debrief.chapter', { chapter: id })}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <section class="debrief__chapter" aria-labelledby="chapter-title" data-chapter={chapter}>
          <h2 id="chapter-title" tabIndex={-1} ref={heading}>
            {t('debrief.chapter', { chapter })}
          </h2>
          <ChapterBody chapter={chapter} debrief={debrief} play={play} />
        </section>
        <div class="ways">
          {next ? (
            <Button action="continue" kind="primary" icon="arrow-right" onPress={() => setChapter(next)}>
              {t('debrief.next', { chapter: next })}
            </Button>
          ) : (
            <Button
              action="ending"
              kind="primary"
              icon="arrow-right"
              onPress={() => send({ type: 'screen.open', screen: 'ending' })}
            >
              {t('debrief.reflect')}
            </Button>
          )}
        </div>
      </main>
    </div>
  );
}

function ChapterBody({ chapter, debrief, play }: DebriefProps & { readonly chapter: Chapter }) {
  const t = useWords();
  const { work } = debrief;
  switch (chapter) {
    case 'happened':
      return (
        <>
          {work.state === 'ready' ? <TurningPoints causes={work.causes} /> : <Working debrief={debrief} />}
          <PathTable path={debrief.path} />
        </>
      );
    case 'why':
      if (work.state !== 'ready') return <Working debrief={debrief} />;
      return work.deals ? <WhyChapter deals={work.deals} /> : <p>{t('debrief.noModel')}</p>;
    case 'reality':
      return (
        <>
          {play.ending && (
            <p class="debrief__reality">
              <ProseText prose={play.ending.reality} />
            </p>
          )}
          <Timeline events={play.notebook.aftermath} />
          <Footnotes facts={play.footnotes} />
        </>
      );
  }
}

function Working({ debrief: { work } }: Pick<DebriefProps, 'debrief'>) {
  const t = useWords();
  if (work.state === 'failed') return <p role="alert">{t('debrief.failed')}</p>;
  const share = work.state === 'working' ? work.share : 1;
  return (
    <p class="debrief__working" role="status">
      <label>
        {t('debrief.working')} <progress max={1} value={share} />
      </label>
    </p>
  );
}
