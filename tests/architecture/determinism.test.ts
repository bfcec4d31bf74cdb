import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

// Same seed and same choices, same bytes, on every machine: the core asks nothing that may differ there.
// The compiler keeps platform globals out (lib ES2023); this also sees what the language itself offers.

const CORE = path.resolve(import.meta.dirname, '../../src/core');

/** Names that lead out of the core: clock, dice, output, timers, network, storage, platform. */
const FORBIDDEN_NAMES = new Set(
  `Atomics Buffer SharedArrayBuffer WeakRef FinalizationRegistry Temporal performance crypto console process
  globalThis window self document navigator localStorage sessionStorage indexedDB fetch XMLHttpRequest WebSocket
  setTimeout setInterval setImmediate clearTimeout clearInterval requestAnimationFrame requestIdleCallback
  queueMicrotask structuredClone require eval Function`.split(/\s+/),
);
/** Results that depend on the machine's language, time zone or arithmetic. */
const FORBIDDEN_METHODS = new Set(
  `localeCompare toLocaleString toLocaleDateString toLocaleTimeString toLocaleUpperCase toLocaleLowerCase
  getTimezoneOffset getFullYear getMonth getDate getDay getHours`.split(/\s+/),
);
/** The standard fixes these to the last digit; all other functions of Math may round differently. */
const EXACT_MATH = new Set(`abs ceil floor imul max min round sign sqrt trunc`.split(' '));

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** What of a text may give another result on another machine, as written there. */
function leaksIn(file: string, text: string): readonly string[] {
  const found: string[] = [];
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const isNode = (value: unknown): value is Node =>
    typeof value === 'object' && value !== null && 'type' in value;
  const nameOf = (value: unknown) => (isNode(value) && value.type === 'Identifier' ? String(value.name) : '');
  const visit = (value: unknown, parent: Node | undefined, key: string): void => {
    if (Array.isArray(value)) return value.forEach((part) => visit(part, parent, key));
    if (!isNode(value)) return;
    // Types vanish at run time.
    if (value.type.startsWith('TS')) return visit(value.expression, value, 'expression');
    if (value.type === 'MemberExpression') {
      const [object, property] = [nameOf(value.object), nameOf(value.property)];
      if (FORBIDDEN_METHODS.has(property)) found.push(property);
      if (object === 'Math' && !EXACT_MATH.has(property)) found.push(`Math.${property}`);
      if (object === 'Date' && property !== 'parse') found.push(`Date.${property}`);
      if (object === 'Intl') found.push(`Intl.${property}`);
    }
    if (value.type === 'Identifier') {
      const isProperty =
        parent?.type === 'MemberExpression' && key === 'property' && parent.computed === false;
      const isKey = parent?.type === 'Property' && key === 'key' && parent.computed === false;
      const isOwner = parent?.type === 'MemberExpression' && key === 'object';
      const name = String(value.name);
      if (!isProperty && !isKey) {
        if (FORBIDDEN_NAMES.has(name)) found.push(name);
        // A date made from something is that something; one made from nothing is now.
        const isMade = parent?.type === 'NewExpression' && (parent.arguments as unknown[]).length > 0;
        if (['Date', 'Math', 'Intl'].includes(name) && !isOwner && !(name === 'Date' && isMade))
          found.push(name);
      }
    }
    if (value.type === 'BinaryExpression' && value.operator === '**') found.push('**');
    for (const [name, part] of Object.entries(value)) visit(part, value, name);
  };
  visit(program, undefined, '');
  return found;
}

const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('the core', () => {
  test('is seen by this check', () => expect(files.length).toBeGreaterThan(40));

  test.each(files)('%s asks nothing of the machine it runs on', (file) => {
    expect(leaksIn(file, readFileSync(path.join(CORE, file), 'utf8'))).toEqual([]);
  });
});

describe('the check', () => {
  test.each([
    'Math.random()',
    'Math.pow(2, 3)',
    'Math.exp(1)',
    'const { random } = Math',
    'Date.now()',
    'new Date()',
    'const clock = Date',
    'performance.now()',
    'crypto.randomUUID()',
    'console.log(1)',
    'setTimeout(() => 1)',
    'globalThis.Date.now()',
    'new Intl.NumberFormat().format(1)',
    "['b', 'a'].sort((a, b) => a.localeCompare(b))",
    '(1.5).toLocaleString()',
    "'I'.toLocaleLowerCase()",
    '2 ** 0.5',
    'fetch("/x")',
    'process.env.TZ',
  ])('sees %s', (text) =>
    expect(leaksIn('probe.ts', `export const probe = () => { ${text} };`)).not.toEqual([]),
  );

  test.each([
    "Date.parse('2020-08-28')",
    "new Date('2020-08-28').toISOString()",
    'Math.max(1, 2)',
    'const view = { process: 1, self: 2 }; view.self',
    "type Clock = Date; ['b', 'a'].toSorted()",
  ])('lets %s pass', (text) =>
    expect(leaksIn('probe.ts', `export const probe = () => { ${text} };`)).toEqual([]),
  );
});
