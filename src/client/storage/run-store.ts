import { createStore, entries, get, promisifyRequest, type UseStore } from 'idb-keyval';
import type { IsoDate, Language } from '../../core/domain/index.ts';
import type { QuizDiary } from '../../core/quiz/index.ts';
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
  /** What this device remembers of the quiz of a scenario. */
  loadDiary(scenario: string): Promise<unknown>;
  /**
   * Writes what `change` makes of the diary that lies there, and resolves to it. Nobody else can write in
   * between.
   */
  updateDiary(scenario: string, change: (stored: unknown) => QuizDiary): Promise<QuizDiary>;
}

const SETTINGS_KEY = 'settings';
const RUN_PREFIX = 'run/';
const DIARY_PREFIX = 'quiz/';
const PROBE_KEY = 'probe';

/** Opens the store of this browser; where it is blocked or broken, one in memory. Never rejects. */
export async function openRunStore(): Promise<RunStore> {
  try {
    const store = createStore('letztes-gebot', 'runs');
    await store('readwrite', (objects) => {
      objects.put(1, PROBE_KEY);
      objects.delete(PROBE_KEY);
      return committed(objects);
    });
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
    put: (run, mayReplace) =>
      store('readwrite', async (objects) => {
        const key = RUN_PREFIX + run.id;
        const value: unknown = await promisifyRequest(objects.get(key));
        if (value !== undefined && !mayReplace(value)) return false;
        objects.put(run, key);
        await committed(objects);
        return true;
      }),
    remove: (id) =>
      store('readwrite', (objects) => {
        objects.delete(RUN_PREFIX + id);
        return committed(objects);
      }),
    loadSettings: () => get<unknown>(SETTINGS_KEY, store),
    saveSettings: (settings) =>
      store('readwrite', (objects) => {
        objects.put(settings, SETTINGS_KEY);
        return committed(objects);
      }),
    loadDiary: (scenario) => get<unknown>(DIARY_PREFIX + scenario, store),
    updateDiary: (scenario, change) =>
      store('readwrite', async (objects) => {
        const key = DIARY_PREFIX + scenario;
        const diary = change(await promisifyRequest<unknown>(objects.get(key)));
        objects.put(diary, key);
        await committed(objects);
        return diary;
      }),
  };
}

/**
 * Ends a transaction as soon as what was asked of it is done. Left to itself, the page would have to hear of
 * that first and then send the end: a page that is loaded again in between undoes what it has just saved.
 */
function committed({ transaction }: IDBObjectStore): Promise<void> {
  const done = promisifyRequest(transaction);
  transaction.commit();
  return done;
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
    loadDiary: async (scenario) => values.get(DIARY_PREFIX + scenario),
    updateDiary: async (scenario, change) => {
      const diary = change(values.get(DIARY_PREFIX + scenario));
      values.set(DIARY_PREFIX + scenario, diary);
      return diary;
    },
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
