import type { QuizItem } from '../scenario/index.ts';
import { CONFIDENCES, isRight, type QuizAnswer } from './response.ts';

/**
 * What came of some items. Questions that show a statement are read as in signal detection: what is true may be
 * accepted (a hit), and so may what is not (a false alarm).
 */
export interface Tally {
  readonly right: number;
  readonly count: number;
  /** True statements that were accepted, of `statements.true`. */
  readonly hits: number;
  /** Other statements that were accepted, of `statements.other`. */
  readonly falseAlarms: number;
  readonly statements: { readonly true: number; readonly other: number };
  /** Mean of 1 (guessed) to 3 (sure) over right and over wrong answers; missing where there were none. */
  readonly sureness: { readonly right?: number; readonly wrong?: number };
}

/** What it means to accept a statement, by the type that shows one: it is true, it is an established fact. */
const ACCEPTED: Readonly<Partial<Record<QuizItem['type'], string>>> = { truth: 'true', kind: 'fact' };

export function tallyOf(items: readonly QuizItem[], answers: Readonly<Record<string, QuizAnswer>>): Tally {
  const all = items.map((item) => {
    const answer = answers[item.id];
    const accepting = ACCEPTED[item.type];
    return {
      isRight: answer !== undefined && isRight(item, answer.response),
      sureness: answer && CONFIDENCES.indexOf(answer.confidence) + 1,
      isStatement: accepting !== undefined,
      isTrue: accepting !== undefined && item.key === accepting,
      isAccepted: accepting !== undefined && answer?.response === accepting,
    };
  });
  const statements = all.filter(({ isStatement }) => isStatement);
  const mean = (isForRight: boolean) => {
    const list = all.flatMap((each) =>
      each.isRight === isForRight && each.sureness !== undefined ? [each.sureness] : [],
    );
    return list.length === 0 ? undefined : list.reduce((sum, value) => sum + value, 0) / list.length;
  };
  const [right, wrong] = [mean(true), mean(false)];
  const count = <T>(list: readonly T[], isIt: (each: T) => boolean) => list.filter(isIt).length;
  return {
    right: count(all, (each) => each.isRight),
    count: all.length,
    hits: count(statements, ({ isTrue, isAccepted }) => isTrue && isAccepted),
    falseAlarms: count(statements, ({ isTrue, isAccepted }) => !isTrue && isAccepted),
    statements: {
      true: count(statements, ({ isTrue }) => isTrue),
      other: count(statements, ({ isTrue }) => !isTrue),
    },
    sureness: {
      ...(right === undefined ? {} : { right }),
      ...(wrong === undefined ? {} : { wrong }),
    },
  };
}
