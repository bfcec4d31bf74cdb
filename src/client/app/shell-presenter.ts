import type { Language } from '../../core/domain/index.ts';
import { EMPTY_DIARY } from '../../core/quiz/index.ts';
import type { Scenario, ScenarioTexts } from '../../core/scenario/index.ts';
import type { Frame } from '../../core/session/index.ts';
import {
  type ClassView,
  type CoverView,
  type LiveView,
  type PlayView,
  plainText,
  present,
  presentLibrary,
  presentModelCard,
  presentPractice,
  presentPracticeSetup,
  presentQuizOffer,
  type ReadingLevel,
  type SavedRunView,
  type ScenarioCardView,
  type Screen,
  type ShellView,
  textsOf,
} from '../../core/view-model/index.ts';
import type { StoredValue } from '../storage/index.ts';
import type { ClassLink } from './classroom/class-link.ts';
import type { DebriefLink } from './debrief/debrief-link.ts';
import type { GameOptions, GameState, OpenRun } from './game-state.ts';
import type { LessonLink } from './lessons/lesson-link.ts';
import type { LiveLink } from './live/live-link.ts';
import { withoutReload } from './notices.ts';
import type { OverlapLink } from './overlap-link.ts';
import { isRunPage } from './page-history.ts';
import { coverIn, presentSavedRun, type ReadRun, type RunHome, readSavedRun } from './saved-runs.ts';
import { withTableNotes } from './table-presenter.ts';

interface Links {
  readonly overlaps: OverlapLink;
  readonly debriefs: DebriefLink;
  readonly classes: ClassLink;
  readonly lessons: LessonLink;
  readonly lives: LiveLink;
}

/** Makes the function that turns the state of the game into what the page shows. */
export function createShellPresenter(
  options: GameOptions,
  { overlaps, debriefs, classes, lessons, lives }: Links,
): (state: GameState) => ShellView {
  const { scenario } = options;
  const hasLessons = options.scenarios.some(
    (listed) => listed.id === scenario.manifest.id && listed.hasLessons === true,
  );
  const playOf = cachedPlay(scenario);
  const libraryOf = cached((language: Language) => presentLibrary(scenario, textsOf(scenario, language)));
  const cardOf = cached((language: Language) => presentModelCard(scenario, { language, isRunOver: false }));
  const openCardOf = cached((language: Language) =>
    presentModelCard(scenario, { language, isRunOver: true }),
  );
  const runsOf = cachedRuns(options);
  const cardsIn = cached((language: Language) => cardsOf(options, language));
  const fixed = {
    standard: cached((language: Language) => wordsOfScenario(scenario, language, 'standard')),
    easy: cached((language: Language) => wordsOfScenario(scenario, language, 'easy')),
  };
  return (state) => {
    const {
      page,
      language,
      settings,
      visitSettings,
      notices,
      caption,
      loading,
      run,
      practice,
      stored,
      chapter,
    } = state;
    const play = run && playOf(run, language, settings.reading);
    const texts = textsOf(scenario, language);
    const table = page === 'practice' ? practice && presentPractice(scenario, texts, practice) : play?.table;
    const classroom = play && classes.viewOf(state, play);
    const classDebrief = page === 'class-debrief' ? classes.debriefOf(state) : undefined;
    const live = lives.viewOf(state, play);
    const joining = page === 'class-join' || page === 'class-host' ? lives.joinViewOf() : undefined;
    const screen = screenOf(state, play, classroom, live);
    const { diary = EMPTY_DIARY, today = '', round, roundWork, entered } = state;
    const frame = run?.session.frame();
    const { setup } = state;
    // A run that is kept nowhere would not outlive it if the page were loaded again.
    const isReloadSafe = !state.isStoreLost || !run;
    const offer = presentQuizOffer(scenario, diary, { today, frame });
    if (run) debriefs.prepare(run);
    const debrief =
      screen === 'debrief' && run ? debriefs.viewOf(run, { language, reading: settings.reading }) : undefined;
    const isDesk = screen === 'class-host' && live?.host !== undefined;
    if (isDesk && hasLessons) lessons.prepare();
    const plans = isDesk || screen === 'class-plan' ? lessons.viewOf(language) : undefined;
    const overlap =
      (screen === 'play' || screen === 'projector') && run ? overlaps.viewOf(run, language) : undefined;
    return {
      screen,
      isPlayable: true,
      language,
      languages: options.languages,
      ...fixed[settings.reading](language),
      scenarios: cardsIn(language),
      preset: {
        ...setup,
        tier: knownTier(scenario, setup.tier ?? options.tier),
        ...(options.seed === undefined ? {} : { seed: options.seed }),
      },
      // No other page lists them.
      savedRuns: screen === 'title' ? runsOf(stored, language) : [],
      settings: { ...settings, ...visitSettings },
      notices: isReloadSafe ? notices : notices.map(withoutReload),
      ...(caption ? { caption } : {}),
      isBusy: loading > 0,
      isReloadSafe,
      ...(play ? { play } : {}),
      ...(classroom ? { classroom } : {}),
      ...(classDebrief ? { classDebrief } : {}),
      ...(live ? { live } : {}),
      ...(joining ? { joining } : {}),
      ...(table ? { table: withTableNotes(scenario, texts, state, table) } : {}),
      ...(page === 'practice' && practice
        ? { practice: presentPracticeSetup(scenario, texts, practice) }
        : {}),
      ...(offer.itemCount > 0 ? { quizOffer: offer } : {}),
      ...(page === 'round' && roundWork
        ? {
            round: round
              ? roundWork.present(scenario, language, { round, diary, entered })
              : roundWork.presentSetup(scenario, language, { offer, diary, entered }),
          }
        : {}),
      hasLessons,
      ...(plans ? { lessons: plans } : {}),
      ...(debrief ? { debrief } : {}),
      ...(debrief && chapter !== undefined ? { chapter } : {}),
      ...(overlap ? { overlap } : {}),
      modelCard: play?.state === 'ended' ? openCardOf(language) : cardOf(language),
      library: libraryOf(language),
    };
  };
}

