import { expect, test } from 'vitest';
import { EMPTY_OUTBOX, parseOutbox, withCommand, withoutKey } from '../../../src/client/classroom/outbox.ts';

const draw = { type: 'name.draw' } as const;

test('numbers rise above what the room has taken and what was used here', () => {
  const one = withCommand(EMPTY_OUTBOX, draw, 'a', 6);
  const two = withCommand(one, draw, 'b', 0);
  expect(two.waiting.map(({ key, n }) => [key, n])).toEqual([
    ['a', 7],
    ['b', 8],
  ]);
  // What is confirmed keeps its number: it is not used again.
  expect(withCommand(withoutKey(two, 'b'), draw, 'c', 0).waiting.at(-1)?.n).toBe(9);
});

test('a key that is not there changes nothing', () => {
  const one = withCommand(EMPTY_OUTBOX, draw, 'a', 0);
  expect(withoutKey(one, 'b')).toBe(one);
});

test('what was kept is there again; nonsense is nothing', () => {
  const one = withCommand(EMPTY_OUTBOX, draw, 'a', 0);
  expect(parseOutbox(JSON.stringify(one))).toEqual(one);
  for (const text of [
    undefined,
    '',
    '{',
    'null',
    '[]',
    '{"last":"1","waiting":[]}',
    '{"last":1,"waiting":[1]}',
  ])
    expect(parseOutbox(text)).toEqual(EMPTY_OUTBOX);
});
