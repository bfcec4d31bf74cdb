import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type {
  ClassView,
  DebriefView,
  EndingView,
  LessonsView,
  LiveJoinView,
  LiveView,
  PlayView,
  QuizView,
  RoundView,
} from '../../core/view-model/index.ts';
import type { HeldRoom } from './live/desk/use-room.ts';
import { Button } from './parts/button.tsx';
import { useDom, useWords } from './parts/env.ts';
import { focusHeading } from './parts/focus-heading.ts';
import { LoadFailed } from './parts/load-failed.tsx';
import { loadMissingStyles } from './parts/missing-styles.ts';

// Pages that nobody needs before the first decision: their script and styles are fetched on the way.

/** Pages that come together. */
interface Piece<Pages extends object> {
  readonly fetched: () => Pages | undefined;
  readonly fetch: () => Promise<Pages>;
}

function createPiece<Pages extends object>(load: () => Promise<Pages>): Piece<Pages> {
  let fetched: Pages | undefined;
  return {
    fetched: () => fetched,
    fetch: async () => {
      await loadMissingStyles();
      fetched = await load();
      return fetched;
    },
  };
}

const latePages = createPiece(() => import('./late-pages.ts'));
/** Of a class: only a teacher needs them. */
const classPages = createPiece(() => import('./classroom/class-pages.ts'));
/** Of a live room: its frame and the pages of a pupil's device. */
const livePages = createPiece(() => import('./live/live-pages.ts'));
/** Of the teacher of a live room. */
const hostPages = createPiece(() => import('./live/host-pages.ts'));
/** A piece of its own: charts are large, and only read at the end. */
const debriefPages = createPiece(() => import('./debrief-pages.ts'));

/** For teachers, who open it before a lesson. */
const lessonPages = createPiece(() => import('./lesson-pages.ts'));

/**
 * Fetches the pages ahead as soon as a run is open, so that it goes on without a network. When that fails it is
 * tried again when one of them is opened.
 */
export function useLatePagesAhead(isRunOpen: boolean): void {
  useEffect(() => {
    if (!isRunOpen || latePages.fetched()) return;
    latePages
      .fetch()
      .then(debriefPages.fetch)
      .catch(() => {});
  }, [isRunOpen]);
}

export function NotebookScreen() {
  return <Late piece={latePages} draw={(pages) => <pages.NotebookScreen />} />;
}

export function AboutScreen() {
  return <Late piece={latePages} draw={(pages) => <pages.AboutScreen />} />;
}

export function SourcesScreen() {
  return <Late piece={latePages} draw={(pages) => <pages.SourcesScreen />} />;
}

export function EndingScreen(props: { readonly play: PlayView; readonly ending: EndingView }) {
  return <Late piece={latePages} draw={(pages) => <pages.EndingScreen {...props} />} />;
}

/** Until the view is there too: words. */
export function DebriefScreen({ debrief, play }: { readonly debrief: DebriefView; readonly play: PlayView }) {
  return (
    <Late piece={debriefPages} draw={(pages) => <pages.DebriefScreen debrief={debrief} play={play} />} />
  );
}

/** Without its page the question is skipped: the run is safe, and goes on. */
export function QuizScreen(props: { readonly play: PlayView; readonly quiz: QuizView }) {
  const { send } = useDom();
  const t = useWords();
  const skip = (
    <Button action="skip" kind="quiet" onPress={() => send({ type: 'quiz.skip', item: props.quiz.item })}>
      {t('quiz.skip')}
    </Button>
  );
  return <Late piece={latePages} draw={(pages) => <pages.QuizScreen {...props} />} wayOut={skip} />;
}

export function RoundScreen(props: { readonly round: RoundView }) {
  return <Late piece={latePages} draw={(pages) => <pages.RoundScreen {...props} />} />;
}

export function ClassHostScreen() {
  return <Late piece={classPages} draw={(pages) => <pages.ClassHostScreen />} />;
}

export function ClassDebriefScreen() {
  return <Late piece={classPages} draw={(pages) => <pages.ClassDebriefScreen />} />;
}

export function ProjectorScreen(props: { readonly play: PlayView }) {
  return <Late piece={classPages} draw={(pages) => <pages.ProjectorScreen {...props} />} />;
}

export function ProjectorQuiz(props: { readonly play: PlayView; readonly quiz: QuizView }) {
  return <Late piece={classPages} draw={(pages) => <pages.ProjectorQuiz {...props} />} />;
}