/** The tier that was asked for, if the scenario has it; else the one in the middle. */
export function knownTier({ manifest: { tiers } }: Scenario, wanted: string | undefined): string {
  return tiers.find((tier) => tier === wanted) ?? tiers[Math.min(1, tiers.length - 1)] ?? '';
}

function screenOf(
  { page, run }: GameState,
  play: PlayView | undefined,
  classroom: ClassView | undefined,
  live: LiveView | undefined,
): Screen {
  if (page === 'practice') return 'table';
  if (page === 'round') return 'quiz';
  if (page === 'class-projector') return live ? wallScreen(live, play) : 'class-host';
  if (page === 'class-play') return live ? seatScreen(live, play) : 'class-join';
  if (!isRunPage(page)) return page;
  if (!run || !play) return 'title';
  if (page === 'class-debrief' && classroom) return page;
  if (page === 'debrief' && play.state === 'ended') return 'debrief';
  return runScreen(play, classroom ? 'projector' : 'play');
}

function runScreen({ state }: PlayView, story: 'play' | 'projector'): Screen {
  switch (state) {
    case 'table':
      return 'table';
    case 'quiz':
      return 'quiz';
    case 'ended':
      return 'ending';
    default:
      return story;
  }
}

/** The story's table and its end have pages of their own; all else is drawn by the wall. */
function wallScreen({ room }: LiveView, play: PlayView | undefined): Screen {
  return play && room.activity === 'vote' && !room.isPaused ? runScreen(play, 'projector') : 'projector';
}

/** A team plays on the pages of a run; all else in a room has pages of its own. */
function seatScreen({ room, seat }: LiveView, play: PlayView | undefined): Screen {
  const isPlaying = seat?.stage === 'run' && room.connection !== 'closed';
  return isPlaying && play ? runScreen(play, 'play') : 'class-play';
}

