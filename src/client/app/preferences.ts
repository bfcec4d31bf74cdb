import type { Language, Problem, Result } from '../../core/domain/index.ts';
import type { SettingsView } from '../../core/view-model/index.ts';
import type { GamePorts } from './game-ports.ts';
import type { GameState } from './game-state.ts';
import { offlineChunk } from './offline-chunk.ts';
import { createTickets } from './tickets.ts';

/** What the preferences need of the game around them. */
export interface PreferencesOptions {
  readonly ports: Pick<GamePorts, 'store' | 'history' | 'loadLanguage'>;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  readonly report: (problems: readonly Problem[]) => void;
  readonly whileLoading: <T>(work: Promise<T>) => Promise<T>;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
  readonly reportOnce: (problems: readonly Problem[]) => void;
  readonly save: () => Promise<void>;
}

/** Language and settings: put to use at once, and kept for the next visit. */
export function createPreferences(options: PreferencesOptions): {
  readonly setLanguage: (language: Language) => Promise<void>;
  readonly setSettings: (change: Partial<SettingsView>) => void;
} {
  const { ports, update, report, whileLoading, fromStore, reportOnce, save } = options;
  const { store, history } = ports;
  const languages = createTickets();

  const setLanguage = async (language: Language): Promise<void> => {
    const ticket = languages.draw();
    try {
      const use = await whileLoading(ports.loadLanguage(language));
      if (!ticket.isWanted()) return update({});
      use();
      update({ language });
      // From now on the player's word counts, not the address with which they came.
      history.dropParameter('lang');
      keepSettings();
      await save();
    } catch (error) {
      if (!ticket.isWanted()) return update({});
      report([offlineChunk(error)]);
    }
  };

  const setSettings = (change: Partial<SettingsView>): void => {
    const settings = { ...options.state().settings, ...change };
    const visitSettings = Object.fromEntries(
      Object.entries(options.state().visitSettings).filter(([name]) => !(name in change)),
    );
    update({ settings, visitSettings });
    keepSettings();
  };
  const keepSettings = (): void => {
    const { settings, language } = options.state();
    void fromStore(store.saveSettings({ ...settings, language })).then(
      (saved) => saved.ok || reportOnce(saved.problems),
    );
  };

  return { setLanguage, setSettings };
}
