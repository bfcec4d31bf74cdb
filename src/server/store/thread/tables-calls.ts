import type { MessagePort, Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { RoomConflict, type RoomTables } from '../room-tables.ts';
import { errorCode, type StoreProblem, StoreUnavailable } from '../store-unavailable.ts';

/** Tables in another thread. */
export interface DistantTables extends RoomTables {
  /** Resolves when they are open; rejects with `StoreUnavailable`. */
  opened(): Promise<void>;
}

/** An error on its way between threads: classes do not travel. */
type SentError =
  | { readonly kind: 'conflict'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string; readonly code: StoreProblem }
  | { readonly kind: 'other'; readonly message: string; readonly code: string | undefined };

/** As the library writes it: `e` is the error of an answer. */
interface Message {
  readonly e?: unknown;
}

type Port = Pick<MessagePort | Worker, 'postMessage' | 'on'>;

/** The thread with the tables: does what the other end of the port calls for. */
export function serveTables(port: Port, opening: Promise<RoomTables>): void {
  const served: DistantTables = {
    opened: async () => {
      await opening;
    },
    create: async (...args) => (await opening).create(...args),
    append: async (...args) => (await opening).append(...args),
    load: async (...args) => (await opening).load(...args),
    list: async (...args) => (await opening).list(...args),
    remove: async (...args) => (await opening).remove(...args),
    removeExpired: async (...args) => (await opening).removeExpired(...args),
    check: async () => (await opening).check(),
    close: async () => (await opening).close(),
  };
  // Who calls is told; until then nobody is.
  opening.catch(() => {});
  createBirpc<object, DistantTables>(served, {
    ...channelOf(port),
    serialize: (message: Message) => ('e' in message ? { ...message, e: sent(message.e) } : message),
  });
}

/** The thread that needs them. `giveUp` rejects all that waits for an answer, and all that is asked later, with the reason. */
export function callTables(port: Port): {
  readonly tables: DistantTables;
  giveUp(why: Error): void;
} {
  const calls = createBirpc<DistantTables, object>(
    {},
    {
      ...channelOf(port),
      deserialize: (message: Message) =>
        'e' in message ? { ...message, e: received(message.e as SentError) } : message,
    },
  );
  let reason: Error | undefined;
  const unlessGone =
    <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      if (reason) throw reason;
      return call(...args);
    };
  return {
    tables: {
      opened: unlessGone(calls.opened),
      create: unlessGone(calls.create),
      append: unlessGone(calls.append),
      load: unlessGone(calls.load),
      list: unlessGone(calls.list),
      remove: unlessGone(calls.remove),
      removeExpired: unlessGone(calls.removeExpired),
      check: unlessGone(calls.check),
      close: unlessGone(calls.close),
    },
    giveUp: (why) => {
      reason = why;
      calls.$close(why);
    },
  };
}

const channelOf = (port: Port) => ({
  post: (message: unknown) => port.postMessage(message),
  on: (hear: (message: unknown) => void) => {
    port.on('message', hear);
  },
  // A disk may be slow. How long is too long is for those to say who ask.
  timeout: -1,
});

function sent(error: unknown): SentError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RoomConflict) return { kind: 'conflict', message };
  if (error instanceof StoreUnavailable) return { kind: 'unavailable', message, code: error.code };
  return { kind: 'other', message, code: errorCode(error) };
}

function received(error: SentError): Error {
  switch (error.kind) {
    case 'conflict':
      return new RoomConflict(error.message);
    case 'unavailable':
      return new StoreUnavailable(error.code, error.message);
    default:
      return Object.assign(new Error(error.message), error.code === undefined ? {} : { code: error.code });
  }
}
