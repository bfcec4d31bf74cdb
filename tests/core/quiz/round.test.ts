import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceOf,
  EMPTY_DIARY,
  normalisedGain,
  type QuizAnswer,
  type Round,
  type RoundKind,
  startRound,
  stepRound,
  toRepeat,
  wrongItems,
} from '../../../src/core/quiz/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { ITEMS, itemOf, quizScenario } from '../../support/quiz-items.ts';

const ids = ITEMS.map(({ id }) => id);
const sure = (response: QuizAnswer['response']): QuizAnswer => ({ response, confidence: 'sure' });
const begin = (kind: RoundKind, items: readonly string[] = ['i-single', 'i-truth']): Round =>
  startRound(kind, items, 1)!;
const answer = (round: Round, item: string, response: QuizAnswer['response']) =>
  stepRound(quizScenario, round, { type: 'answer', item, answer: sure(response) });

describe('a round', () => {
  test('goes question, explanation, next, review', () => {
    const explained = answer(begin('free'), 'i-single', 'a')!;
    expect(explained).toMatchObject({ stage: 'explained', place: 0 });
    const second = stepRound(quizScenario, explained, { type: 'next' })!;
    expect(second).toMatchObject({ stage: 'question', place: 1 });
    const skipped = stepRound(quizScenario, second, { type: 'skip', item: 'i-truth' })!;
    const review = stepRound(quizScenario, skipped, { type: 'next' })!;
    expect(review).toMatchObject({ stage: 'review', place: 2 });
    expect(wrongItems(quizScenario, review)).toEqual(['i-single', 'i-truth']);
  });

  test('of a test explains nothing before its end', () => {
    const second = answer(begin('pre'), 'i-single', 'b')!;
    expect(second).toMatchObject({ stage: 'question', place: 1 });
    const review = answer(second, 'i-truth', 'false')!;
    expect(review.stage).toBe('review');
    expect(wrongItems(quizScenario, review)).toEqual([]);
  });

  test('takes nothing that is late, doubled, or no answer to the item', () => {
    const explained = answer(begin('free'), 'i-single', 'b')!;
    expect(answer(explained, 'i-single', 'a')).toBeUndefined();
    expect(answer(begin('free'), 'i-truth', 'true')).toBeUndefined();
    expect(answer(begin('free'), 'i-single', 'z')).toBeUndefined();
    expect(stepRound(quizScenario, begin('free'), { type: 'next' })).toBeUndefined();
    expect(startRound('free', [], 1)).toBeUndefined();
  });

  test('ends after exactly one turn for each item, whatever is done', () => {
    fc.assert(
      fc.property(fc.constantFrom<RoundKind>('free', 'pre', 'due'), fc.array(fc.boolean()), (kind, turns) => {
        let round = begin(kind, ids);
        for (let step = 0; round.stage !== 'review'; step += 1) {
          const item = ITEMS.find(({ id }) => id === round.items[round.place]);
          const next =
            round.stage === 'explained'
              ? stepRound(quizScenario, round, { type: 'next' })
              : turns[step] && item
                ? answer(round, item.id, item.key)
                : stepRound(quizScenario, round, { type: 'skip', item: item?.id ?? '' });
          expect(next).toBeDefined();
          round = next!;
        }
        const right = Object.keys(round.answers);
        expect(wrongItems(quizScenario, round)).toEqual(ids.filter((id) => !right.includes(id)));
      }),
    );
  });
});

describe('the items of a round', () => {
  const scenario: Scenario = {
    ...quizScenario,
    manifest: {
      ...quizScenario.manifest,
      topics: ['law', 'trade'],
      tests: { pre: ['i-truth'], post: ['i-kind'] },
    },
    quiz: ITEMS.map((item, index) => ({ ...item, topic: index % 2 === 0 ? 'law' : 'trade' })),
  };
  const choose = (choice: Parameters<typeof choiceOf>[1], seed = 1) =>
    choiceOf(scenario, choice, { seed, diary: EMPTY_DIARY, today: '2030-01-01' });

  test('are drawn by seed among the topics, and never from the tests', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const all = choose({ kind: 'free' }, seed);
        expect(all.toSorted()).toEqual(ids.filter((id) => id !== 'i-truth' && id !== 'i-kind').toSorted());
        expect(choose({ kind: 'free' }, seed)).toEqual(all);
        const some = choose({ kind: 'free', topics: ['trade'], length: 2 }, seed);
        expect(some.length).toBeLessThanOrEqual(2);
        for (const id of some)
          expect(scenario.quiz.find((item) => item.id === id)).toMatchObject({ topic: 'trade' });
      }),
    );
    expect(new Set(Array.from({ length: 50 }, (_, seed) => choose({ kind: 'free' }, seed)[0])).size).toBe(5);
  });

  test('are the form of a test, as it stands there', () => {
    expect(choose({ kind: 'pre' })).toEqual(['i-truth']);
    expect(choose({ kind: 'post' })).toEqual(['i-kind']);
  });

  test('repeat what was asked for, as far as it is still there', () =>
    expect(choose({ kind: 'again', items: ['i-veto', 'gone', 'i-order'] })).toEqual(['i-veto', 'i-order']));

  test('about sources are those of the topic, or of the objective where there is none', () => {
    expect(choose({ kind: 'sources' })).toEqual([]);
    const lo6 = scenario.quiz.map((item) => ({ ...item, objective: 'LO6' }));
    const of = (change: Partial<Scenario['manifest']>, quiz = lo6) =>
      choiceOf(
        { ...scenario, quiz, manifest: { ...scenario.manifest, ...change } },
        { kind: 'sources' },
        { seed: 1, diary: EMPTY_DIARY, today: '2030-01-01' },
      );
    expect(of({})).toEqual(['i-single']);
    const filed = lo6.map((item) => (item.id === 'i-order' ? { ...item, topic: 'sources' } : item));
    expect(of({ topics: ['sources'] }, filed)).toEqual(['i-order']);
  });
});

test('what is repeated after a run: sure and wrong first, right and sure last', () => {
  const answers: Record<string, QuizAnswer> = {
    'i-single': { response: 'b', confidence: 'guess' },
    'i-truth': { response: 'true', confidence: 'guess' },
    'i-kind': { response: 'fact', confidence: 'sure' },
    'i-veto': { response: itemOf('veto').key, confidence: 'sure' },
  };
  expect(toRepeat(quizScenario.quiz, answers, 6)).toEqual(['i-kind', 'i-truth', 'i-single', 'i-veto']);
  expect(toRepeat(quizScenario.quiz, answers, 2)).toEqual(['i-kind', 'i-truth']);
});

test.each([
  [2, 4, 0.5],
  [2, 2, 0],
  [4, 3, -0.5],
  [6, 6, undefined],
])('from %i to %i of 6 is a gain of %s', (pre, post, gain) => {
  expect(normalisedGain({ right: pre, count: 6 }, { right: post, count: 6 })).toBe(gain);
});
