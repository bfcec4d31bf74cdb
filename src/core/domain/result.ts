/** A problem found at a door (file, save, URL, socket): never thrown, always all of them at once. */
export interface Problem {
  /** Stable kebab-case code; the interface translates it, authors search for it. */
  readonly code: string;
  /** Where in the value, e.g. `choices[1].effects[0].trust`. Empty for the whole value. */
  readonly path: string;
  /** What is wrong and the way out, in plain English. */
  readonly message: string;
  /** Ids that the problem is about, where the interface has words of its own for them: broken rules. */
  readonly ids?: readonly string[];
  /** File and 1-based line, where the value came from a file. */
  readonly file?: string;
  readonly line?: number;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(...problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}
