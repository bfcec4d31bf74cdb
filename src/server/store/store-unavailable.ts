/**
 * - `folder-in-use`: another process has opened the data folder.
 * - `folder-not-writable`: the folder cannot be made or written.
 * - `folder-broken`: what is in the folder cannot be opened as a database.
 * - `thread-ended`: the thread that works on the folder ended before it had opened it.
 * - `version`: the data or the database server are of a version this program does not work with.
 * - `address`: the address of the database is not one.
 * - `unreachable`: no database server answers at the address.
 * - `refused`: the database server answers, but lets this program not in.
 */
export type StoreProblem =
  | 'folder-in-use'
  | 'folder-not-writable'
  | 'folder-broken'
  | 'thread-ended'
  | 'version'
  | 'address'
  | 'unreachable'
  | 'refused';

/** The store cannot be opened. The message says to a person why and what helps. */
export class StoreUnavailable extends Error {
  readonly code: StoreProblem;

  constructor(code: StoreProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** The code of an error of Node or of a database, wherever it hides in the chain of causes. */
export function errorCode(error: unknown): string | undefined {
  for (let link = error; link instanceof Error; link = link.cause)
    if ('code' in link && typeof link.code === 'string') return link.code;
  return undefined;
}
