import { useLayoutEffect, useRef } from 'preact/hooks';
import { AfterPaint } from '../parts/after-paint.tsx';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { PageBar } from '../parts/page-frame.tsx';
import { CHAPTERS, type Chapter, type ChapterProps, type ChapterView, chapterOf } from './chapters.ts';
import { HappenedChapter } from './happened-chapter.tsx';
import { LearningChapter } from './learning-chapter.tsx';
import { PrintReport } from './print-report.tsx';
import { RealityChapter } from './reality-chapter.tsx';
import { SoWhatChapter } from './so-what-chapter.tsx';
import { TakeAwayChapter } from './take-away-chapter.tsx';
import { WhatIfChapter } from './what-if-chapter.tsx';
import { WhyChapter } from './why-chapter.tsx';

const BODIES: Readonly<Record<Chapter, ChapterView>> = {
  happened: HappenedChapter,
  why: WhyChapter,
  whatIf: WhatIfChapter,
  reality: RealityChapter,
  soWhat: SoWhatChapter,
  learning: LearningChapter,
  takeAway: TakeAwayChapter,
};

/** Between the notices and what is scrolled to, in pixels. */
const GAP = 8;

/** What the run came to and why: one chapter at a time. */
export function DebriefScreen(props: ChapterProps) {
  const t = useWords();
  const { debrief } = props;
  const { view, send } = useDom();
  const chapter = chapterOf(view.chapter);
  const open = (id: Chapter) => send({ type: 'debrief.open', chapter: id });
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(chapter);
  // Notices stay at the top of a wide page: nothing that is scrolled to may lie below them.
  useLayoutEffect(() => {
    const notices = document.querySelector<HTMLElement>('.notices');
    const isSticky = notices !== null && getComputedStyle(notices).position === 'sticky';
    const { style } = document.documentElement;
    style.scrollPaddingTop = isSticky ? `${notices.offsetHeight + GAP}px` : '';
    return () => {
      style.scrollPaddingTop = '';
    };
  }, [view.notices, chapter]);
  // What is new gets the focus; on the first chapter the title of the page has it.
  useLayoutEffect(() => {
    if (shown.current === chapter) return;
    shown.current = chapter;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, [chapter]);
  const Body = BODIES[chapter];
  const next = CHAPTERS[CHAPTERS.indexOf(chapter) + 1];
  return (
    <>
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
                    onClick={() => id !== chapter && open(id)}
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
            <Body {...props} />
          </section>
          <div class="ways">
            {next ? (
              <Button action="continue" kind="primary" icon="arrow-right" onPress={() => open(next)}>
                {t('debrief.next', { chapter: next })}
              </Button>
            ) : (
              <Button
                action="ending"
                kind="primary"
                icon="arrow-right"
                onPress={() => send({ type: 'screen.open', screen: 'ending' })}
              >
                {t('debrief.toEnding')}
              </Button>
            )}
          </div>
        </main>
      </div>
      <AfterPaint>
        <PrintReport {...props} />
      </AfterPaint>
    </>
  );
}
