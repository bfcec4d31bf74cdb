import { expect, test, vi } from 'vitest';
import type { GameState } from '../../../src/client/app/game-state.ts';
import { createQuizMemory } from '../../../src/client/app/quiz-memory.ts';
import { createMemoryStore } from '../../../src/client/storage/index.ts';
import { success } from '../../../src/core/domain/index.ts';
import { EMPTY_DIARY, type QuizDiary } from '../../../src/core/quiz/index.ts';
import { quizScenario } from '../../support/quiz-items.ts';

const network = vi.hoisted(() => ({ isDown: true }));
vi.mock('../../../src/core/quiz/late.ts', async (original) => {
  const late = await original<typeof import('../../../src/core/quiz/late.ts')>();
  return {
    ...late,
    loadSpacing: () => (network.isDown ? Promise.reject(new Error('offline')) : late.loadSpacing()),
  };
});

test('answers of a run without a network are remembered with the next one, each on its own day', async () => {
  let diary: QuizDiary = EMPTY_DIARY;
  const memory = createQuizMemory({
    scenario: quizScenario,
    ports: {
      store: createMemoryStore(),
      now: () => new Date('2026-11-25'),
      loadLateWords: () => Promise.resolve(),
      randomSeed: () => 1,
    },
    state: () => ({ diary }) as GameState,
    update: (change) => {
      diary = change.diary ?? diary;
    },
    fromStore: async (work) => success(await work),
    reportOnce: () => {},
  });
  const sure = (response: string) => ({ response, confidence: 'sure' }) as const;
  await memory.note({ 'i-truth': sure('false') }, '2026-11-24');
  expect(diary).toEqual(EMPTY_DIARY);
  network.isDown = false;
  await memory.note({ 'i-kind': sure('fact') }, '2026-11-25');
  expect(diary.items).toMatchObject({
    'i-truth': { last: '2026-11-24', reps: 1 },
    'i-kind': { last: '2026-11-25', due: '2026-11-26' },
  });
  await memory.note({ 'i-single': sure('b') }, '2026-11-25');
  expect(diary.items['i-truth']).toMatchObject({ reps: 1 });
});
