import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/core/domain/index.ts';
import {
  CONFIDENCES,
  type Confidence,
  dueItems,
  EMPTY_DIARY,
  mergeDiaries,
  parseDiary,
  type QuizDiary,
  withTest,
} from '../../../src/core/quiz/index.ts';
import { meetItem } from '../../../src/core/quiz/spacing.ts';
import { ITEMS, itemOf } from '../../support/quiz-items.ts';

const item = itemOf('single');
const other = itemOf('truth');
const START = '2030-01-01';

/** The diary after an answer to the item, right or wrong. */
function answered(
  diary: QuizDiary,
  today: string,
  { isRight = true, confidence = 'fairly-sure' as Confidence, of = item as typeof item | typeof other } = {},
): QuizDiary {
  const response = isRight ? of.key : (of.options.find(({ id }) => id !== of.key)?.id ?? '');
  return meetItem(diary, of, { answer: { response, confidence }, today });
}
const entryOf = (diary: QuizDiary) => diary.items[item.id]!;
const old = (last: string) => parseDiary({ items: { [item.id]: { count: 2, last } } });
const day = fc.nat(2_000).map((days) => addDays(START, days));
const reply = fc.record({ isRight: fc.boolean(), confidence: fc.constantFrom(...CONFIDENCES), day });
const diaries = fc
  .array(fc.tuple(fc.constantFrom(item, other), reply), { maxLength: 12 })
  .map((replies) =>
    replies
      .toSorted(([, a], [, b]) => (a.day < b.day ? -1 : 1))
      .reduce((diary, [of, given]) => answered(diary, given.day, { ...given, of }), EMPTY_DIARY),
  );

describe('an item comes back', () => {
  test('the later the surer a right answer was, and a wrong one the soonest', () => {
    for (const before of [EMPTY_DIARY, old('2029-12-20')]) {
      const dueAfter = (isRight: boolean, confidence: Confidence) =>
        daysBetween(START, entryOf(answered(before, START, { isRight, confidence })).due);
      const right = CONFIDENCES.map((confidence) => dueAfter(true, confidence));
      expect(right).toEqual([...new Set(right)].toSorted((a, b) => a - b));
      for (const confidence of CONFIDENCES) {
        expect(dueAfter(false, confidence)).toBeLessThan(right[0]!);
        expect(dueAfter(false, confidence)).toBeGreaterThanOrEqual(1);
      }
    }
  });

  test('after ever longer times while it is remembered, and never on the day of the answer', () => {
    let diary = answered(EMPTY_DIARY, START);
    let spacing = 0;
    for (let time = 0; time < 6; time += 1) {
      const { last, due } = entryOf(diary);
      expect(daysBetween(last, due)).toBeGreaterThan(spacing);
      spacing = daysBetween(last, due);
      expect(dueItems(diary, addDays(due, -1))).toEqual([]);
      expect(dueItems(diary, due)).toEqual([item.id]);
      diary = answered(diary, due);
    }
    expect(entryOf(diary)).toMatchObject({ reps: 7, lapses: 0 });
  });

  test('as the first answer of a day says, unless it was forgotten again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONFIDENCES), fc.constantFrom(...CONFIDENCES), (first, second) => {
        const once = answered(EMPTY_DIARY, START, { confidence: first });
        expect(answered(once, START, { confidence: second })).toBe(once);
        // A clock that was set back is the same day.
        expect(answered(once, '2029-12-24', { confidence: second })).toBe(once);
        const wrong = answered(once, START, { isRight: false, confidence: second });
        expect(entryOf(wrong).due < entryOf(once).due).toBe(true);
        expect(entryOf(wrong)).toMatchObject({ last: START, lapses: 1 });
        expect(answered(wrong, START)).toBe(wrong);
      }),
    );
  });

  test('whatever was answered when, and all of it can be stored', () => {
    fc.assert(
      fc.property(diaries, (diary) => {
        expect(parseDiary(JSON.parse(JSON.stringify(diary)))).toEqual(diary);
        for (const { last, due } of Object.values(diary.items)) expect(due > last).toBe(true);
      }),
    );
  });

  test('in the order in which it became due', () => {
    let diary = answered(EMPTY_DIARY, '2030-01-02', { isRight: false, of: other });
    diary = answered(diary, START, { confidence: 'sure' });
    expect(dueItems(diary, '2030-02-01')).toEqual([other.id, item.id]);
  });

  test('by its own name, though every object has one like it', () => {
    for (const id of ['constructor', 'toString'])
      expect(
        meetItem(
          EMPTY_DIARY,
          { ...item, id },
          { answer: { response: 'b', confidence: 'sure' }, today: START },
        ).items[id],
      ).toMatchObject({ last: START, reps: 1 });
  });

  test('of every kind of question', () => {
    const diary = ITEMS.reduce(
      (before, each) =>
        meetItem(before, each, { answer: { response: each.key, confidence: 'sure' }, today: START }),
      EMPTY_DIARY,
    );
    expect(new Set(Object.values(diary.items).map(({ due }) => due)).size).toBe(1);
    expect(Object.keys(diary.items)).toHaveLength(ITEMS.length);
  });
});

