import type { PartyId } from '../domain/index.ts';
import { clampTrust, NEUTRAL_TRUST, type Quantities, type RunState } from '../machine/index.ts';
import type { Circumstances } from '../model/index.ts';

/** What a number can be, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Trust and information of every party in all the runs that one state of the search stands for. */
export interface Ranges {
  readonly trust: Readonly<Record<PartyId, Range>>;
  readonly info: Readonly<Record<PartyId, Range>>;
}

/** The exact numbers of a state as ranges. */
export function rangesOf({ context }: RunState): Ranges {
  const points = (numbers: Readonly<Record<PartyId, number>>) =>
    Object.fromEntries(Object.entries(numbers).map(([party, value]) => [party, { min: value, max: value }]));
  return { trust: points(context.trust), info: points(context.info) };
}

/** The smallest ranges that hold both. */
export function joinRanges(a: Ranges, b: Ranges): Ranges {
  const join = (left: Ranges['trust'], right: Ranges['trust']) => {
    const joined: Record<PartyId, Range> = {};
    for (const [party, range] of Object.entries(left)) {
      const other = right[party] ?? range;
      joined[party] = { min: Math.min(range.min, other.min), max: Math.max(range.max, other.max) };
    }
    return joined;
  };
  return { trust: join(a.trust, b.trust), info: join(a.info, b.info) };
}

/** Gates ask for at most so many answers. */
const MAX_ANSWERS = 9;

/** The ranges after a table at which every party may have been asked. */
export function withQuestions({ trust, info }: Ranges): Ranges {
  const asked = Object.entries(info).map(
    ([party, { min, max }]) => [party, { min, max: Math.max(max, MAX_ANSWERS) }] as const,
  );
  return { trust, info: Object.fromEntries(asked) };
}

/** One way in which a step can come out, and the ranges that it leaves. */
export interface Branch<T> {
  readonly result: T;
  readonly ranges: Ranges;
}

/**
 * Runs a step in every way that the ranges allow. Where a question has one answer for the whole
 * range, that answer holds; else both are tried, and each narrows the range to the runs it is true of.
 */
export function allBranches<T>(start: Ranges, step: (quantities: Quantities) => T): readonly Branch<T>[] {
  const branches: Branch<T>[] = [];
  const scripts: (readonly boolean[])[] = [[]];
  for (let script = scripts.pop(); script; script = scripts.pop()) {
    const inquiry = createInquiry(start, script);
    branches.push({ result: step(inquiry.quantities), ranges: inquiry.ranges() });
    const answers = inquiry.answers();
    for (let index = script.length; index < answers.length; index += 1) {
      scripts.push([...answers.slice(0, index), !answers[index]]);
    }
  }
  return branches;
}

function createInquiry(start: Ranges, script: readonly boolean[]) {
  const trust: Record<PartyId, Range> = { ...start.trust };
  const info: Record<PartyId, Range> = { ...start.info };
  const answers: boolean[] = [];
  const verdicts = new Map<string, boolean>();

  const ask = (): boolean => {
    const answer = script[answers.length] ?? true;
    answers.push(answer);
    return answer;
  };
  const isAtLeast = (
    numbers: Record<PartyId, Range>,
    party: PartyId,
    bound: number,
    neutral: number,
  ): boolean => {
    const range = numbers[party] ?? { min: neutral, max: neutral };
    if (range.min >= bound) return true;
    if (range.max < bound) return false;
    const answer = ask();
    numbers[party] = answer ? { ...range, min: bound } : { ...range, max: bound - 1 };
    return answer;
  };
  /**
   * Votes are open both ways: one contract of the search stands for all with the same lines that gates read,
   * and some of them are accepted, some not. What was answered once in a step stays so.
   */
  const isYes = (question: string): boolean => {
    const answer = verdicts.get(question) ?? ask();
    verdicts.set(question, answer);
    return answer;
  };

  const quantities: Quantities = {
    addTrust: (context, party, by) => {
      const range = trust[party] ?? { min: NEUTRAL_TRUST, max: NEUTRAL_TRUST };
      trust[party] = { min: clampTrust(range.min + by), max: clampTrust(range.max + by) };
      verdicts.clear();
      return context;
    },
    addInfo: (context, party, by) => {
      const range = info[party] ?? { min: 0, max: 0 };
      info[party] = { min: range.min + by, max: range.max + by };
      return context;
    },
    isTrustAtLeast: (_, party, bound) => isAtLeast(trust, party, bound, NEUTRAL_TRUST),
    isInfoAtLeast: (_, party, bound) => isAtLeast(info, party, bound, 0),
    isSigned: (_, track, offer, circumstances) => isYes(questionOf('table', track, offer, circumstances)),
    isAcceptable: (_, party, { track, offer }, circumstances) =>
      isYes(questionOf(party, track, offer, circumstances)),
  };
  return { quantities, answers: () => answers, ranges: (): Ranges => ({ trust, info }) };
}

function questionOf(who: string, track: string, offer: object, { phase, hasOwnSuit }: Circumstances) {
  return JSON.stringify([who, track, offer, phase, hasOwnSuit]);
}
