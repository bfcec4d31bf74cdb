import { failure, type Message, type Problem, type Result, success } from '../../core/domain/index.ts';
import type { Intent } from '../../core/machine/index.ts';
import { openSave } from '../../core/session/index.ts';
import type { ShellIntent, ShellView } from '../../core/view-model/index.ts';
import { createClassLink } from './classroom/class-link.ts';
import { createDebriefLink } from './debrief/debrief-link.ts';
import { fromStore } from './from-store.ts';
import type { GamePorts } from './game-ports.ts';
import type { GameOptions, GameState, OpenRun } from './game-state.ts';
import { isOf } from './intent-areas.ts';
import { createLessonLink } from './lessons/lesson-link.ts';
import { type AskedRoom, createLiveLink } from './live/live-link.ts';
import { newRun } from './new-run.ts';
import { type Attempt, noticeFor, withNotice, withoutNotice } from './notices.ts';
import { createOverlapLink } from './overlap-link.ts';
import { createPageDesk } from './page-desk.ts';
import { isRunPage, type Page, type Place, pageOf, placeOf } from './page-history.ts';
import { brokenRules, createPracticeStart } from './practice-desk.ts';
import { createPreferences } from './preferences.ts';
import { createRoundDesk } from './round-desk.ts';
import { createRunFiles } from './run-files.ts';
import { createRunKeeper } from './run-keeper.ts';
import { keyOf, savedAtOf, saveIn } from './saved-runs.ts';
import { createShellPresenter } from './shell-presenter.ts';
import { createTableDesk } from './table-desk.ts';
import { createTickets, type Ticket } from './tickets.ts';

/** The game as a whole: pages, runs, settings and notices. Views read `view()` and send intents. */
export interface Game {
  view(): ShellView;
  send(intent: ShellIntent): void;
  subscribe(listener: (view: ShellView) => void): () => void;
  report(problems: readonly Problem[], attempt?: Attempt): void;
  caption(message: Message | undefined): void;
  /** Opens the room or the run that came with the address; else what the player had open before a reload. */
  restore(sharedSave?: Result<string>, room?: AskedRoom): Promise<void>;
}

