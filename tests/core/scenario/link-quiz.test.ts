import { describe, expect, test } from 'vitest';
import {
  linkProblems,
  type QuizItem,
  quizItemSchema,
  type Scenario,
} from '../../../src/core/scenario/index.ts';
import { ITEM_FILES, quizScenario } from '../../support/quiz-items.ts';

const codesOf = (scenario: Scenario) =>
  linkProblems(scenario).flatMap(({ code, file = '' }) =>
    file.startsWith('quiz/i-') || code.startsWith('form-') ? [code] : [],
  );
const withItem = (type: QuizItem['type'], change: object): Scenario => ({
  ...quizScenario,
  quiz: quizScenario.quiz.map((item) =>
    item.id === `i-${type}`
      ? quizItemSchema.parse(JSON.parse(JSON.stringify({ ...ITEM_FILES[type], ...change })))
      : item,
  ),
});
const contract = ITEM_FILES.veto.contract as object;

describe('quiz items', () => {
  test('of every type are in order', () => expect(codesOf(quizScenario)).toEqual([]));

  test.each<readonly [QuizItem['type'], string, object]>([
    ['single', 'unknown-option', { key: 'd' }],
    [
      'single',
      'no-misconception',
      { options: [{ id: 'a' }, { id: 'b' }, { id: 'c', misconception: 'M-x' }] },
    ],
    ['single', 'unknown-topic', { topic: 'weather' }],
    ['single', 'unknown-fact', { facts: ['F-XX-02'] }],
    ['single', 'unknown-calendar', { picture: { timeline: ['CAL.ORDER', 'F.SUE'] } }],
    ['single', 'no-city', { picture: { map: ['M', 'W'] } }],
    ['single', 'unknown-option', { picture: { contract: { track: 'M', offer: { own: 'none' } } } }],
    ['truth', 'no-misconception', { misconception: undefined }],
    ['kind', 'kind-of-fact', { key: 'fact' }],
    ['order', 'order-key', { key: ['z', 'x', 'w'] }],
    ['order', 'unknown-option', { key: ['z', 'x', 'w', 'v'] }],
    ['estimate', 'estimate-range', { key: 101 }],
    ['estimate', 'estimate-range', { tolerance: 50 }],
    ['match', 'match-key', { key: { x: 'r', y: 'p' } }],
    ['match', 'unknown-match-target', { key: { x: 'r', y: 'p', z: 'k' } }],
    ['match', 'match-key', { key: { x: 'r', y: 'p', z: 'p' } }],
    ['veto', 'veto-key', { key: ['M'] }],
    ['veto', 'veto-key', { contract: { ...contract, offer: { own: 'all', algo: 'sell', price: 'low' } } }],
    ['veto', 'veto-voter', { options: [{ id: 'W' }, { id: 'M' }], contract: { ...contract, track: 'S' } }],
    ['veto', 'unknown-phase', { contract: { ...contract, phase: 'P9' } }],
    ['veto', 'broken-structure', { contract: { ...contract, offer: { own: 'part' } } }],
  ])('of type %s: %s', (type, code, change) => {
    expect(codesOf(withItem(type, change))).toContain(code);
  });

  test('need a topic as soon as the scenario has topics', () => {
    const manifest = { ...quizScenario.manifest, topics: ['courts'] };
    expect(codesOf({ ...quizScenario, manifest })).toContain('no-topic');
  });
});

describe('the forms before and after a run', () => {
  const copyOf = (type: QuizItem['type'], id: string, change: object = {}) =>
    quizItemSchema.parse({ ...ITEM_FILES[type], id, ...change });
  const quiz = [
    ...quizScenario.quiz,
    copyOf('truth', 'i-t2', { key: 'true' }),
    copyOf('truth', 'i-t3'),
    copyOf('truth', 'i-t4', { key: 'true' }),
    copyOf('single', 'i-s2'),
    copyOf('single', 'i-s3', { objective: 'LO2' }),
  ];
  const withForms = (pre: string[], post: string[]) =>
    codesOf({ ...quizScenario, quiz, manifest: { ...quizScenario.manifest, tests: { pre, post } } });
  const pre = ['i-truth', 'i-t2', 'i-single'];

  test('are parallel: same objectives, same types, other items, as many true as false', () => {
    expect(withForms(pre, ['i-t3', 'i-t4', 'i-s2'])).toEqual([]);
    expect(withForms([], [])).toEqual([]);
  });

  test.each([
    ['form-shares-item', ['i-t3', 'i-t4', 'i-single']],
    ['form-differs', ['i-t3', 'i-t4', 'i-s3']],
    ['form-differs', ['i-t3', 'i-t4']],
    ['form-balance', ['i-s2']],
  ])('%s', (code, post) => expect(withForms(pre, post)).toContain(code));
});

test.each(['constructor', 'prototype', '__proto__', 'toString', 'hasOwnProperty'])(
  'no id is called "%s"',
  (name) => {
    expect(quizItemSchema.safeParse({ ...ITEM_FILES.truth, id: name }).success).toBe(false);
    expect(
      quizItemSchema.safeParse({ ...ITEM_FILES.truth, id: `${name}s`.replaceAll('_', '') }).success,
    ).toBe(true);
  },
);
