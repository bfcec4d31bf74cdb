import { failure, type Language, type Message, type Problem, type Result } from '../../core/domain/index.ts';
import type { Intent } from '../../core/machine/index.ts';
import { createSession, openSave, parseSaveText } from '../../core/session/index.ts';
import { type ShellIntent, type ShellView, textsOf } from '../../core/view-model/index.ts';
import type { RunStore, StoredValue } from '../storage/index.ts';
import type { GameOptions, GameState, OpenRun } from './game-state.ts';
import { noticeFor, withNotice, withoutNotice } from './notices.ts';
import type { Page, PageHistory, Place } from './page-history.ts';
import { presentSavedRun, saveIn, summaryOf } from './saved-runs.ts';
import { createShellPresenter } from './shell-presenter.ts';

/** The world around the game: everything that is not the same twice. */
export interface GamePorts {
  readonly store: RunStore;
  readonly history: PageHistory;
  readonly now: () => Date;
  readonly randomSeed: () => number;
  readonly newId: () => string;
  readonly download: (fileName: string, text: string) => void;
  readonly reload: () => void;
  /** Loads the words of a language; rejects when they cannot be had. */
  readonly loadLanguage: (language: Language) => Promise<void>;
}

/** The game as a whole: pages, runs, settings and notices. Views read `view()` and send intents. */
export interface Game {
  view(): ShellView;
  send(intent: ShellIntent): void;
  subscribe(listener: (view: ShellView) => void): () => void;
  report(problems: readonly Problem[], params?: Readonly<Record<string, string>>): void;
  caption(message: Message | undefined): void;
  /** Opens what the player had open before a reload, or a run that came with the address. */
  restore(sharedSave?: Result<string>): Promise<void>;
}

