import { createStore, del, entries, get, set, type UseStore, update } from 'idb-keyval';
import type { IsoDate, Language } from '../../core/domain/index.ts';
import type { Save } from '../../core/session/index.ts';

/** What the list of saved runs shows without replaying a save. */
export interface RunSummary {
  readonly date: IsoDate;
  readonly scene: string;
  readonly decisions: number;
  readonly ending?: string;
}

export interface StoredRun {
  readonly id: string;
  /** ISO date-time of the last save. */
  readonly savedAt: string;
  readonly summary: RunSummary;
  readonly language: Language;
  readonly tier: string;
  readonly save: Save;
}

/** A value as it lies in the store: it may be from another version, or broken. */
export interface StoredValue {
  readonly id: string;
  readonly value: unknown;
}

/** Keeps runs and settings. One that is not persistent forgets everything when the page closes. */
export interface RunStore {
  readonly isPersistent: boolean;
  list(): Promise<readonly StoredValue[]>;
  get(id: string): Promise<StoredValue | undefined>;
  /**
   * Writes a run, unless a value lies there that it must not replace; says whether it did. Nobody else can
   * write between the question and the answer.
   */
  put(run: StoredRun, mayReplace: (value: unknown) => boolean): Promise<boolean>;
  remove(id: string): Promise<void>;
  loadSettings(): Promise<unknown>;
  saveSettings(settings: unknown): Promise<void>;
}

const SETTINGS_KEY = 'settings';
const RUN_PREFIX = 'run/';
const PROBE_KEY = 'probe';

/** Opens the store of this browser; where it is blocked or broken, one in memory. Never rejects. */
export async function openRunStore(): Promise<RunStore> {
  try {
    const store = createStore('letztes-gebot', 'runs');
    await set(PROBE_KEY, 1, store);
    await del(PROBE_KEY, store);
    return browserStore(store);
  } catch {
    return createMemoryStore();
  }
}

function browserStore(store: UseStore): RunStore {
  return {
    isPersistent: true,
    list: async () => runsIn(await entries<IDBValidKey, unknown>(store)),
    get: async (id) => storedValue(id, await get<unknown>(RUN_PREFIX + id, store)),
    put: async (run, mayReplace) => {
      let isWritten = true;
      await update<unknown>(
        RUN_PREFIX + run.id,
        (value) => {
          isWritten = value === undefined || mayReplace(value);
          return isWritten ? run : value;
        },
        store,
      );
      return isWritten;
    },
    remove: (id) => del(RUN_PREFIX + id, store),
    loadSettings: () => get<unknown>(SETTINGS_KEY, store),
    saveSettings: (settings) => set(SETTINGS_KEY, settings, store),
  };
}

export function createMemoryStore(): RunStore {
  const values = new Map<string, unknown>();
  return {
    isPersistent: false,
    list: async () => runsIn([...values]),
    get: async (id) => storedValue(id, values.get(RUN_PREFIX + id)),
    put: async (run, mayReplace) => {
      const value = values.get(RUN_PREFIX + run.id);
      if (value !== undefined && !mayReplace(value)) return false;
      values.set(RUN_PREFIX + run.id, run);
      return true;
    },
    remove: async (id) => void values.delete(RUN_PREFIX + id),
    loadSettings: async () => values.get(SETTINGS_KEY),
    saveSettings: async (settings) => void values.set(SETTINGS_KEY, settings),
  };
}

function storedValue(id: string, value: unknown): StoredValue | undefined {
  return value === undefined ? undefined : { id, value };
}

function runsIn(all: readonly (readonly [IDBValidKey, unknown])[]): readonly StoredValue[] {
  return all.flatMap(([key, value]) =>
    typeof key === 'string' && key.startsWith(RUN_PREFIX)
      ? [{ id: key.slice(RUN_PREFIX.length), value }]
      : [],
  );
}
