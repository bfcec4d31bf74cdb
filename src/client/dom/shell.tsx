import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ShellView } from '../../core/view-model/index.ts';
import {
  AboutScreen,
  ClassDebriefScreen,
  ClassFrame,
  ClassHostScreen,
  ClassJoinScreen,
  ClassPlayScreen,
  DebriefScreen,
  EndingScreen,
  HostFrame,
  LessonsScreen,
  LiveFrame,
  LiveProjector,
  LiveQuizWall,
  NotebookScreen,
  ProjectorQuiz,
  ProjectorScreen,
  QuizScreen,
  RoomDesk,
  RoundScreen,
  SourcesScreen,
  useLatePagesAhead,
} from './late-screens.tsx';
import type { HeldRoom } from './live/desk/use-room.ts';
import { type DomEnv, DomProvider, type Overlay, useDom, useWords } from './parts/env.ts';
import { focusHeading } from './parts/focus-heading.ts';
import { JumpLink } from './parts/jump-link.tsx';
import { Notices } from './parts/notices.tsx';
import { OverlayDialog } from './parts/overlays.tsx';
import { PlayScreen } from './play/play-screen.tsx';
import { SetupScreen } from './screens/setup-screen.tsx';
import { TableOpening } from './screens/table-opening.tsx';
import { TitleScreen } from './screens/title-screen.tsx';

/** What the player is looking at: changes when the focus should move to a new heading. */
export function stepOf(view: ShellView): string {
  const { screen, play, table, live } = view;
  if (live?.host && screen === 'projector') {
    const { activity, isPaused } = live.room;
    const story = activity === 'vote' && !isPaused ? [play?.scene?.id, play?.state] : [];
    return [screen, activity, isPaused, ...story].join(' ');
  }
  if (screen === 'play' || screen === 'projector') return [screen, play?.scene?.id, play?.state].join(' ');
  if (screen === 'quiz') {
    const quiz = view.round?.stage === 'question' ? view.round.quiz : play?.quiz;
    return [screen, view.round?.stage, view.round?.stage === 'setup' ? '' : quiz?.item, quiz?.state].join(
      ' ',
    );
  }
  if (screen === 'ending') return [screen, play?.ending?.id].join(' ');
  if (screen === 'table' && table) {
    const { kind, track, date, turn, outcome } = table;
    const chosen = JSON.stringify(view.practice?.chosen);
    return [screen, kind, track, date, turn, outcome !== undefined, chosen].join(' ');
  }
  // The room opens on the page on which it was asked for.
  if (screen === 'class-host') return [screen, live?.host !== undefined].join(' ');
  if (screen === 'class-play') return [screen, view.live?.seat?.step].join(' ');
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
  const { tableRoom } = env;
  useHeadingFocus(step, tableRoom !== undefined);
  useLatePagesAhead(view.play !== undefined);
  return (
    <DomProvider value={context}>
      <SkipLink />
      <Notices />
      <Framed>
        <Screen key={view.screen} />
      </Framed>
      <Announcer step={step} />
      {tableRoom && <tableRoom.TableAnnouncer />}
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

/** The room that this device holds for its class. */
function heldIn({ live }: ShellView): HeldRoom | undefined {
  return live?.host && { room: live.room, host: live.host };
}

/** What a class has around a page of its run. */
function Framed({ children }: { readonly children: ComponentChildren }) {
  const { view } = useDom();
  const held = heldIn(view);
  if (held) return <HostFrame held={held}>{children}</HostFrame>;
  if (view.live) return <LiveFrame live={view.live}>{children}</LiveFrame>;
  return view.classroom ? <ClassFrame classroom={view.classroom}>{children}</ClassFrame> : children;
}

function Screen() {
  const { view, tableRoom } = useDom();
  const { play } = view;
  const held = heldIn(view);
  switch (view.screen) {
    case 'title':
      return <TitleScreen />;
    case 'setup':
      return <SetupScreen />;
    case 'play':
      return play ? <PlayScreen play={play} /> : <Waiting />;
    case 'projector':
      if (held) return <LiveProjector held={held} />;
      return play ? <ProjectorScreen play={play} /> : <Waiting />;
    case 'class-host':
      return held ? <RoomDesk key="desk" held={held} /> : <ClassHostScreen />;
    case 'class-debrief':
      return <ClassDebriefScreen />;
    case 'quiz':
      if (view.round) return <RoundScreen round={view.round} />;
      if (held && play?.quiz) return <LiveQuizWall held={held} play={play} quiz={play.quiz} />;
      if (view.classroom && play?.quiz) return <ProjectorQuiz play={play} quiz={play.quiz} />;
      return play?.quiz ? <QuizScreen play={play} quiz={play.quiz} /> : <Waiting />;
    case 'ending':
      return play?.ending ? <EndingScreen play={play} ending={play.ending} /> : <Waiting />;
    case 'debrief':
      return play && view.debrief ? <DebriefScreen debrief={view.debrief} play={play} /> : <Waiting />;
    case 'table':
      if (!view.table) return <Waiting />;
      return tableRoom ? <tableRoom.TableScreen table={view.table} /> : <TableOpening table={view.table} />;
    case 'notebook':
      return <NotebookScreen />;
    case 'sources':
      return <SourcesScreen />;
    case 'class-join':
      return view.joining ? <ClassJoinScreen joining={view.joining} /> : <Waiting />;
    case 'class-play':
      return view.live ? <ClassPlayScreen live={view.live} /> : <Waiting />;
    case 'class-plan':
      return view.lessons ? <LessonsScreen lessons={view.lessons} /> : <Waiting />;
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

function SkipLink() {
  const { view } = useDom();
  const t = useWords();
  return (
    <JumpLink to={view.classroom?.isPaused ? 'pause' : 'main'} class="skip-link">
      {t('nav.skip')}
    </JumpLink>
  );
}

/** Reads out what a step brought. The paragraph is new with each step, so equal words are heard again. */
function Announcer({ step }: { readonly step: string }) {
  const { view, translate } = useDom();
  const t = useWords();
  const { screen, table } = view;
  const isRun = !view.round && ['play', 'projector', 'quiz', 'ending'].includes(screen);
  // What a turn at the table brings is said by the table itself.
  const isOpening = screen === 'table' && table?.kind === 'story' && table.turn === 0;
  const words = isRun || isOpening ? (view.play?.announcement ?? []).map(translate).join(' ') : '';
  return (
    <div class="visually-hidden" role="status" aria-live="polite" data-announcer>
      <p key={step}>{view.isBusy ? t('app.loading') : words}</p>
    </div>
  );
}

/** As in the styles: below this width the play screen has one column. */
const ONE_COLUMN = '(max-width: 60rem)';

/**
 * Moves the focus to the heading of what is new; leaves it alone on the first page and for mere settings.
 * When a room comes late, the heading that stood in for it goes: the focus then moves on to the real one.
 */
function useHeadingFocus(step: string, isRoomReady: boolean): void {
  const last = useRef(step);
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (last.current === step) return;
    last.current = step;
    globalThis.scrollTo(0, 0);
    focused.current = focusHeading();
    // On a phone map and parties fill the screen: what is new is what should be seen.
    if (!matchMedia(ONE_COLUMN).matches) return;
    const fresh = document.querySelector('[data-new="first"]') ?? document.querySelector('[data-new]');
    fresh?.scrollIntoView();
  }, [step]);
  useLayoutEffect(() => {
    if (!isRoomReady || !focused.current || focused.current.isConnected) return;
    if (document.activeElement === document.body) focused.current = focusHeading();
  }, [isRoomReady]);
}
