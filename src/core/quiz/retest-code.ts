import {
  addDays,
  daysBetween,
  failure,
  hash32,
  type IsoDate,
  type Result,
  success,
} from '../domain/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { QuizDiary, TestResult } from './diary.ts';
import { tallyOf } from './tally.ts';

// A result of the tests on a slip of paper: it is typed in after a week, on any device, and names nobody.

/** Each number is 0 to 31; the last three are at most `count`. */
export interface RetestScore {
  readonly count: number;
  readonly right: number;
  readonly hits: number;
  readonly falseAlarms: number;
}

export interface RetestResult {
  /** Stands for the questions of both forms, 0 to 4095: other questions cannot be compared. */
  readonly forms: number;
  /** From 2020-01-01 to 2109-09-17. */
  readonly day: IsoDate;
  readonly pre?: RetestScore;
  readonly post?: RetestScore;
}

/** A code as it was typed in, and what it says. */
export type EnteredCode =
  /** The code of the problem, `retest-typo` and its like, and the symbol or number that it is about. */
  | { readonly text: string; readonly problem: string; readonly detail: string }
  | { readonly text: string; readonly result: RetestResult };

/** Crockford's base 32: no letter that looks like a digit, and no U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const SYMBOL_BITS = 5;
const GROUP = 5;

const VERSION = 1;
const FIRST_DAY = '2020-01-01';
const SCORE = ['count', 'right', 'hits', 'falseAlarms'] as const;
/** Bits of each number, in order: version, forms, day, and twice a score. */
const WIDTHS = [3, 12, 15, 5, 5, 5, 5, 5, 5, 5, 5];
const LENGTH = WIDTHS.reduce((sum, bits) => sum + bits, 0) / SYMBOL_BITS;

/** Which questions the tests of a scenario ask. */
export function formsOf({ manifest: { id, tests } }: Scenario): number {
  return hash32(JSON.stringify([id, tests.pre, tests.post])) & 0xfff;
}

/** The code of what the diary knows of both tests; undefined without a final test of this version. */
export function retestOf(scenario: Scenario, { tests: { pre, post } }: QuizDiary): string | undefined {
  const [before, after] = [scoreOf(scenario, pre), scoreOf(scenario, post)];
  if (post?.day === undefined || !after) return undefined;
  return encodeRetest({
    forms: formsOf(scenario),
    day: post.day,
    ...(before ? { pre: before } : {}),
    post: after,
  });
}

/** Undefined without answers: what older versions have kept says nothing of hits and false alarms. */
function scoreOf({ quiz }: Scenario, result: TestResult | undefined): RetestScore | undefined {
  if (!result?.answers) return undefined;
  const { right, count, answers } = result;
  const items = quiz.filter(({ id }) => Object.hasOwn(answers, id));
  const { hits, falseAlarms } = tallyOf(items, answers);
  return { right, count, hits, falseAlarms };
}

/** Reads a code for the tests of a scenario. A code for other questions is the problem `retest-forms`. */
export function readRetest(scenario: Scenario, text: string): EnteredCode {
  const parsed = parseRetest(text);
  if (!parsed.ok) {
    const [problem] = parsed.problems;
    return { text, problem: problem?.code ?? '', detail: problem?.path ?? '' };
  }
  const isSame = parsed.value.forms === formsOf(scenario);
  return isSame ? { text, result: parsed.value } : { text, problem: 'retest-forms', detail: '' };
}

/** In groups, to be written down; undefined when a number is too large for it. */
export function encodeRetest({ forms, day, pre, post }: RetestResult): string | undefined {
  const numbersOf = (score: RetestScore | undefined) => SCORE.map((name) => score?.[name] ?? 0);
  const numbers = [VERSION, forms, daysBetween(FIRST_DAY, day), ...numbersOf(pre), ...numbersOf(post)];
  const isTooLarge = numbers.some((value, at) => value < 0 || value >= 1 << (WIDTHS[at] ?? 0));
  if (isTooLarge || !(pre || post)) return undefined;
  const bits = numbers.map((value, at) => value.toString(2).padStart(WIDTHS[at] ?? 0, '0')).join('');
  const values = Array.from({ length: LENGTH }, (_, at) =>
    Number.parseInt(bits.slice(at * SYMBOL_BITS, (at + 1) * SYMBOL_BITS), 2),
  );
  const text = [...values, checkOf(values)].map((value) => SYMBOLS[value]).join('');
  return text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-');
}

/**
 * Reads a code as it was typed: small or capital letters, with blanks and hyphens or without. Problems are
 * `retest-symbol` (its `path` is the symbol), `retest-length`, `retest-typo` and `retest-version`.
 */
export function parseRetest(text: string): Result<RetestResult> {
  const symbols = [...text.toUpperCase().replace(/[\s\p{Pd}]/gu, '')].map(
    (symbol) => LOOKALIKES[symbol] ?? symbol,
  );
  const unknown = symbols.find((symbol) => !SYMBOLS.includes(symbol));
  if (unknown !== undefined) return problem('symbol', unknown);
  if (symbols.length !== LENGTH + 1) return problem('length', `${symbols.length}`);
  const all = symbols.map((symbol) => SYMBOLS.indexOf(symbol));
  const values = all.slice(0, LENGTH);
  if (checkOf(values) !== all[LENGTH]) return problem('typo');
  const bits = values.map((value) => value.toString(2).padStart(SYMBOL_BITS, '0')).join('');
  let place = 0;
  const [version, forms = 0, days = 0, ...scores] = WIDTHS.map((width) => {
    place += width;
    return Number.parseInt(bits.slice(place - width, place), 2);
  });
  if (version !== VERSION) return problem('version', `${version}`);
  const [pre, post] = [parseScore(scores.slice(0, SCORE.length)), parseScore(scores.slice(SCORE.length))];
  if (!pre || !post || pre.count + post.count === 0) return problem('typo');
  return success({
    forms,
    day: addDays(FIRST_DAY, days),
    ...(pre.count > 0 ? { pre } : {}),
    ...(post.count > 0 ? { post } : {}),
  });
}

/** Undefined when more were right than were asked: nobody has that result. */
function parseScore([count = 0, right = 0, hits = 0, falseAlarms = 0]: readonly number[]):
  | RetestScore
  | undefined {
  return Math.max(right, hits + falseAlarms) <= count ? { count, right, hits, falseAlarms } : undefined;
}

/**
 * A weighted sum over the field of 32 elements. Each place has a weight of its own that is not 0: one wrong symbol
 * is always found, and so are any two that changed places.
 */
function checkOf(values: readonly number[]): number {
  const doubled = (value: number) => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);
  return values.reduce((sum, value) => doubled(sum ^ value), 0);
}

function problem(kind: 'symbol' | 'length' | 'typo' | 'version', path = ''): Result<never> {
  return failure({ code: `retest-${kind}`, path, message: 'Not a code of a final test' });
}
