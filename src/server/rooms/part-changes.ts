import type { Parts, RunPart } from '../../core/classroom/index.ts';

/** What one device was sent last, by the name of the part; of a run only how much of it. */
export interface SentParts {
  readonly json: Map<string, string>;
  run?: { readonly version: number; readonly count: number };
}

export interface PartChanges {
  readonly parts: Readonly<Record<string, unknown>>;
  readonly gone: readonly string[];
  /** The same for two devices exactly when they are to be sent the same. */
  readonly key: string;
}

export function nothingSent(): SentParts {
  return { json: new Map() };
}

/** Writes objects as JSON, each only once however many devices are shown it. */
export type WriteJson = (part: object) => string;

export function createJsonWriter(): WriteJson {
  const known = new WeakMap<object, string>();
  return (part) => {
    const json = known.get(part) ?? JSON.stringify(part);
    known.set(part, json);
    return json;
  };
}

/** What a device does not have yet; undefined when it has everything. Notes it as sent. */
export function changesSince(sent: SentParts, all: Parts, jsonOf: WriteJson): PartChanges | undefined {
  const { run, ...others } = all;
  const parts: Record<string, unknown> = {};
  const keys: string[] = [];
  const tail = runTail(sent, run);
  if (tail) {
    parts.run = tail;
    keys.push(`run${tail.version}/${tail.from}/${tail.steps.length}${JSON.stringify(tail.steps)}`);
  }
  const gone = run || !sent.run ? [] : ['run'];
  if (run) sent.run = { version: run.version, count: run.from + run.steps.length };
  else delete sent.run;

  const entries = Object.entries<object | undefined>({ ...others }).flatMap(([name, part]) =>
    part === undefined ? [] : [{ name, part }],
  );
  for (const { name, part } of entries) {
    const json = jsonOf(part);
    if (sent.json.get(name) === json) continue;
    sent.json.set(name, json);
    parts[name] = part;
    keys.push(name, json);
  }
  const present = new Set(entries.map(({ name }) => name));
  for (const name of [...sent.json.keys()])
    if (!present.has(name)) {
      sent.json.delete(name);
      gone.push(name);
    }
  if (keys.length === 0 && gone.length === 0) return undefined;
  return { parts, gone, key: `${keys.join('\n')}\n-${gone.join()}` };
}

/** Of these parts what a device does not have yet: the others are as they were. */
export function partsSince(
  sent: SentParts,
  some: Partial<Omit<Parts, 'run'>>,
  jsonOf: WriteJson,
): Readonly<Record<string, unknown>> | undefined {
  const parts: Record<string, unknown> = {};
  for (const [name, part] of Object.entries<object | undefined>(some)) {
    const json = part && jsonOf(part);
    if (json === undefined || sent.json.get(name) === json) continue;
    sent.json.set(name, json);
    parts[name] = part;
  }
  return Object.keys(parts).length === 0 ? undefined : parts;
}

/** A run only grows within a version: what a device has of it is not sent again. */
function runTail({ run: sent }: SentParts, run: RunPart | undefined): RunPart | undefined {
  if (!run) return undefined;
  if (!sent || sent.version !== run.version || sent.count < run.from) return run;
  const fresh = run.steps.slice(sent.count - run.from);
  return fresh.length === 0 ? undefined : { version: run.version, from: sent.count, steps: fresh };
}
