import type { Language } from '../../core/domain/index.ts';
import type { Session } from '../../core/session/index.ts';
import type { MemoryTopic, RunStore, StoredRun, StoredValue } from '../storage/index.ts';
import type { OpenRun } from './game-state.ts';
import { eventsIn, summaryOf } from './saved-runs.ts';

/**
 * Keeps runs in the store, one act after the other. The store is shared with other tabs: a run that went
 * on in one of them is never overwritten; what was played here is then kept under a new id.
 */
export interface RunKeeper {
  list(): Promise<readonly StoredValue[]>;
  read(id: string): Promise<StoredValue | undefined>;
  /** With what the player wrote about it. */
  remove(id: string): Promise<void>;
  /** From now on the session stands for what was read. */
  adopt(session: Session, stored: StoredValue): void;
  /** Whether all of it is in the store, as far as this tab knows. */
  isSaved(session: Session): boolean;
  /** Resolves to what was written; to `undefined` when there was nothing to add to what another tab wrote. */
  save(run: OpenRun, language: Language): Promise<StoredRun | undefined>;
}

export interface RunKeeperPorts {
  readonly store: RunStore;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What is remembered of a run beside it, and goes where it goes. */
const TOPICS_OF_RUNS = ['reflections', 'class'] as const satisfies readonly MemoryTopic[];

/** What of a session is in the store, as far as this tab knows. */
interface Kept {
  readonly id: string;
  readonly events: readonly unknown[];
}

export function createRunKeeper({ store, now, newId }: RunKeeperPorts): RunKeeper {
  const kept = new WeakMap<Session, Kept>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };

  const write = async (
    { id, session, tier }: OpenRun,
    language: Language,
  ): Promise<StoredRun | undefined> => {
    const known = kept.get(session);
    const save = session.save(language);
    const run: StoredRun = {
      id: known?.id ?? id,
      savedAt: now().toISOString(),
      summary: summaryOf(session),
      language,
      tier,
      save,
    };
    // Either nobody wrote since, or what was written is the beginning of this very run.
    const isContinued = (stored: unknown): boolean => {
      const events = eventsIn(stored);
      if (!events) return false;
      return isSame(events, known?.events ?? []) || isSame(events, save.events.slice(0, events.length));
    };
    if (await store.put(run, isContinued)) {
      kept.set(session, { id: run.id, events: save.events });
      return run;
    }
    if (known && isSame(known.events, save.events)) return undefined;
    const fork = { ...run, id: newId() };
    // What was written about the run goes along; if that fails, the run is not kept half.
    for (const topic of TOPICS_OF_RUNS) await copyMemory(store, topic, { from: run.id, to: fork.id });
    await store.put(fork, () => false);
    kept.set(session, { id: fork.id, events: save.events });
    return fork;
  };

  return {
    list: () => inTurn(() => store.list()),
    read: (id) => inTurn(() => store.get(id)),
    remove: (id) =>
      inTurn(async () => {
        // First: a run that is still there can be deleted again.
        for (const topic of TOPICS_OF_RUNS) await store.removeMemory(topic, id);
        await store.remove(id);
      }),
    adopt: (session, { id, value }) => void kept.set(session, { id, events: eventsIn(value) ?? [] }),
    isSaved: (session) => isSame(kept.get(session)?.events ?? [], session.log()),
    save: (run, language) => inTurn(() => write(run, language)),
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some === others || JSON.stringify(some) === JSON.stringify(others);
}

/** What lies under a name, and below it, lies under another name too. */
async function copyMemory(
  store: RunStore,
  topic: MemoryTopic,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const known = await store.loadMemory(topic, from);
  if (known !== undefined) await store.putMemory(topic, to, known);
  for (const { id, value } of await store.listMemory(topic, from))
    await store.putMemory(topic, `${to}/${id}`, value);
}