describe('a diary from the store', () => {
  test('is the same when it is whole', () => {
    const diary = withTest(answered(EMPTY_DIARY, START), 'pre', {
      right: 3,
      count: 6,
      day: START,
      answers: {
        q1: { response: 'a', confidence: 'guess' },
        q2: { response: ['a', 'b'], confidence: 'sure' },
        q3: { response: { a: 'b' }, confidence: 'fairly-sure' },
        q4: { response: 4.5, confidence: 'sure' },
      },
    });
    expect(parseDiary(JSON.parse(JSON.stringify(diary)))).toEqual(diary);
  });

  test('of an older version comes back a week after the last day, and goes on from there', () => {
    const diary = old('2029-12-25');
    expect(dueItems(diary, '2029-12-31')).toEqual([]);
    expect(dueItems(diary, '2030-01-01')).toEqual([item.id]);
    const { due } = entryOf(answered(diary, '2030-01-01'));
    expect(daysBetween('2030-01-01', due)).toBeGreaterThan(7);
  });

  test.each([undefined, null, 7, 'x', [], { items: [] }, { items: { q1: null }, tests: 3 }])(
    'is empty when it holds nothing of use: %j',
    (value) => expect(parseDiary(value)).toEqual(EMPTY_DIARY),
  );

  test('loses only what is wrong in it', () => {
    const good = { last: START, due: '2030-01-09', stability: 8, difficulty: 5, reps: 1, lapses: 0 };
    const value = {
      items: {
        q1: good,
        q2: { ...good, stability: 0 },
        q3: { count: 1, last: 'x' },
        q4: { ...good, difficulty: Number.NaN },
        q5: { ...good, due: '2030-1-9' },
        q6: { ...good, lapses: -1 },
      },
      tests: {
        pre: { right: 7, count: 6 },
        post: {
          right: 1,
          count: 6,
          day: 'today',
          answers: { q1: { response: null, confidence: 'sure' }, q2: { response: 'a', confidence: 'very' } },
        },
      },
      name: 'somebody',
    };
    expect(parseDiary(value)).toEqual({
      items: { q1: good },
      tests: { post: { right: 1, count: 6, answers: {} } },
    });
  });

  test('never stops the game, whatever lies there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('items', 'tests'), fc.jsonValue()), (value) => {
        const diary = parseDiary(value);
        answered(diary, START);
        dueItems(diary, START);
      }),
    );
    const entry = fc.record({
      last: fc.constantFrom('2029-01-01', '9999-12-31', '0001-01-01'),
      due: fc.constantFrom('2029-01-02', '9999-12-31', '0001-01-01'),
      stability: fc.double({ min: -1, max: 40_000 }),
      difficulty: fc.double({ min: 0, max: 11 }),
      reps: fc.integer({ min: -1 }),
      lapses: fc.integer({ min: -1 }),
    });
    fc.assert(
      fc.property(entry, fc.boolean(), (value, isRight) => {
        answered(parseDiary({ items: { [item.id]: value } }), START, { isRight });
      }),
    );
  });
});

describe('of two diaries', () => {
  const at = (last: string, due: string) => ({ last, due, stability: 3, difficulty: 5, reps: 1, lapses: 0 });

  test('the later answer counts, on one day the item that is due earlier, and the own test results', () => {
    const stored: QuizDiary = {
      items: { q1: at(START, '2030-01-09'), q2: at('2030-01-09', '2030-01-12'), q4: at(START, '2030-01-02') },
      tests: { pre: { right: 1, count: 6 }, post: { right: 2, count: 6 } },
    };
    const own: QuizDiary = {
      items: { q1: at('2030-01-05', '2030-01-08'), q3: at(START, '2030-01-04'), q4: at(START, '2030-01-04') },
      tests: { post: { right: 5, count: 6 } },
    };
    expect(mergeDiaries(stored, own)).toEqual({
      items: { q1: own.items.q1, q2: stored.items.q2, q3: own.items.q3, q4: stored.items.q4 },
      tests: { pre: { right: 1, count: 6 }, post: { right: 5, count: 6 } },
    });
  });

  test('it does not matter which tab writes first', () => {
    fc.assert(
      fc.property(diaries, diaries, (one, two) => {
        const key = ({ items }: QuizDiary) =>
          Object.entries(items)
            .map(([id, { last, due }]) => `${id} ${last} ${due}`)
            .toSorted();
        expect(key(mergeDiaries(one, two))).toEqual(key(mergeDiaries(two, one)));
        expect(mergeDiaries(one, one)).toEqual(one);
      }),
    );
  });
});