/** Around a page of a run that a class plays: what the teacher holds, and the pause in place of the page. */
export function ClassFrame({
  classroom,
  children,
}: {
  readonly classroom: ClassView;
  readonly children: ComponentChildren;
}) {
  const [, draw] = useState(false);
  const pages = classPages.fetched();
  useEffect(() => {
    classPages.fetch().then(
      () => draw(true),
      // The page itself says so, and offers to try again.
      () => {},
    );
  }, []);
  const isPaused = classroom.isPaused && pages !== undefined;
  return (
    <>
      {/* What was begun on the page is still there after the pause. */}
      <div class="class-frame" hidden={isPaused}>
        {children}
      </div>
      {isPaused && <pages.PausePage classroom={classroom} />}
      {pages && <pages.ClassBar classroom={classroom} />}
    </>
  );
}

export function ClassJoinScreen(props: { readonly joining: LiveJoinView }) {
  return <Late piece={livePages} draw={(pages) => <pages.ClassJoinScreen {...props} />} />;
}

export function ClassPlayScreen(props: { readonly live: LiveView }) {
  return <Late piece={livePages} draw={(pages) => <pages.ClassPlayScreen {...props} />} />;
}

/** Around each page of a live room: how this device stands to it. */
export function LiveFrame({
  live,
  children,
}: {
  readonly live: LiveView;
  readonly children: ComponentChildren;
}) {
  const [, draw] = useState(false);
  const pages = livePages.fetched();
  useEffect(() => {
    livePages.fetch().then(
      () => draw(true),
      // The page itself says so, and offers to try again.
      () => {},
    );
  }, []);
  return pages ? <pages.LiveFrame live={live}>{children}</pages.LiveFrame> : children;
}

/** The same for its teacher, whose pages have other tools. */
export function HostFrame({
  held,
  children,
}: {
  readonly held: HeldRoom;
  readonly children: ComponentChildren;
}) {
  return (
    <Late piece={hostPages} draw={(pages) => <pages.HostFrame held={held}>{children}</pages.HostFrame>} />
  );
}

export function RoomDesk(props: { readonly held: HeldRoom }) {
  return <Late piece={hostPages} draw={(pages) => <pages.RoomDesk {...props} />} />;
}

export function LiveProjector(props: { readonly held: HeldRoom }) {
  return <Late piece={hostPages} draw={(pages) => <pages.LiveProjector {...props} />} />;
}

export function LiveQuizWall(props: {
  readonly held: HeldRoom;
  readonly play: PlayView;
  readonly quiz: QuizView;
}) {
  return <Late piece={hostPages} draw={(pages) => <pages.LiveQuizWall {...props} />} />;
}

export function LessonsScreen(props: { readonly lessons: LessonsView }) {
  return <Late piece={lessonPages} draw={(pages) => <pages.LessonsScreen {...props} />} />;
}

/** The page when it is there; until then, and when it cannot be had, words. */
function Late<Pages extends object>({
  piece,
  draw,
  wayOut,
}: {
  readonly piece: Piece<Pages>;
  readonly draw: (pages: Pages) => ComponentChildren;
  readonly wayOut?: ComponentChildren;
}) {
  const { view } = useDom();
  const t = useWords();
  const [pages, setPages] = useState<Pages | 'failed' | undefined>(piece.fetched);
  const main = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (pages !== undefined) return;
    const settle = (result: Pages | 'failed') => {
      hadFocus.current = main.current?.contains(document.activeElement) === true;
      setPages(() => result);
    };
    piece.fetch().then(settle, () => settle('failed'));
  }, [piece, pages]);
  // The heading that had the focus is gone when the page comes. Elsewhere, and on a first page, it stays.
  useLayoutEffect(() => {
    if (hadFocus.current && typeof pages === 'object') focusHeading();
  }, [pages]);
  if (typeof pages === 'object') return <>{draw(pages)}</>;
  return (
    <main id="main" class="waiting" tabIndex={-1} aria-busy={pages === undefined} ref={main}>
      <h1 tabIndex={-1} data-heading>
        {view.scenarioTitle}
      </h1>
      {pages === 'failed' ? (
        <LoadFailed onRetry={() => setPages(undefined)} wayOut={wayOut} />
      ) : (
        <p role="status">{t('app.loading')}</p>
      )}
    </main>
  );
}
