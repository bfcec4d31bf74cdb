import { createStore, entries, get, promisifyRequest, type UseStore } from 'idb-keyval';
import type { IsoDate, Language } from '../../core/domain/index.ts';
import type { Save } from '../../core/session/index.ts';

/**
 * What a device remembers beside runs: `quiz` and `collection` (endings that were found) by scenario, `reflections`
 * (what the player wrote about a run) by run, and below a run by question; `class` (what happened in a class that
 * played it) by run; `room` (how this device comes back into live rooms) below `seats` by the code of the room.
 */
export type MemoryTopic = 'quiz' | 'collection' | 'reflections' | 'class' | 'room';

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
  /** What this device remembers under a topic, by scenario or by run. */
  loadMemory(topic: MemoryTopic, key: string): Promise<unknown>;
  /**
   * Writes what `change` makes of what lies there, and resolves to it; `undefined` takes it away. Nobody else can
   * write in between.
   */
  updateMemory<T>(topic: MemoryTopic, key: string, change: (stored: unknown) => T): Promise<T>;
  /** Writes without a look at what lies there: nothing has to be waited for, even when the page is being left. */
  putMemory(topic: MemoryTopic, key: string, value: unknown): Promise<void>;
  /** What is remembered below a key, each by the rest of its own key. */
  listMemory(topic: MemoryTopic, key: string): Promise<readonly StoredValue[]>;
  /** Takes away what lies at a key and below it. */
  removeMemory(topic: MemoryTopic, key: string): Promise<void>;
}

const SETTINGS_KEY = 'settings';
const RUN_PREFIX = 'run/';
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
    list: async () => valuesBelow(RUN_PREFIX, await entries<IDBValidKey, unknown>(store)),
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
    loadMemory: (topic, key) => get<unknown>(`${topic}/${key}`, store),
    updateMemory: (topic, key, change) =>
      store('readwrite', async (objects) => {
        const place = `${topic}/${key}`;
        const value = change(await promisifyRequest<unknown>(objects.get(place)));
        if (value === undefined) objects.delete(place);
        else objects.put(value, place);
        await committed(objects);
        return value;
      }),
    putMemory: (topic, key, value) =>
      store('readwrite', (objects) => {
        objects.put(value, `${topic}/${key}`);
        return committed(objects);
      }),
    listMemory: (topic, key) =>
      store('readonly', async (objects) => {
        const place = `${topic}/${key}/`;
        const [keys, values] = await Promise.all([
          promisifyRequest(objects.getAllKeys(below(place))),
          promisifyRequest<unknown[]>(objects.getAll(below(place))),
        ]);
        return valuesBelow(
          place,
          keys.map((each, at) => [each, values[at]]),
        );
      }),
    removeMemory: (topic, key) =>
      store('readwrite', (objects) => {
        objects.delete(`${topic}/${key}`);
        objects.delete(below(`${topic}/${key}/`));
        return committed(objects);
      }),
  };
}

/** All keys that begin so: no sign comes after the last one. */
function below(place: string): IDBKeyRange {
  return IDBKeyRange.bound(place, `${place}\uffff`);
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
    list: async () => valuesBelow(RUN_PREFIX, [...values]),
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
    loadMemory: async (topic, key) => values.get(`${topic}/${key}`),
    updateMemory: async (topic, key, change) => {
      const place = `${topic}/${key}`;
      const value = change(values.get(place));
      if (value === undefined) values.delete(place);
      else values.set(place, value);
      return value;
    },
    putMemory: async (topic, key, value) => void values.set(`${topic}/${key}`, value),
    listMemory: async (topic, key) => valuesBelow(`${topic}/${key}/`, [...values]),
    removeMemory: async (topic, key) => {
      for (const { id } of valuesBelow(`${topic}/${key}/`, [...values]))
        values.delete(`${topic}/${key}/${id}`);
      values.delete(`${topic}/${key}`);
    },
  };
}

function storedValue(id: string, value: unknown): StoredValue | undefined {
  return value === undefined ? undefined : { id, value };
}

/** Of all there is what lies below a place, each by the rest of its key. */
function valuesBelow(
  place: string,
  all: readonly (readonly [IDBValidKey, unknown])[],
): readonly StoredValue[] {
  return all.flatMap(([key, value]) =>
    typeof key === 'string' && key.startsWith(place) ? [{ id: key.slice(place.length), value }] : [],
  );
}
