import { describe, expect, test } from 'vitest';
import type { QuizAnswer } from '../../../src/core/quiz/index.ts';
import { tallyOf } from '../../../src/core/quiz/index.ts';
import type { QuizItem } from '../../../src/core/scenario/index.ts';
import { ITEMS, itemOf } from '../../support/quiz-items.ts';

const truth = (key: 'true' | 'false', id: string): QuizItem => ({ ...itemOf('truth'), id, key });
const kind = (key: 'fact' | 'report' | 'claim', id: string): QuizItem => ({ ...itemOf('kind'), id, key });
const sure = (response: string): QuizAnswer => ({ response, confidence: 'sure' });

describe('what came of statements', () => {
  test('a true one that is accepted is a hit, another one a false alarm', () => {
    const items = [
      ...['a', 'b', 'e'].map((id) => truth('true', id)),
      ...['c', 'd'].map((id) => truth('false', id)),
    ];
    const said = {
      a: sure('true'),
      b: sure('false'),
      c: sure('true'),
      d: sure('false'),
      e: sure('true'),
    };
    expect(tallyOf(items, said)).toMatchObject({
      right: 3,
      count: 5,
      hits: 2,
      falseAlarms: 1,
      statements: { true: 3, other: 2 },
    });
  });

  test('what is no fact is accepted only when it is taken for one', () => {
    const items = [kind('fact', 'a'), kind('report', 'b'), kind('claim', 'c')];
    expect(tallyOf(items, { a: sure('fact'), b: sure('claim'), c: sure('fact') })).toMatchObject({
      right: 1,
      hits: 1,
      falseAlarms: 1,
      statements: { true: 1, other: 2 },
    });
  });

  test('what was skipped is neither, and counts as not right', () =>
    expect(tallyOf([truth('true', 'a'), truth('false', 'b')], {})).toEqual({
      right: 0,
      count: 2,
      hits: 0,
      falseAlarms: 0,
      statements: { true: 1, other: 1 },
      sureness: {},
    }));

  test('other questions are right or wrong', () => {
    const others = ITEMS.filter(({ type }) => type !== 'truth' && type !== 'kind');
    const said = Object.fromEntries(
      others.map(({ id, key }) => [id, { response: key, confidence: 'guess' }]),
    );
    expect(tallyOf(others, said as Record<string, QuizAnswer>)).toMatchObject({
      right: others.length,
      hits: 0,
      falseAlarms: 0,
      statements: { true: 0, other: 0 },
    });
  });

  test('how sure the player was is a mean over right, and over wrong answers', () => {
    const items = [truth('true', 'a'), truth('true', 'b'), truth('true', 'c')];
    const said: Record<string, QuizAnswer> = {
      a: { response: 'true', confidence: 'guess' },
      b: { response: 'true', confidence: 'sure' },
      c: { response: 'false', confidence: 'fairly-sure' },
    };
    expect(tallyOf(items, said).sureness).toEqual({ right: 2, wrong: 2 });
    expect(tallyOf(items.slice(0, 1), said).sureness).toEqual({ right: 1 });
  });
});
