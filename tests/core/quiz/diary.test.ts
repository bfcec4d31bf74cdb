import { describe, expect, test } from 'vitest';
import {
  dueItems,
  EMPTY_DIARY,
  meetInRound,
  meetInRun,
  mergeDiaries,
  parseDiary,
  type QuizDiary,
  withTest,
} from '../../../src/core/quiz/index.ts';

const entryOf = (diary: QuizDiary) => diary.items.q1;

describe('an item', () => {
  test('is met in play, after the run, and a week later; then it is done', () => {
    const played = meetInRun(EMPTY_DIARY, 'q1', '2030-01-01');
    expect(meetInRun(played, 'q1', '2030-01-01')).toBe(played);
    const repeated = meetInRound(played, 'q1', '2030-01-01');
    expect(entryOf(repeated)).toEqual({ count: 2, last: '2030-01-01' });
    expect(dueItems(repeated, '2030-01-07')).toEqual([]);
    expect(dueItems(repeated, '2030-01-08')).toEqual(['q1']);
    const done = meetInRound(repeated, 'q1', '2030-01-08');
    expect(entryOf(done)).toEqual({ count: 3, last: '2030-01-08' });
    expect(dueItems(done, '2031-01-01')).toEqual([]);
  });

  test('that comes again too soon starts its week anew', () => {
    const twice = meetInRound(meetInRun(EMPTY_DIARY, 'q1', '2030-01-01'), 'q1', '2030-01-02');
    const soon = meetInRound(twice, 'q1', '2030-01-05');
    expect(entryOf(soon)).toEqual({ count: 2, last: '2030-01-05' });
    expect(dueItems(soon, '2030-01-09')).toEqual([]);
  });

  test('that was never repeated is due after a week too, the oldest first', () => {
    let diary = meetInRun(EMPTY_DIARY, 'q2', '2030-01-02');
    diary = meetInRound(diary, 'q1', '2030-01-01');
    expect(dueItems(diary, '2030-02-01')).toEqual(['q1', 'q2']);
  });
});

describe('a diary from the store', () => {
  test('is the same when it is whole', () => {
    const diary = withTest(meetInRun(EMPTY_DIARY, 'q1', '2030-01-01'), 'pre', { right: 3, count: 6 });
    expect(parseDiary(JSON.parse(JSON.stringify(diary)))).toEqual(diary);
  });

  test.each([undefined, null, 7, 'x', [], { items: [] }, { items: { q1: null }, tests: 3 }])(
    'is empty when it holds nothing of use: %j',
    (value) => expect(parseDiary(value)).toEqual(EMPTY_DIARY),
  );

  test('loses only what is wrong in it', () => {
    const value = {
      items: {
        q1: { count: 1, last: '2030-01-01' },
        q2: { count: 9, last: '2030-01-01' },
        q3: { count: 1, last: 'x' },
      },
      tests: { pre: { right: 7, count: 6 }, post: { right: 1, count: 6 } },
      name: 'somebody',
    };
    expect(parseDiary(value)).toEqual({
      items: { q1: { count: 1, last: '2030-01-01' } },
      tests: { post: { right: 1, count: 6 } },
    });
  });
});

test('an item whose name every object has was not met before', () => {
  for (const name of ['constructor', 'toString']) {
    expect(meetInRun(EMPTY_DIARY, name, '2030-01-01').items[name]).toEqual({ count: 1, last: '2030-01-01' });
    expect(meetInRound(EMPTY_DIARY, name, '2030-01-01').items[name]).toEqual({
      count: 1,
      last: '2030-01-01',
    });
  }
});

test('of two diaries the further encounter and the later day count, and the own test results', () => {
  const stored: QuizDiary = {
    items: { q1: { count: 3, last: '2030-01-01' }, q2: { count: 1, last: '2030-01-09' } },
    tests: { pre: { right: 1, count: 6 }, post: { right: 2, count: 6 } },
  };
  const own: QuizDiary = {
    items: { q1: { count: 1, last: '2030-01-05' }, q3: { count: 1, last: '2030-01-05' } },
    tests: { post: { right: 5, count: 6 } },
  };
  expect(mergeDiaries(stored, own)).toEqual({
    items: {
      q1: { count: 3, last: '2030-01-05' },
      q2: { count: 1, last: '2030-01-09' },
      q3: { count: 1, last: '2030-01-05' },
    },
    tests: { pre: { right: 1, count: 6 }, post: { right: 5, count: 6 } },
  });
});
