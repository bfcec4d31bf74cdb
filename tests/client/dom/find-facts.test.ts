import { describe, expect, test } from 'vitest';
import { spanWords } from '../../../src/client/dom/parts/dates.ts';
import { type FactWish, findFacts } from '../../../src/client/dom/screens/find-facts.ts';
import type { FactView } from '../../../src/core/view-model/index.ts';

const fact = (id: string, date: string, text: string, more: Partial<FactView> = {}): FactView => ({
  id,
  date,
  text,
  mark: 'A',
  kinds: ['DOC'],
  sources: [],
  ...more,
});
const facts = [
  fact('F-CN-01', '2020-08-28', 'A list is published.', { group: 'Beijing' }),
  fact('F-US-05', '2020-08-06', 'An order is signed.', { group: 'Washington' }),
  fact('F-US-20', '2020-09', 'A prohibition is moved.', {
    group: 'Washington',
    kinds: ['STM', 'REP'],
    sources: [
      {
        id: 'S083',
        type: 'N',
        publisher: 'Tehelka',
        title: 'A week more',
        url: 'https://example.org/',
        access: 'archive',
        hasError: false,
      },
    ],
  }),
];
const found = (wish: Partial<FactWish>) =>
  findFacts(facts, { query: '', group: '', kind: '', ...wish }, (span) => spanWords('en', span)).map(
    ({ id }) => id,
  );

describe('the search for facts', () => {
  test('finds all without a wish, in order of their dates', () =>
    expect(found({})).toEqual(['F-US-05', 'F-CN-01', 'F-US-20']));

  test.each([
    ['a word of the text, whatever the case', 'ORDER', ['F-US-05']],
    ['an id', 'f-cn-01', ['F-CN-01']],
    ['a date in words', '28 August', ['F-CN-01']],
    ['a date in digits', '2020-08', ['F-US-05', 'F-CN-01']],
    ['a publisher', 'tehelka', ['F-US-20']],
    ['several words in any order', 'signed washington', ['F-US-05']],
    ['nothing that is not there', 'zzz', []],
  ])('finds %s', (_, query, ids) => expect(found({ query })).toEqual(ids));

  test('narrows by group and by kind, and by all together', () => {
    expect(found({ group: 'Washington' })).toEqual(['F-US-05', 'F-US-20']);
    expect(found({ kind: 'REP' })).toEqual(['F-US-20']);
    expect(found({ group: 'Washington', kind: 'DOC', query: 'moved' })).toEqual([]);
  });
});
