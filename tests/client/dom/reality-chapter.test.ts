import { describe, expect, test, vi } from 'vitest';
import { RealityChapter } from '../../../src/client/dom/debrief/reality-chapter.tsx';
import type { DebriefView, LaterView, PlayView } from '../../../src/core/view-model/index.ts';
import { drawn, elementsIn, textOf } from '../../support/drawn.ts';

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params?: object) => (params ? `${key} ${JSON.stringify(params)}` : key),
  useDom: () => ({
    view: { language: 'en', library: { facts: [] } },
    icons: { viewBox: '', icons: { 'x-circle': 'cross' } },
    open: () => {},
  }),
}));

const later: LaterView = {
  title: 'Then and now',
  then: '1920',
  now: '1926',
  comparisons: [
    { id: 'law', topic: 'The law', then: [], now: [{ kind: 'fact', fact: 'F-AA-01', number: 1 }] },
  ],
  deal: {
    title: 'The deal',
    name: 'Late',
    moments: [
      { id: 'P1', name: 'spring', date: '1920-04-01', isEndOfRun: false, isAgreed: false },
      { id: 'end', name: 'autumn', date: '1920-10-01', isEndOfRun: true, isAgreed: true },
    ],
    votes: [
      {
        party: 'A',
        name: 'Ann',
        answers: [
          { answer: 'no', points: 50, needed: 60 },
          { answer: 'notAsked', points: 50, needed: 0 },
        ],
      },
    ],
    beside: [{ id: 'own', name: '', isOwn: true }],
    lines: [
      { issue: 'x', name: 'X', value: 'big', others: [{ value: 'big', isSame: true }] },
      { issue: 'y', name: 'Y', value: 'red', others: [{ value: 'blue', isSame: false }] },
    ],
    notes: [],
  },
};

function chapter(more: { readonly later?: LaterView }) {
  const reality = { reality: [], aftermath: [], footnotes: [], ...more };
  return elementsIn(
    drawn(
      RealityChapter({
        debrief: { reality } as Partial<DebriefView> as DebriefView,
        play: {} as PlayView,
      }),
    ),
  );
}

describe('the chapter of what really happened', () => {
  test('without a later settlement draws nothing of it', () =>
    expect(chapter({}).filter(({ tag }) => tag === 'section' || tag === 'table')).toEqual([]));

  test('gives every cell the words of its column, for pages without columns', () => {
    const cells = chapter({ later }).filter(({ tag }) => tag === 'td');
    expect(cells.length).toBe(2 + 2 + 4);
    for (const { props } of cells) expect(props['data-label']).toMatch(/\S/);
  });

  test('says each answer with a word and a sign, and points only where somebody is asked', () => {
    const all = chapter({ later });
    const answers = all.filter(({ props }) => props.class === 'later__answer');
    expect(answers.map(({ props }) => props['data-answer'])).toEqual(['no', 'notAsked', 'no', 'yes']);
    for (const { inside } of answers) expect(textOf(inside)).toContain('debrief.reality.');
    const points = all.filter(({ tag, inside }) => tag === 'small' && /points/.test(textOf(inside)));
    expect(points).toHaveLength(1);
  });

  test('names a line that is the same as such', () => {
    const same = chapter({ later }).filter(({ props }) => props.class === 'later__same');
    expect(same.map(({ inside }) => textOf(inside))).toEqual(['debrief.reality.same']);
  });
});
