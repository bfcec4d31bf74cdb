import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ShellView, TableView } from '../../core/view-model/index.ts';
import { Button } from './parts/button.tsx';
import { type DomEnv, DomProvider, type Overlay, useDom, useWords } from './parts/env.ts';
import { JumpLink } from './parts/jump-link.tsx';
import { Notices } from './parts/notices.tsx';
import { OverlayDialog } from './parts/overlays.tsx';
import { PlayScreen } from './play/play-screen.tsx';
import { type QuizPages, useQuizPages } from './quiz/use-quiz-pages.ts';
import { AboutScreen } from './screens/about-screen.tsx';
import { EndingScreen } from './screens/ending-screen.tsx';
import { NotebookScreen } from './screens/notebook-screen.tsx';
import { SetupScreen } from './screens/setup-screen.tsx';
import { SourcesScreen } from './screens/sources-screen.tsx';
import { TitleScreen } from './screens/title-screen.tsx';
import { TableScreen } from './table/table-screen.tsx';
import { tableNews } from './table/table-words.ts';

/** What the player is looking at: changes when the focus should move to a new heading. */
export function stepOf(view: ShellView): string {
  const { screen, play, table } = view;
  if (screen === 'play') return [screen, play?.scene?.id, play?.state].join(' ');
  if (screen === 'quiz') return [screen, play?.quiz?.item, play?.quiz?.state].join(' ');
  if (screen === 'ending') return [screen, play?.ending?.id].join(' ');
  if (screen === 'table' && table) {
    const { kind, track, date, turn, outcome } = table;
    const chosen = JSON.stringify(view.practice?.chosen);
    return [screen, kind, track, date, turn, outcome !== undefined, chosen].join(' ');
  }
  return screen;
}

export function Shell({ view, env }: { readonly view: ShellView; readonly env: DomEnv }) {
  // The last one is seen; when it is closed the one before is there again.
  const [overlays, setOverlays] = useState<readonly Overlay[]>([]);
  const overlay = overlays.at(-1);
  const step = stepOf(view);
  const context = useMemo(
    () => ({ ...env, view, open: (added: Overlay) => setOverlays((list) => [...list, added]) }),
    [env, view],
  );
  // What lay above the old page has nothing to do with the new one.
  useLayoutEffect(() => setOverlays([]), [step]);
  const quizPages = useQuizPages(view.screen);
  // What is drawn later than the screen has its own heading.
  const isWaiting = view.screen === 'quiz' && typeof quizPages !== 'object';
  useHeadingFocus(isWaiting ? `${step} waiting` : step);
  return (
    <DomProvider value={context}>
      <SkipLink />
      <Notices />
      <Screen key={view.screen} quizPages={quizPages} />
      <Announcer step={step} />
      <TableAnnouncer />
      {/* For the eye only: what a sound means is always also said in the text or by the announcer. */}
      {view.caption && (
        <p class="caption" aria-hidden="true">
          {env.translate(view.caption)}
        </p>
      )}
      {overlay && (
        <OverlayDialog overlay={overlay} onClose={() => setOverlays((list) => list.slice(0, -1))} />
      )}
    </DomProvider>
  );
}

function Screen({ quizPages }: { readonly quizPages: QuizPages | 'failed' | undefined }) {
  const { view } = useDom();
  const { play } = view;
  switch (view.screen) {
    case 'title':
      return <TitleScreen />;
    case 'setup':
      return <SetupScreen />;
    case 'play':
      return play ? <PlayScreen play={play} /> : <Waiting />;
    case 'quiz':
      if (quizPages === 'failed') return <NotLoaded />;
      return quizPages && play?.quiz ? <quizPages.QuizScreen play={play} quiz={play.quiz} /> : <Waiting />;
    case 'ending':
      return play?.ending ? <EndingScreen play={play} ending={play.ending} /> : <Waiting />;
    case 'table':
      return view.table ? <TableScreen table={view.table} /> : <Waiting />;
    case 'notebook':
      return <NotebookScreen />;
    case 'sources':
      return <SourcesScreen />;
    case 'about':
      return <AboutScreen />;
  }
}

