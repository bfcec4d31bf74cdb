import { type QuizItem, quizItemSchema, type Scenario } from '../../src/core/scenario/index.ts';
import { miniScenario } from './mini-scenario.ts';

const shared = { objective: 'LO1', bloom: 'remember', facts: ['F-XX-01'] };
const options = (...ids: string[]) => ids.map((id) => ({ id, misconception: 'M-test' }));

/** One item of every type, as its author writes it. At the table of M both M and W refuse this contract. */
export const ITEM_FILES: Readonly<Record<QuizItem['type'], Record<string, unknown>>> = {
  single: { ...shared, id: 'i-single', options: options('a', 'b', 'c'), key: 'b' },
  truth: {
    ...shared,
    id: 'i-truth',
    type: 'truth',
    options: [{ id: true }, { id: false }],
    key: false,
    misconception: 'M-test',
  },
  kind: {
    ...shared,
    id: 'i-kind',
    type: 'kind',
    options: [{ id: 'fact' }, { id: 'report' }, { id: 'claim' }],
    key: 'report',
  },
  order: {
    ...shared,
    id: 'i-order',
    type: 'order',
    options: options('x', 'y', 'z', 'w'),
    key: ['z', 'x', 'w', 'y'],
  },
  estimate: {
    ...shared,
    id: 'i-estimate',
    type: 'estimate',
    range: { min: 0, max: 100, step: 0.1 },
    key: 45.3,
    tolerance: 0.3,
  },
  match: {
    ...shared,
    id: 'i-match',
    type: 'match',
    options: options('x', 'y', 'z'),
    targets: ['p', 'q', 'r', 's'],
    key: { x: 'r', y: 'p', z: 'q' },
  },
  veto: {
    ...shared,
    id: 'i-veto',
    type: 'veto',
    contract: {
      track: 'M',
      phase: 'P1',
      hasOwnSuit: false,
      offer: { own: 'part', algo: 'keep', price: 'high' },
    },
    options: [{ id: 'M' }, { id: 'W' }, { id: 'B' }, { id: 'F' }],
    key: ['M', 'W'],
  },
};

export const ITEMS: readonly QuizItem[] = Object.values(ITEM_FILES).map((file) => quizItemSchema.parse(file));

export function itemOf<T extends QuizItem['type']>(type: T): Extract<QuizItem, { readonly type: T }> {
  return ITEMS.find((item) => item.type === type) as Extract<QuizItem, { readonly type: T }>;
}

const FACT = { id: 'F-XX-01', mark: 'A', kinds: ['REP'], date: '2030', sources: [] } as const;

/** The mini scenario with one item of every type; the story asks the first two as before. */
export const quizScenario: Scenario = {
  ...miniScenario,
  facts: [{ ...FACT, kinds: [...FACT.kinds], sources: [] }],
  quiz: [...miniScenario.quiz, ...ITEMS],
};
