import { daysBetween, type IsoDate } from '../domain/index.ts';

/** How often and when an item was met: in play or a first round, after the run, and a week later. */
export interface Encounter {
  /** 1 to 3. */
  readonly count: number;
  readonly last: IsoDate;
}

/** Right answers in a form of the manifest. */
export interface TestResult {
  readonly right: number;
  readonly count: number;
}

/** What this device remembers of the quiz: dates and counts, nothing about the person. */
export interface QuizDiary {
  readonly items: Readonly<Record<string, Encounter>>;
  readonly tests: { readonly pre?: TestResult; readonly post?: TestResult };
}

export const EMPTY_DIARY: QuizDiary = { items: {}, tests: {} };

/** Distributed practice: a week between the last two encounters (`negotiation.md` 4.3). */
const SPACING_DAYS = 7;
const LAST_ENCOUNTER = 3;
/** A diary with more entries is not ours. */
const MAX_ITEMS = 2_000;

/** An answer in a run. The same item may come again there, after an undo: that is the same encounter. */
export function meetInRun(diary: QuizDiary, item: string, today: IsoDate): QuizDiary {
  const known = entryOf(diary, item);
  if (known?.last === today) return diary;
  return withEncounter(diary, item, { count: known?.count ?? 1, last: today });
}

/** An answer in a round. The last encounter counts only after a week: else it would not be spaced. */
export function meetInRound(diary: QuizDiary, item: string, today: IsoDate): QuizDiary {
  const known = entryOf(diary, item);
  if (!known) return withEncounter(diary, item, { count: 1, last: today });
  const isSpaced = daysBetween(known.last, today) >= SPACING_DAYS;
  const count = known.count === 1 || isSpaced ? known.count + 1 : known.count;
  return withEncounter(diary, item, { count: Math.min(count, LAST_ENCOUNTER), last: today });
}

/** Items whose next encounter is due: met a week ago or longer, and not yet three times. The oldest first. */
export function dueItems({ items }: QuizDiary, today: IsoDate): readonly string[] {
  return Object.entries(items)
    .filter(([, { count, last }]) => count < LAST_ENCOUNTER && daysBetween(last, today) >= SPACING_DAYS)
    .toSorted(([a, { last: first }], [b, { last: second }]) =>
      first === second ? (a < b ? -1 : 1) : first < second ? -1 : 1,
    )
    .map(([id]) => id);
}

/** Of each form the newest result counts. */
export function withTest(diary: QuizDiary, form: 'pre' | 'post', result: TestResult): QuizDiary {
  return { ...diary, tests: { ...diary.tests, [form]: result } };
}

/** What two tabs remember of the same items, of each the further encounter. Of the tests the own results count. */
export function mergeDiaries(stored: QuizDiary, own: QuizDiary): QuizDiary {
  const both = Object.entries(own.items).map(([id, mine]): readonly [string, Encounter] => {
    const other = entryOf(stored, id) ?? mine;
    const newer = mine.last > other.last ? mine : other;
    return [
      id,
      {
        count: Math.max(mine.count, other.count),
        last: newer.last,
      },
    ];
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
        const { count, last } = fieldsOf(entry);
        const isCount = count === 1 || count === 2 || count === LAST_ENCOUNTER;
        return isCount && isDay(last) ? [[id, { count, last }]] : [];
      }),
    ),
    tests: { ...resultIn('pre', pre), ...resultIn('post', post) },
  };
}

function resultIn(form: 'pre' | 'post', value: unknown): QuizDiary['tests'] {
  const { right, count } = fieldsOf(value);
  const isResult = isWhole(right) && isWhole(count) && right <= count && count > 0;
  return isResult ? { [form]: { right, count } } : {};
}

/** Ids come from files: one may be a name that every object has. */
function entryOf({ items }: QuizDiary, item: string): Encounter | undefined {
  return Object.hasOwn(items, item) ? items[item] : undefined;
}

function withEncounter(diary: QuizDiary, item: string, encounter: Encounter): QuizDiary {
  return { ...diary, items: { ...diary.items, [item]: encounter } };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isDay = (value: unknown): value is IsoDate =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