function wordsOfScenario(
  scenario: Scenario,
  language: Language,
  reading: ReadingLevel,
): Pick<ShellView, 'scenarioTitle' | 'cover' | 'hasEasyTexts' | 'tiers' | 'goalQuestion' | 'goals'> {
  const { manifest, scenes, easy } = textsOf(scenario, language, reading);
  const goalScene = scenario.scenes.find(({ kind }) => kind === 'goal');
  const words = scenes[goalScene?.id ?? ''];
  return {
    scenarioTitle: manifest.title,
    cover: coverOf(scenario, manifest),
    hasEasyTexts: Object.keys(easy.scenes).length > 0,
    tiers: scenario.manifest.tiers.map((id) => ({ id, name: id, about: '', ...manifest.tiers[id] })),
    goalQuestion: words?.question ?? words?.title ?? '',
    goals: (goalScene?.choices ?? []).map(({ id }) => ({
      id,
      label: plainText(words?.choices[id]?.label ?? id),
    })),
  };
}

/** Nothing to choose is nothing to show. */
function cardsOf({ scenario, scenarios }: RunHome, language: Language): readonly ScenarioCardView[] {
  const shown = scenarios.filter(({ id, isHidden }) => !isHidden || id === scenario.manifest.id);
  if (shown.length < 2) return [];
  return shown.map((listed) => ({
    id: listed.id,
    title: listed.id,
    lead: '',
    place: '',
    ...coverIn(listed, language),
    isOpen: listed.id === scenario.manifest.id,
  }));
}

function coverOf({ manifest, parties, cast }: Scenario, words: ScenarioTexts['manifest']): CoverView {
  const lead = parties.find(({ id }) => id === manifest.player)?.figure;
  const player = cast.find(({ id }) => id === lead)?.figure;
  return {
    ...words.poster,
    role: words.role,
    about: words.about,
    disclaimer: words.disclaimer,
    cast: manifest.poster,
    ...(player === undefined ? {} : { player }),
    ...(manifest.reporter === undefined ? {} : { reporter: manifest.reporter }),
  };
}

/** Reading a run anew costs more than drawing it; it changes only with the frame and the language. */
function cachedPlay(
  scenario: Scenario,
): (run: OpenRun, language: Language, reading: ReadingLevel) => PlayView {
  let last: { frame: Frame; language: Language; reading: ReadingLevel; view: PlayView } | undefined;
  return ({ session, tier }, language, reading) => {
    const frame = session.frame();
    if (last?.frame !== frame || last.language !== language || last.reading !== reading)
      last = { frame, language, reading, view: present(scenario, session, { language, tier, reading }) };
    return last.view;
  };
}

/** Parsing a save costs much: each stored value is read once, and worded once in each language. */
function cachedRuns(
  home: RunHome,
): (stored: readonly StoredValue[], language: Language) => readonly SavedRunView[] {
  const { scenario } = home;
  const read = new WeakMap<StoredValue, ReadRun>();
  const viewsIn = cached((_: Language) => new WeakMap<ReadRun, SavedRunView>());
  const viewOf = (value: StoredValue, language: Language): SavedRunView => {
    const run = read.get(value) ?? readSavedRun(home, value);
    read.set(value, run);
    const views = viewsIn(language);
    const view =
      views.get(run) ?? presentSavedRun(scenario, { texts: textsOf(scenario, language), language }, run);
    views.set(run, view);
    return view;
  };
  let last:
    | { stored: readonly StoredValue[]; language: Language; views: readonly SavedRunView[] }
    | undefined;
  return (stored, language) => {
    if (last?.stored !== stored || last.language !== language)
      last = { stored, language, views: stored.map((value) => viewOf(value, language)) };
    return last.views;
  };
}

function cached<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language);
    if (known) return known;
    const value = make(language);
    made.set(language, value);
    return value;
  };
}
