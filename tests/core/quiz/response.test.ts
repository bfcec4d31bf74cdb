import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDice } from '../../../src/core/domain/index.ts';
import { displayOrder, guessResponse, isResponseTo, isRight } from '../../../src/core/quiz/index.ts';
import { quizItemSchema } from '../../../src/core/scenario/index.ts';
import { ITEM_FILES, ITEMS, itemOf } from '../../support/quiz-items.ts';

const items = fc.constantFrom(...ITEMS);
const seeds = fc.nat();
const anything = fc.oneof(
  fc.string(),
  fc.double(),
  fc.array(fc.constantFrom('a', 'x', 'y', 'z', 'w', 'M', 'W', 'B', 'F', 'true')),
  fc.dictionary(fc.constantFrom('x', 'y', 'z', 'a'), fc.constantFrom('p', 'q', 'r', 's', 'nothing')),
);

describe('the answer to a quiz item', () => {
  test('is single where the file names no type, and a bare true is the id of an answer', () => {
    expect(itemOf('single').type).toBe('single');
    expect(itemOf('truth')).toMatchObject({ key: 'false', options: [{ id: 'true' }, { id: 'false' }] });
  });

  test.each(ITEMS.map((item) => [item.type, item] as const))('%s is right when it is the key', (_, item) => {
    expect(isResponseTo(item, item.key)).toBe(true);
    expect(isRight(item, item.key)).toBe(true);
  });

  test.each([
    ['single', 'a', 'wrong'],
    ['single', 'd', 'none'],
    ['truth', 'true', 'wrong'],
    ['truth', 'yes', 'none'],
    ['kind', 'fact', 'wrong'],
    ['order', ['x', 'z', 'w', 'y'], 'wrong'],
    ['order', ['z', 'x', 'w'], 'none'],
    ['order', ['z', 'x', 'w', 'w'], 'none'],
    ['estimate', 45.6, 'right'],
    ['estimate', 45.0, 'right'],
    ['estimate', 45.7, 'wrong'],
    ['estimate', -1, 'none'],
    ['estimate', Number.NaN, 'none'],
    ['match', { x: 'r', y: 'p', z: 's' }, 'wrong'],
    ['match', { x: 'r', y: 'p' }, 'none'],
    ['match', { x: 'r', y: 'p', z: 't' }, 'none'],
    ['match', { x: 'r', y: 'p', z: 'q', w: 's' }, 'none'],
    ['veto', ['W', 'M'], 'right'],
    ['veto', ['M'], 'wrong'],
    ['veto', ['M', 'W', 'B'], 'wrong'],
    ['veto', ['M', 'M'], 'none'],
    ['veto', [], 'none'],
  ] as const)('%s %j is %s', (type, response, expected) => {
    const item = itemOf(type);
    expect([isResponseTo(item, response), isRight(item, response)]).toEqual([
      expected !== 'none',
      expected === 'right',
    ]);
  });

  test('is right only if it is an answer at all, whatever comes in', () => {
    fc.assert(
      fc.property(items, anything, (item, response) => {
        if (isRight(item, response)) expect(isResponseTo(item, response)).toBe(true);
      }),
    );
  });

  test('by chance is always an answer, and now and then right', () => {
    const right = new Set<string>();
    fc.assert(
      fc.property(items, seeds, (item, seed) => {
        const dice = createDice(seed);
        const response = guessResponse(item, (count) => dice.nextIndex(count));
        expect(isResponseTo(item, response)).toBe(true);
        if (isRight(item, response)) right.add(item.type);
      }),
      { numRuns: 3000 },
    );
    expect(right.size).toBeGreaterThanOrEqual(6);
  });

  test('needs every part of the key: a change of one part is wrong', () => {
    const { options, key } = itemOf('match');
    for (const { id } of options) expect(isRight(itemOf('match'), { ...key, [id]: 's' })).toBe(false);
    const order = itemOf('order');
    for (const place of [0, 1, 2]) {
      const swapped = order.key.with(place, order.key[place + 1]!).with(place + 1, order.key[place]!);
      expect(isRight(order, swapped)).toBe(false);
    }
  });
});

describe('the order of display', () => {
  test('holds every id once, is the same for a seed, and never gives the answer away', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const order = displayOrder(itemOf('order'), `${seed}`);
        expect(order.toSorted()).toEqual(['w', 'x', 'y', 'z']);
        expect(order).toEqual(displayOrder(itemOf('order'), `${seed}`));
        expect(order).not.toEqual(itemOf('order').key);
        expect(displayOrder(itemOf('match'), `${seed}`).toSorted()).toEqual(['p', 'q', 'r', 's']);
      }),
    );
  });

  test('favours none: targets come first about equally often', () => {
    const first = Array.from({ length: 4000 }, (_, seed) => displayOrder(itemOf('match'), `${seed}`)[0]);
    for (const id of ['p', 'q', 'r', 's']) {
      const count = first.filter((other) => other === id).length;
      expect(count).toBeGreaterThan(900);
      expect(count).toBeLessThan(1100);
    }
  });
});

test.each([
  ['an unknown type', { ...ITEM_FILES.single, type: 'essay' }],
  ['two options', { ...ITEM_FILES.single, options: [{ id: 'a' }, { id: 'b' }] }],
  ['options of an estimate', { ...ITEM_FILES.estimate, options: [] }],
  ['a fourth kind of statement', { ...ITEM_FILES.kind, key: 'rumour' }],
  [
    'a picture of two sorts',
    { ...ITEM_FILES.single, picture: { map: ['M', 'W'], timeline: ['A.B', 'A.C'] } },
  ],
])('the schema refuses %s', (_, file) => {
  expect(quizItemSchema.safeParse(file).success).toBe(false);
});
