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
export const SPACING_DAYS = 7;
export const LAST_ENCOUNTER = 3;

/** Items whose next encounter is due: met a week ago or longer, and not yet three times. The oldest first. */
export function dueItems({ items }: QuizDiary, today: IsoDate): readonly string[] {
  return Object.entries(items)
    .filter(([, { count, last }]) => count < LAST_ENCOUNTER && daysBetween(last, today) >= SPACING_DAYS)
    .toSorted(([a, { last: first }], [b, { last: second }]) =>
      first === second ? (a < b ? -1 : 1) : first < second ? -1 : 1,
    )
    .map(([id]) => id);
}