export function createGame(options: GameOptions, ports: GamePorts): Game {
  const { scenario } = options;
  const { store, history } = ports;
  const listeners = new Set<(view: ShellView) => void>();
  const presentShell = createShellPresenter(options);
  let state: GameState = {
    page: 'title',
    language: options.language,
    settings: options.settings,
    notices: [],
    isBusy: false,
    stored: [],
  };

  const update = (change: Partial<GameState>): void => {
    state = { ...state, ...change };
    const view = presentShell(state);
    for (const listener of [...listeners]) listener(view);
  };
  const report: Game['report'] = (problems, params) =>
    update({ notices: withNotice(state.notices, noticeFor(problems, params)) });
  const placeOf = (page: Page, run = state.run): Place => ({ page, ...(run ? { run: run.id } : {}) });

  const showPage = (page: Page, change: Partial<GameState> = {}): void => {
    const { run } = { ...state, ...change };
    history.push(placeOf(page, run));
    update({ ...change, page });
  };

  const refreshRuns = async (): Promise<void> => {
    const stored = await store.list();
    update({ stored: stored.toSorted((a, b) => savedAt(b).localeCompare(savedAt(a))) });
  };
  const savedAt = (stored: StoredValue) =>
    presentSavedRun(scenario, textsOf(scenario, state.language), stored).savedAt;

  const save = async (): Promise<void> => {
    const { run, language } = state;
    if (!run) return;
    try {
      await store.put({
        id: run.id,
        savedAt: ports.now().toISOString(),
        summary: summaryOf(run.session),
        language,
        tier: run.tier,
        save: run.session.save(language),
      });
      await refreshRuns();
    } catch (error) {
      report([{ code: 'storage-blocked', path: '', message: String(error) }]);
    }
  };

  const step = (taken: Result<unknown> | undefined): void => {
    // A doubled click or a stale button names what is no longer there: nothing happened, nothing to say.
    if (!taken?.ok) return;
    update({});
    void save();
  };

  const startRun = (tier: string, goal: string, seed: number): void => {
    const session = createSession(scenario, { tier, seed });
    const first = scenario.scenes.find(({ id }) => id === session.frame().context.sceneId);
    // The player's own goal was chosen on the setup page; the run opens with what follows from it.
    if (first?.kind === 'goal') session.send({ type: 'choice.take', scene: first.id, choice: goal });
    showPage('run', { run: { id: ports.newId(), session, tier } });
    void save();
  };

  const openRun = async (id: string): Promise<Result<OpenRun>> => {
    const stored = (await store.list()).find((candidate) => candidate.id === id);
    if (!stored) return failure({ code: 'run-gone', path: '', message: `no saved run "${id}"` });
    return readRun(id, saveIn(stored));
  };
  const readRun = (id: string, value: unknown): Result<OpenRun> => {
    const opened = openSave(scenario, value);
    if (!opened.ok) return opened;
    const session = opened.value;
    if (session.notes().length > 0) report(session.notes());
    return { ok: true, value: { id, session, tier: session.tier } };
  };

  const importRun = (text: string): void => {
    const json = parseSaveText(text);
    const opened = json.ok ? readRun(ports.newId(), json.value) : json;
    if (!opened.ok) return report(opened.problems);
    showPage('run', { run: opened.value });
    void save();
  };

  const exportRun = async (id: string | undefined): Promise<void> => {
    const stored = (await store.list()).find((candidate) => candidate.id === id);
    const value = stored ? saveIn(stored) : state.run?.session.save(state.language);
    if (value === undefined) return;
    const day = ports.now().toISOString().slice(0, 10);
    ports.download(`${scenario.manifest.id}-${day}.json`, `${JSON.stringify(value, undefined, 1)}\n`);
  };

  const setLanguage = async (language: Language): Promise<void> => {
    try {
      await ports.loadLanguage(language);
      update({ language });
      if (state.run) await save();
    } catch (error) {
      report([{ code: 'offline-chunk', path: '', message: String(error) }]);
    }
  };

  /** The back button, or a reload: shows a place again, and opens its run if another one is open. */
  const goTo = async (place: Place | undefined): Promise<void> => {
    const page = place?.page ?? 'title';
    const id = place?.run;
    if (id === undefined || id === state.run?.id) {
      const needsRun = page === 'run' && !state.run;
      return update({ page: needsRun ? 'title' : page });
    }
    const opened = await openRun(id);
    if (opened.ok) return update({ page, run: opened.value });
    history.replace({ page: 'title' });
    update({ page: 'title' });
    report(opened.problems);
  };
  history.onMove((place) => void goTo(place));

  const send = (intent: ShellIntent): void => {
    switch (intent.type) {
      case 'screen.open':
        return showPage(pageOf(intent.screen));
      case 'screen.back':
        if (!history.back()) update({ page: state.run ? 'run' : 'title' });
        return;
      case 'language.set':
        return void setLanguage(intent.language);
      case 'settings.set': {
        const settings = { ...state.settings, ...intent.settings };
        store.saveSettings(settings).catch(() => {});
        return update({ settings });
      }
      case 'run.start':
        return startRun(intent.tier, intent.goal, intent.seed ?? ports.randomSeed());
      case 'run.open':
        return void openRun(intent.id).then((opened) =>
          opened.ok ? showPage('run', { run: opened.value }) : report(opened.problems),
        );
      case 'run.delete':
        return void store.remove(intent.id).then(refreshRuns);
      case 'run.export':
        return void exportRun(intent.id);
      case 'run.import':
        return importRun(intent.text);
      case 'run.undo':
        return step(state.run?.session.undo());
      case 'run.rewind':
        return step(state.run?.session.rewind(intent.decision));
      case 'choice.take':
      case 'scene.continue':
      case 'quiz.answer':
      case 'quiz.skip':
        return step(state.run?.session.send(intent satisfies Intent));
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
    restore: async (sharedSave) => {
      if (!store.isPersistent)
        report([{ code: 'storage-blocked', path: '', message: 'IndexedDB is not available' }]);
      await refreshRuns().catch(() => {});
      if (sharedSave) {
        if (sharedSave.ok) importRun(sharedSave.value);
        else report(sharedSave.problems);
        return;
      }
      const place = history.current();
      if (place) await goTo(place);
      else history.replace({ page: 'title' });
    },
  };
}

function pageOf(screen: ShellView['screen']): Page {
  switch (screen) {
    case 'play':
    case 'quiz':
    case 'ending':
      return 'run';
    default:
      return screen;
  }
}