export function createGame(options: GameOptions, ports: GamePorts): Game {
  const { scenario } = options;
  const { store, history } = ports;
  const listeners = new Set<(view: ShellView) => void>();
  const overlaps = createOverlapLink({ scenario, work: ports.work, onChange: () => update({}) });
  const keeper = createRunKeeper(ports);
  const places = createTickets();
  /** New names of runs that went on in another tab too; the history still has the old ones. */
  const renamed = new Map<string, string>();
  const deleted = new Set<string>();
  let state: GameState = {
    page: 'title',
    language: options.language,
    settings: options.settings,
    visitSettings: options.visitSettings ?? {},
    notices: [],
    loading: 0,
    setup: {},
    stored: [],
    isStoreLost: false,
  };

  const update = (change: Partial<GameState>): void => {
    state = { ...state, ...change };
    const view = presentShell(state);
    for (const listener of [...listeners]) listener(view);
  };
  const report: Game['report'] = (problems, { params, retry } = {}) => {
    const words = params ?? brokenRules(scenario, state.language, problems);
    const notice = noticeFor(problems, { params: words, retry });
    update({
      notices: withNotice(state.notices, notice),
      isStoreLost: state.isStoreLost || problems.some(({ code }) => code === 'storage-blocked'),
    });
  };

  /** What brings the code that a page is still without. */
  const missingFor = (page: Page): ((ticket: Ticket) => Promise<unknown>) | undefined => {
    if (page === 'round' && !state.roundWork) return rounds.ready;
    if (page === 'class-host' && !classes.isLoaded()) return classes.load;
    if (page === 'class-debrief' && !classes.isDebriefLoaded()) return classes.loadDebrief;
    if (page === 'class-plan' && !lessons.isLoaded()) return lessons.load;
    if (['class-join', 'class-play', 'class-projector'].includes(page) && !lives.isLoaded())
      return lives.load;
    return page === 'debrief' && !debriefs.isLoaded() ? debriefs.load : undefined;
  };
  const showRun = (run: OpenRun): void => {
    showPage('run', { run });
    reportNotes(run);
  };
  const reportNotes = ({ session }: OpenRun): void => {
    if (session.notes().length > 0) report(session.notes());
  };

  /** Says that something is being loaded. Whoever waits for it draws the page when it is there. */
  const whileLoading = async <T>(work: Promise<T>): Promise<T> => {
    update({ loading: state.loading + 1 });
    try {
      return await work;
    } finally {
      state = { ...state, loading: state.loading - 1 };
    }
  };

  /** What the player did not ask for is said once. */
  const reportOnce = (problems: readonly Problem[]): void => {
    if (!state.isStoreLost) report(problems);
  };

  const refreshRuns = async (): Promise<void> => {
    const listed = await fromStore(keeper.list());
    if (!listed.ok) return reportOnce(listed.problems);
    const known = new Map(state.stored.map((stored) => [keyOf(stored), stored]));
    const stored = listed.value.map((value) => known.get(keyOf(value)) ?? value);
    update({ stored: stored.toSorted((a, b) => savedAtOf(b).localeCompare(savedAtOf(a))) });
  };

  const { enter, show: showPage } = createPageDesk({
    scenario,
    history,
    state: () => state,
    update,
    places,
    missingFor,
    refreshRuns,
    roomPage: () => lives.home(),
  });

  const save = async (): Promise<void> => {
    const { run, language } = state;
    if (!run || run.isOfRoom) return;
    const saved = await fromStore(keeper.save(run, language));
    if (!saved.ok) return reportOnce(saved.problems);
    const value = saved.value;
    if (!value) return;
    const { id } = value;
    update({ stored: [{ id, value }, ...state.stored.filter((other) => other.id !== id)] });
    if (id !== run.id && renamed.get(run.id) !== id) showFork(run, id);
    await classes.keep({ ...run, id });
  };
  /** The run went on in another tab: here it has another name from now on. */
  const showFork = (run: OpenRun, id: string): void => {
    renamed.set(run.id, id);
    if (state.run?.session === run.session) {
      update({ run: { ...state.run, id } });
      history.replace(placeOf(state.page, state));
    }
    report([{ code: 'run-forked', path: '', message: `${run.id} -> ${id}` }]);
  };

  const step = (taken: Result<unknown> | undefined): void => {
    // A doubled click or a stale button names what is no longer there: nothing happened, nothing to say.
    if (!taken?.ok) return;
    update(state.run ? { run: classes.follow(state.run) } : {});
    // What a class has answered nobody has learnt alone.
    if (state.run && !state.run.classroom?.isOpen) rounds.note(state.run.session.frame());
    void save();
  };

  /** A finished run stays as it is: whoever goes back in it starts another one from there. */
  const rewind = (decision: number): void => {
    const { run, language } = state;
    if (run?.session.frame().story !== 'ended') return step(run?.session.rewind(decision));
    const copy = readRun(ports.newId(), run.session.save(language));
    if (!copy.ok) return report(copy.problems);
    if (!copy.value.session.rewind(decision).ok) return;
    showRun(classes.follow({ ...run, ...copy.value }));
    void save();
  };

  const startRun = (tier: string, goal: string, seed: number): void => {
    // The player's own goal was chosen on the setup page.
    showPage('run', { run: newRun(scenario, ports.newId(), { tier, seed, goal }), setup: {} });
    void save();
  };

  const readRun = (id: string, value: unknown): Result<OpenRun> => {
    const opened = openSave(scenario, value);
    if (!opened.ok) return opened;
    const session = opened.value;
    return success({ id, session, tier: session.tier });
  };
  const loadRun = async (id: string): Promise<Result<OpenRun>> => {
    const stored = await fromStore(keeper.read(id));
    const { run } = state;
    // What could not be saved is only here.
    if (run?.id === id && !(stored.ok && keeper.isSaved(run.session))) return success(run);
    if (!stored.ok) return stored;
    if (!stored.value) return failure({ code: 'run-gone', path: '', message: `no saved run "${id}"` });
    const opened = readRun(id, saveIn(stored.value));
    if (!opened.ok) return opened;
    keeper.adopt(opened.value.session, stored.value);
    return success(await classes.bring(opened.value));
  };
  const openRun = async (id: string): Promise<void> => {
    const ticket = places.draw();
    const opened = await whileLoading(loadRun(id));
    if (!ticket.isWanted()) return update({});
    if (opened.ok) showRun(opened.value);
    else report(opened.problems);
  };

  const deleteRun = async (id: string): Promise<void> => {
    // Nor is it still to be opened.
    places.draw();
    if (state.run?.id === id) {
      const { run: _, ...rest } = state;
      state = rest;
      history.replace(placeOf('title', state));
      update({ page: 'title' });
    }
    const removed = await fromStore(keeper.remove(id));
    if (!removed.ok) return report(removed.problems);
    deleted.add(id);
    update({ stored: state.stored.filter((other) => other.id !== id) });
  };

  const { leaveFor, importRun, importLink, exportRun } = createRunFiles({
    options,
    ports,
    keeper,
    state: () => state,
    report,
    fromStore,
    readRun,
    showRun: (run) => {
      showRun(run);
      void save();
    },
  });

  const shared = { scenario, ports, state: () => state, update, report, fromStore, reportOnce, whileLoading };
  const { setLanguage, setSettings } = createPreferences({ ...shared, save });
  const rounds = createRoundDesk({ ...shared, drawTicket: places.draw, showPage });
  const debriefs = createDebriefLink({ ...shared, update: (change = {}) => update(change) });
  const classes = createClassLink({
    ...shared,
    drawTicket: places.draw,
    play: () => presentShell(state).play,
    showRun,
    save,
  });
  const lessons = createLessonLink(shared);
  const lives = createLiveLink({
    ...shared,
    drawTicket: places.draw,
    showPage,
    replacePage: (page, change) => {
      history.replace(placeOf(page, { ...state, ...change }));
      void enter(page, change);
    },
  });
  const presentShell = createShellPresenter(options, { overlaps, debriefs, classes, lessons, lives });

  /** The back button, or a reload: shows a place again, and opens its run if another one is open. */
  const goTo = async (place: Place | undefined): Promise<void> => {
    const ticket = places.draw();
    const page = place?.page ?? 'title';
    const named = place?.run;
    const chapter = place?.chapter;
    if (named === undefined || named === state.run?.id) return enter(pageWithRun(page), { chapter });
    const id = renamed.get(named) ?? named;
    if (id === state.run?.id) return enter(page, { chapter });
    const opened = await whileLoading(loadRun(id));
    if (!ticket.isWanted()) return update({});
    if (opened.ok) {
      reportNotes(opened.value);
      return enter(page, { run: opened.value, chapter });
    }
    history.replace({ page: 'title' });
    // Who has just deleted it knows that it is gone.
    if (!deleted.has(id)) report(opened.problems);
    return enter('title');
  };
  const pageWithRun = (page: Page): Page => (!state.run && isRunPage(page) ? 'title' : page);
  history.onMove((place) => void goTo(place));

  const startPractice = createPracticeStart({ ...shared, showPage });
  const playTable = createTableDesk({
    scenario,
    work: ports.work,
    state: () => state,
    update,
    send: (intent) => {
      if (lives.takes(intent)) return true;
      const taken = state.run?.session.send(intent);
      step(taken);
      return taken?.ok === true;
    },
  });

  const send = (intent: ShellIntent): void => {
    if (isOf(intent, 'round')) return void rounds.send(intent);
    if (isOf(intent, 'table')) return playTable(intent);
    if (isOf(intent, 'class')) return void classes.send(intent);
    if (isOf(intent, 'live')) return void lives.send(intent);
    if (isOf(intent, 'lesson')) return lessons.send(intent);
    switch (intent.type) {
      case 'screen.open':
        return showPage(pageOf(intent.screen));
      case 'screen.back':
        if (!history.back()) void goTo(placeOf(state.run ? 'run' : 'title', state));
        return;
      case 'scenario.open':
        return void leaveFor(intent.id, intent.run === undefined ? {} : { run: intent.run });
      case 'language.set':
        return void setLanguage(intent.language);
      case 'settings.set':
        return setSettings(intent.settings);
      case 'setup.set':
        return update({ setup: { ...state.setup, ...intent.setup } });
      case 'run.start':
        return startRun(intent.tier, intent.goal, intent.seed ?? ports.randomSeed());
      case 'run.open':
        return void openRun(intent.id);
      case 'run.delete':
        return void deleteRun(intent.id);
      case 'run.export':
        return void exportRun(intent.id);
      case 'run.import':
        return importRun(intent.text);
      case 'run.undo': {
        const decisions = state.run?.session.decisions().length ?? 0;
        if (lives.takes({ type: 'run.rewind', decision: decisions - 1 })) return;
        return step(state.run?.session.undo());
      }
      case 'run.rewind':
        return lives.takes(intent) ? undefined : rewind(intent.decision);
      case 'choice.take':
      case 'scene.continue':
      case 'quiz.answer':
      case 'quiz.skip':
        return lives.takes(intent) ? undefined : step(state.run?.session.send(intent satisfies Intent));
      case 'practice.start':
        return startPractice(
          intent.options || intent.offer ? { ...intent, options: intent.options ?? {} } : undefined,
        );
      case 'debrief.open':
        return showPage('debrief', { chapter: intent.chapter });
      case 'debrief.note':
      case 'debrief.retest':
      case 'debrief.take':
        return debriefs.send(intent);
      case 'notice.close':
        return update({ notices: withoutNotice(state.notices, intent.id) });
      case 'page.reload':
        return ports.reload();
    }
  };

  return {
    view: () => presentShell(state),
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    report,
    caption: (message) => {
      const { caption: _, ...rest } = state;
      state = rest;
      update(message ? { caption: message } : {});
    },
    restore: async (sharedSave, room) => {
      if (!store.isPersistent)
        report([{ code: 'storage-blocked', path: '', message: 'IndexedDB is not available' }]);
      void rounds.load();
      if (room) return lives.arrive(room);
      const place = history.current();
      // Where nothing is kept, only the address can bring the run back after a reload.
      const isAddressNeeded = sharedSave !== undefined && !store.isPersistent;
      if (!isAddressNeeded) {
        if (sharedSave) history.dropParameter('run');
        // A reload: the run in the address has been opened before, and has gone on since.
        if (place) return goTo(place);
      }
      history.replace({ page: 'title' });
      await refreshRuns();
      if (sharedSave) importLink(sharedSave);
    },
  };
}
