import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../core/domain/index.ts';
import { nearestName } from '../core/scenario/index.ts';

/** One author file: its value, and where every path of it stands. */
export interface YamlFile {
  /** Path inside the scenario folder, with forward slashes. */
  readonly name: string;
  readonly value: unknown;
  /** 1-based line of a path such as `choices[1].effects`; of its nearest parent when it is missing. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads a YAML file; broken YAML and doubled keys become problems, never exceptions. */
export function readYaml(fullPath: string, name: string, problems: Problem[]): YamlFile | undefined {
  let text: string;
  try {
    text = readFileSync(fullPath, 'utf8');
  } catch {
    problems.push({
      code: 'file-missing',
      path: '',
      file: name,
      line: 1,
      message: 'The file is missing. Create it.',
    });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  for (const { code, message, pos } of document.errors) {
    problems.push({
      code: code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'broken-yaml',
      path: '',
      file: name,
      line: lines.linePos(pos[0]).line,
      message: `${message}. Check indentation, colons and quotes near this line.`,
    });
  }
  if (document.errors.length > 0) return undefined;
  return { name, value: document.toJS() as unknown, lineOf: (path) => lineIn(document, lines, path) };
}

/** Parses the value; what does not fit is reported with line and a way out. */
export function parseFile<S extends z.ZodType>(
  file: YamlFile | undefined,
  schema: S,
  problems: Problem[],
): z.infer<S> | undefined {
  if (!file) return undefined;
  const parsed = schema.safeParse(file.value ?? {});
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    problems.push({
      code: issue.code === 'unrecognized_keys' ? 'unknown-key' : 'wrong-value',
      path: pathText(issue.path),
      file: file.name,
      line: file.lineOf(keyPath(issue)),
      message: explain(issue, schema),
    });
  }
  return undefined;
}

/** `['choices', 1, 'label']` as `choices[1].label`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** `choices[1].label` as `['choices', 1, 'label']`; `events[id=X]` is looked up by the caller's data. */
export function parsePath(text: string): readonly PropertyKey[] {
  return [...text.matchAll(/\[(\d+)\]|\[id=([^\]]+)\]|\.?([^.[\]]+)/g)].map(([, index, id, key]) =>
    index !== undefined ? Number(index) : id !== undefined ? `id=${id}` : (key ?? ''),
  );
}

function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(resolveIds(document, path.slice(0, depth)), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Keys with dots (`court.ieepa`, `CAL.X`) and `id=…` steps, as the document has them. */
function resolveIds(document: Document, path: readonly PropertyKey[]): readonly unknown[] {
  const found: unknown[] = [];
  let value: unknown = document.toJS();
  for (let index = 0; index < path.length; index += 1) {
    const step = path[index];
    if (Array.isArray(value) && typeof step === 'string' && step.startsWith('id=')) {
      const at = value.findIndex((item: { id?: unknown }) => `id=${String(item?.id)}` === step);
      found.push(at);
      value = value[at];
      continue;
    }
    if (typeof value !== 'object' || value === null) break;
    const record = value as Record<PropertyKey, unknown>;
    let key = step as PropertyKey;
    // A dotted key was cut into steps: put it together again.
    for (let next = index; !(key in record) && next + 1 < path.length; next += 1) {
      key = `${String(key)}.${String(path[next + 1])}`;
      if (key in record) index = next + 1;
    }
    found.push(key);
    value = record[key];
  }
  return found;
}

function keyPath(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
}

function explain(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = schema.type === 'object' ? Object.keys((schema as unknown as z.ZodObject).shape) : [];
      const near = nearestName(issue.keys[0] ?? '', known);
      const hint =
        near === undefined ? 'Remove it, or see docs/formats/scenario.md.' : `Did you mean "${near}"?`;
      return `Unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}. ${hint}`;
    }
    case 'invalid_union':
      return 'This fits none of the allowed forms. See docs/formats/scenario.md for gates and effects.';
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
    case 'too_small':
      return `${issue.message}. Change the value so that it lies in the range.`;
    default:
      return `${issue.message}.`;
  }
}