function Waiting() {
  const { view } = useDom();
  const t = useWords();
  return (
    <main id="main" class="waiting" tabIndex={-1} aria-busy="true">
      <h1 tabIndex={-1} data-heading>
        {view.scenarioTitle}
      </h1>
      <p role="status">{t('app.loading')}</p>
    </main>
  );
}

/** The code of a page could not be had. The run is safe, and goes on without the question. */
function NotLoaded() {
  const { view, send } = useDom();
  const t = useWords();
  const item = view.play?.quiz?.item;
  return (
    <main id="main" class="waiting" tabIndex={-1}>
      <h1 tabIndex={-1} data-heading>
        {view.scenarioTitle}
      </h1>
      <p role="status">{t('problem.offline-chunk')}</p>
      <div class="ways">
        <Button action="reload" kind="primary" onPress={() => send({ type: 'page.reload' })}>
          {t('notice.reload')}
        </Button>
        {item !== undefined && (
          <Button action="skip" kind="quiet" onPress={() => send({ type: 'quiz.skip', item })}>
            {t('quiz.skip')}
          </Button>
        )}
      </div>
    </main>
  );
}

function SkipLink() {
  const t = useWords();
  return (
    <JumpLink to="main" class="skip-link">
      {t('nav.skip')}
    </JumpLink>
  );
}

/** Reads out what a step brought. The paragraph is new with each step, so equal words are heard again. */
function Announcer({ step }: { readonly step: string }) {
  const { view, translate } = useDom();
  const t = useWords();
  const { screen, table } = view;
  const isRun = screen === 'play' || screen === 'quiz' || screen === 'ending';
  // What a turn at the table brings is said by the table itself.
  const isOpening = screen === 'table' && table?.kind === 'story' && table.turn === 0;
  const words = isRun || isOpening ? (view.play?.announcement ?? []).map(translate).join(' ') : '';
  return (
    <div class="visually-hidden" role="status" aria-live="polite" data-announcer>
      <p key={step}>{view.isBusy ? t('app.loading') : words}</p>
    </div>
  );
}

/** Reads out what a turn or an edit at the table brought: the reply, lines that moved along, votes that turned. */
function TableAnnouncer() {
  const { view, translate } = useDom();
  const [said, setSaid] = useState<{ readonly count: number; readonly words: readonly string[] }>({
    count: 0,
    words: [],
  });
  const last = useRef<TableView>(undefined);
  const { table } = view;
  useLayoutEffect(() => {
    const words = table ? tableNews(last.current, table).map(translate) : [];
    last.current = table;
    if (words.length > 0) setSaid(({ count }) => ({ count: count + 1, words }));
  }, [table]);
  return (
    <div class="visually-hidden" role="status" aria-live="polite" data-table-announcer>
      {said.words.map((words, place) => (
        <p key={`${said.count} ${place}`}>{words}</p>
      ))}
    </div>
  );
}

/** As in the styles: below this width the play screen has one column. */
const ONE_COLUMN = '(max-width: 60rem)';

/** Moves the focus to the heading of what is new; leaves it alone on the first page and for mere settings. */
function useHeadingFocus(step: string): void {
  const last = useRef(step);
  useLayoutEffect(() => {
    if (last.current === step) return;
    last.current = step;
    const main = document.getElementById('main');
    const target =
      main?.querySelector<HTMLElement>('[data-heading="later"]') ??
      document.querySelector<HTMLElement>('[data-heading]') ??
      main;
    globalThis.scrollTo(0, 0);
    target?.focus({ preventScroll: target.dataset.heading !== 'later' });
    // On a phone map and parties fill the screen: what is new is what should be seen.
    if (!matchMedia(ONE_COLUMN).matches) return;
    const fresh = document.querySelector('[data-new="first"]') ?? document.querySelector('[data-new]');
    fresh?.scrollIntoView();
  }, [step]);
}
