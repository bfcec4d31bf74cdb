import type { z } from 'zod';
import type { Problem } from '../core/domain/index.ts';
import { nearestName } from '../core/scenario/index.ts';
import { pathText, type YamlFile } from './yaml-file.ts';

/** What a file came to. `isWhole` is false when something of it had to be left out. */
export interface Parsed<T> {
  readonly value: T | undefined;
  readonly isWhole: boolean;
}

type Issue = z.core.$ZodIssue;

/** A file may be wrong in many places, but after this many repairs it is another file. */
const MAX_REPAIRS = 30;

/**
 * Reads the value of a file by its schema. All that does not fit is reported, with line and a way out,
 * and left out, so that the rest can be checked against the other files at once.
 */
export function parseFile<S extends z.ZodType>(
  file: YamlFile,
  schema: S,
  problems: Problem[],
): Parsed<z.infer<S>> {
  const first = schema.safeParse(file.value ?? {});
  if (first.success) return { value: first.data, isWhole: true };
  for (const issue of first.error.issues.flatMap(innermost)) {
    problems.push({
      code: issue.code === 'unrecognized_keys' ? 'unknown-key' : 'wrong-value',
      path: pathText(issue.path),
      file: file.name,
      line: file.lineOf(
        issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path,
      ),
      message: explain(issue, valueAt(file.value, issue.path), schema),
    });
  }
  const value = structuredClone(file.value ?? {});
  for (let repair = 0; repair < MAX_REPAIRS; repair += 1) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data, isWhole: false };
    const isLost = parsed.error.issues
      .flatMap(innermost)
      .toReversed()
      .some((issue) => !leaveOut(value, issue));
    if (isLost) break;
  }
  return { value: undefined, isWhole: false };
}

/**
 * A gate or an effect fits one of many forms. Which form was meant shows in its first key; then the
 * problem is what is wrong with that form.
 */
function innermost(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const strangers = (form: readonly Issue[]) =>
    form.filter((part) => part.code === 'unrecognized_keys' || part.path.length === 0).length;
  const [meant] = issue.errors.toSorted((a, b) => strangers(a) - strangers(b) || a.length - b.length);
  if (!meant || strangers(meant) > 0) return [issue];
  return meant.flatMap((part) => innermost({ ...part, path: [...issue.path, ...part.path] }));
}

/** Removes what an issue is about; false when that would be the whole file. */
function leaveOut(root: unknown, issue: Issue): boolean {
  if (issue.code === 'unrecognized_keys') {
    const owner = valueAt(root, issue.path);
    if (isRecord(owner)) for (const key of issue.keys) delete owner[key];
    return true;
  }
  // The nearest item of a list goes as a whole; else the key itself; a missing key takes its owner along.
  const at = issue.path.findLastIndex((step) => typeof step === 'number');
  const path = at >= 0 ? issue.path.slice(0, at + 1) : [...issue.path];
  while (path.length > 0 && valueAt(root, path) === undefined) path.pop();
  const key = path.pop();
  const owner = valueAt(root, path);
  if (key === undefined) return false;
  if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else if (isRecord(owner)) delete owner[String(key)];
  return true;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is wrong and what to do, for somebody who knows the story and not the code. */
function explain(issue: Issue, value: unknown, schema: z.ZodType): string {
  const name = issue.path.findLast((step) => typeof step === 'string');
  switch (issue.code) {
    case 'unrecognized_keys': {
      const near = nearestName(issue.keys[0] ?? '', knownKeys(schema, issue.path));
      const hint =
        near === undefined ? 'Remove it, or see docs/formats/scenario.md.' : `Did you mean "${near}"?`;
      return `Unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}. ${hint}`;
    }
    case 'invalid_union':
      return explainForms(issue, value);
    case 'invalid_value': {
      const near = typeof value === 'string' ? nearestName(value, issue.values.map(String)) : undefined;
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
      return `${show(value)} is not possible here. Use one of: ${issue.values.map(String).join(', ')}.${hint}`;
    }
    case 'invalid_type':
      return value === undefined
        ? `"${String(name ?? '')}" is missing. Add it.`
        : `${show(value)} is not possible here: it must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'too_big':
      return `${show(value)} is too much: at most ${issue.maximum}${UNITS[issue.origin] ?? ''}.`;
    case 'too_small':
      return `${show(value)} is too little: at least ${issue.minimum}${UNITS[issue.origin] ?? ''}.`;
    case 'invalid_key':
      return `"${String(issue.path.at(-1))}" cannot be a key here. ${issue.issues[0]?.message ?? ''}.`;
    default:
      return `${show(value)} does not fit. ${issue.message}.`;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of keys',
  record: 'a group of keys',
  string: 'text',
};
const UNITS: Readonly<Record<string, string>> = { array: ' items', string: ' letters' };

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'Nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Every form is known by its first key; a group of keys that has none of them is no gate and no effect. */
function explainForms(issue: Issue & { readonly code: 'invalid_union' }, value: unknown): string {
  const named: unknown = Reflect.get(issue, 'options');
  if (Array.isArray(named)) {
    const types = named.filter((type) => typeof type === 'string');
    const given = isRecord(value) ? value[String(Reflect.get(issue, 'discriminator'))] : value;
    const close = nearestName(String(given), types);
    return `${show(given)} is not possible here. Use one of: ${types.join(', ')}.${close === undefined ? '' : ` Did you mean "${close}"?`}`;
  }
  const own = (form: readonly Issue[]) => form.filter(({ path }) => path.length === 1);
  const almost = issue.errors.find((form) => form.length > 0 && own(form).length === 0);
  const [extra] = almost ?? [];
  if (extra?.code === 'unrecognized_keys' && extra.path.length === 0)
    return `${show(value)} mixes two forms: ${extra.keys.map((key) => `"${key}"`).join(', ')} belongs into an entry of its own, or nowhere.`;
  const heads = issue.errors.flatMap((form) => own(form).slice(0, 1)).map(({ path }) => String(path[0]));
  if (heads.length === 0)
    return `${show(value)} fits none of the allowed forms. See docs/formats/scenario.md.`;
  const near = nearestName(isRecord(value) ? (Object.keys(value)[0] ?? '') : '', heads);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `${show(value)} is not known. Start with one of: ${[...new Set(heads)].join(', ')}.${hint}`;
}

/** Keys that the schema knows at a path, as far as it is made of plain groups and lists. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = schema;
  for (const step of path) {
    const inner = unwrap(at);
    if (typeof step === 'number') at = Reflect.get(inner, 'element');
    else at = Reflect.get(Reflect.get(inner, 'shape') ?? {}, step) ?? Reflect.get(inner, 'valueType');
    if (at === undefined) return [];
  }
  return Object.keys(Reflect.get(unwrap(at), 'shape') ?? {});
}

function unwrap(schema: unknown): object {
  const type = schema as z.ZodType;
  const inner = type instanceof Object && 'unwrap' in type && typeof type.unwrap === 'function';
  return inner && !['array', 'promise'].includes(type.type) ? unwrap((type.unwrap as () => unknown)()) : type;
}
