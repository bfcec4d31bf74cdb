import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { RoundScreen } from '../../../src/client/dom/quiz/round-screen.tsx';
import { createTranslator } from '../../../src/core/i18n/index.ts';
import type { RoundView } from '../../../src/core/view-model/index.ts';
import { drawn, textOf } from '../../support/drawn.ts';

type Params = Readonly<Record<string, string | number>>;
const page = vi.hoisted(() => ({ translate: (key: string, _params?: Params) => key }));

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params?: Params) => page.translate(key, params),
  useDom: () => ({ view: { language: 'en', library: { facts: [], terms: [] } }, send: () => {} }),
}));
vi.mock('../../../src/client/dom/parts/art.tsx', () => ({ Icon: () => null, Figure: () => null }));
vi.mock('preact/hooks', () => ({
  useState: (first: unknown) => [typeof first === 'function' ? first() : first, () => {}],
  useLayoutEffect: () => {},
  useEffect: () => {},
  useId: () => 'id',
  useRef: () => ({ current: null }),
}));

/** An open question, as it is asked at first. */
function asked(isTest: boolean, kind: 'choice' | 'order', language = 'en'): string {
  const url = new URL(`../../../assets/messages/${language}.json`, import.meta.url);
  const translate = createTranslator(language, JSON.parse(readFileSync(url, 'utf8')));
  page.translate = (key, params) => translate({ key, ...(params ? { params } : {}) });
  const options = ['One', 'Two'].map((text) => ({ id: text, text: [{ kind: 'text', text }] }));
  const round = {
    stage: 'question',
    kind: isTest ? 'pre' : 'again',
    isTest,
    number: 1,
    count: 6,
    footnotes: [],
    quiz: {
      item: 'q',
      type: 'single',
      stem: [],
      task: { kind, options },
      state: 'question',
      facts: [],
      history: [],
    },
  } as unknown as RoundView;
  return textOf(drawn(RoundScreen({ round })));
}

test.each(['de', 'en'])('a test promises no solution before its end (%s)', (language) => {
  const then = /Dann siehst du die Lösung|Then you see the solution/;
  expect(asked(true, 'choice', language)).not.toMatch(then);
  expect(asked(true, 'choice', language)).toMatch(/erst am Ende\.|only at the end\./);
  expect(asked(false, 'choice', language)).toMatch(then);
});

test('an answer in a test is handed in, elsewhere it is checked', () => {
  expect(asked(true, 'order')).toContain('Hand in answer');
  expect(asked(false, 'order')).not.toContain('Hand in');
});
