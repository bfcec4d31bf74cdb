import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../core/domain/index.ts';

/** One author file: its value, and where every path of it stands. */
export interface YamlFile {
  /** Path inside the scenario folder, with forward slashes. */
  readonly name: string;
  readonly value: unknown;
  /** 1-based line of a path such as `choices[1].effects`; of its nearest parent when it is missing. */
  lineOf(path: readonly PropertyKey[]): number;
}

const HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Lines of one group begin in the same column; check the spaces at the beginning of this line.',
  BLOCK_IN_FLOW: 'A bracket "[" or "{" before this line is not closed. Close it near this line.',
  MISSING_CHAR: 'A colon, a comma, a quote or a closing bracket is missing near this line.',
  MULTILINE_IMPLICIT_KEY: 'A bracket or a quote before this line is not closed. Close it near this line.',
  TAB_AS_INDENT: 'Use spaces, not tabs, at the beginning of a line.',
};

/** Documents by their text, for tools that read a folder again and again. */
export type YamlCache = Map<string, { readonly document: Document; readonly lines: LineCounter }>;

/**
 * Reads a YAML file. What is wrong becomes a problem, never an exception: `file-missing`, `broken-yaml`
 * (then nothing is read), `duplicate-key` (then the last of the keys counts).
 */
export function readYaml(
  fullPath: string,
  name: string,
  { problems, cache }: { readonly problems: Problem[]; readonly cache: YamlCache },
): YamlFile | undefined {
  const add = (code: string, line: number, message: string) =>
    void problems.push({ code, path: '', file: name, line, message });
  let text: string;
  try {
    text = readFileSync(fullPath, 'utf8');
  } catch {
    add(
      'file-missing',
      1,
      'The file is missing. Create it; docs/formats/scenario.md says what belongs in it.',
    );
    return undefined;
  }
  try {
    const { document, lines } = parseText(text, cache);
    for (const { code, pos } of document.errors) {
      if (code !== 'DUPLICATE_KEY') continue;
      const key = /^[^:\n]*/.exec(text.slice(pos[0]))?.[0] ?? '';
      add(
        'duplicate-key',
        lines.linePos(pos[0]).line,
        `"${key}" stands here twice. Keys are unique: keep one of the two.`,
      );
    }
    const [broken, ...more] = document.errors
      .filter(({ code }) => code !== 'DUPLICATE_KEY')
      .toSorted((a, b) => a.pos[0] - b.pos[0]);
    if (broken) {
      // What comes after the first break is mostly its echo.
      const hint = HINTS[broken.code] ?? 'Check indentation, colons, brackets and quotes near this line.';
      const rest = more.length === 0 ? '' : ' (What follows cannot be read either.)';
      add('broken-yaml', lines.linePos(broken.pos[0]).line, `${broken.message}. ${hint}${rest}`);
      return undefined;
    }
    const value: unknown = document.toJS();
    // Throws when a part of the file refers to itself.
    JSON.stringify(value);
    return { name, value, lineOf: (path) => lineIn(document, value, lines, path) };
  } catch (error) {
    // References (`*name`) without an anchor, too many of them, or lists a thousand levels deep.
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    add('broken-yaml', 1, `The file cannot be read: ${reason}.`);
    return undefined;
  }
}

function parseText(text: string, cache: YamlCache) {
  const known = cache.get(text);
  if (known) return known;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  cache.set(text, { document, lines });
  return { document, lines };
}

/** `['choices', 1, 'label']` as `choices[1].label`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** `choices[1].label` as `['choices', 1, 'label']`; `events[id=X]` finds the item with that id. */
export function parsePath(text: string): readonly PropertyKey[] {
  return [...text.matchAll(/\[(\d+)\]|\[id=([^\]]+)\]|\.?([^.[\]]+)/g)].map(([, index, id, key]) =>
    index !== undefined ? Number(index) : id !== undefined ? `id=${id}` : (key ?? ''),
  );
}

function lineIn(
  document: Document,
  value: unknown,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(resolveIds(value, path.slice(0, depth)), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Keys with dots (`court.first`, `CAL.X`) and `id=…` steps, as the document has them. */
function resolveIds(root: unknown, path: readonly PropertyKey[]): readonly unknown[] {
  const found: unknown[] = [];
  let value: unknown = root;
  for (let index = 0; index < path.length; index += 1) {
    const step = path[index];
    if (Array.isArray(value) && typeof step === 'string' && step.startsWith('id=')) {
      const at = value.findIndex((item: { id?: unknown }) => `id=${String(item?.id)}` === step);
      found.push(at);
      value = value[at];
      continue;
    }
    if (typeof value !== 'object' || value === null) break;
    let key: PropertyKey = step ?? '';
    // A dotted key was cut into steps: put it together again.
    for (let next = index; !Object.hasOwn(value, key) && next + 1 < path.length; next += 1) {
      key = `${String(key)}.${String(path[next + 1])}`;
      if (Object.hasOwn(value, key)) index = next + 1;
    }
    found.push(key);
    value = Reflect.get(value, key);
  }
  return found;
}
