import { addDays, type IsoDate } from '../domain/index.ts';
import { CONFIDENCES, type QuizAnswer, type QuizResponse } from './response.ts';

/** What is known of one item: the last answer, when it comes back, and how well it should be remembered. */
export interface Encounter {
  readonly last: IsoDate;
  readonly due: IsoDate;
  /** Days until it is remembered in nine of ten cases only; 0.001 to 36500. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** Answers that counted. */
  readonly reps: number;
  /** Wrong answers to what was known before. */
  readonly lapses: number;
}

/** Right answers in a form of the manifest. What older versions have kept says no more than that. */
export interface TestResult {
  readonly right: number;
  readonly count: number;
  readonly day?: IsoDate;
  /** By item; a skipped one is missing. */
  readonly answers?: Readonly<Record<string, QuizAnswer>>;
}

/** What this device remembers of the quiz: dates, counts and the answers of two tests, nothing about the person. */
export interface QuizDiary {
  readonly items: Readonly<Record<string, Encounter>>;
  readonly tests: { readonly pre?: TestResult; readonly post?: TestResult };
}

export const EMPTY_DIARY: QuizDiary = { items: {}, tests: {} };

/** What older versions have kept, a count and a day, came back after a week. */
const FORMER_SPACING_DAYS = 7;
const MIDDLE_DIFFICULTY = 5;
/** A diary with more entries is not ours. */
const MAX_ITEMS = 2_000;
const MAX_ANSWERS = 100;

/** Items that are due on a day, the oldest first. */
export function dueItems({ items }: QuizDiary, today: IsoDate): readonly string[] {
  const rank = ([id, { due, last }]: readonly [string, Encounter]) => `${due} ${last} ${id}`;
  return Object.entries(items)
    .filter(([, { due }]) => due <= today)
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(([id]) => id);
}

/** Of each form the newest result counts. */
export function withTest(diary: QuizDiary, form: 'pre' | 'post', result: TestResult): QuizDiary {
  return { ...diary, tests: { ...diary.tests, [form]: result } };
}

/**
 * What two tabs remember of the same items: the later answer counts, on the same day the one that comes back
 * earlier. Of the tests the own results count.
 */
export function mergeDiaries(stored: QuizDiary, own: QuizDiary): QuizDiary {
  const both = Object.entries(own.items).map(([id, mine]): readonly [string, Encounter] => {
    const other = encounterOf(stored, id) ?? mine;
    const isMine = mine.last === other.last ? mine.due <= other.due : mine.last > other.last;
    return [id, isMine ? mine : other];
  });
  return {
    items: { ...stored.items, ...Object.fromEntries(both) },
    tests: { ...stored.tests, ...own.tests },
  };
}

/** A diary as it lay in the store: what is missing or wrong in it is left out. */
export function parseDiary(value: unknown): QuizDiary {
  const { items, tests } = fieldsOf(value);
  const entries = Object.entries(fieldsOf(items)).slice(0, MAX_ITEMS);
  const { pre, post } = fieldsOf(tests);
  return {
    items: Object.fromEntries(
      entries.flatMap(([id, entry]) => {
        const encounter = parseEncounter(entry);
        return encounter ? [[id, encounter]] : [];
      }),
    ),
    tests: { ...resultIn('pre', pre), ...resultIn('post', post) },
  };
}

function parseEncounter(value: unknown): Encounter | undefined {
  const { count, last, due, stability, difficulty, reps, lapses } = fieldsOf(value);
  if (!isDay(last)) return undefined;
  if (isWhole(count) && due === undefined)
    return {
      last,
      due: addDays(last, FORMER_SPACING_DAYS),
      stability: FORMER_SPACING_DAYS,
      difficulty: MIDDLE_DIFFICULTY,
      reps: count,
      lapses: 0,
    };
  const isMemory = isWithin(stability, 0.001, 36_500) && isWithin(difficulty, 1, 10);
  return isMemory && isDay(due) && isWhole(reps) && isWhole(lapses)
    ? { last, due, stability, difficulty, reps, lapses }
    : undefined;
}

function resultIn(form: 'pre' | 'post', value: unknown): QuizDiary['tests'] {
  const { right, count, day, answers } = fieldsOf(value);
  const isResult = isWhole(right) && isWhole(count) && right <= count && count > 0;
  if (!isResult) return {};
  const result = { right, count, ...(isDay(day) ? { day } : {}) };
  if (answers === undefined) return { [form]: result };
  const known = Object.entries(fieldsOf(answers)).slice(0, MAX_ANSWERS);
  return {
    [form]: {
      ...result,
      answers: Object.fromEntries(
        known.flatMap(([id, answer]) => {
          const { response, confidence } = fieldsOf(answer);
          const level = CONFIDENCES.find((candidate) => candidate === confidence);
          return level && isResponse(response) ? [[id, { response, confidence: level }]] : [];
        }),
      ),
    },
  };
}

/** Ids come from files: one may be a name that every object has. */
export function encounterOf({ items }: QuizDiary, item: string): Encounter | undefined {
  return Object.hasOwn(items, item) ? items[item] : undefined;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isDay = (value: unknown): value is IsoDate =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const isWithin = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && value >= min && value <= max;
const isText = (value: unknown): value is string => typeof value === 'string';
const isResponse = (value: unknown): value is QuizResponse =>
  isText(value) ||
  typeof value === 'number' ||
  (Array.isArray(value) ? value.every(isText) : Object.values(fieldsOf(value)).some(isText));
