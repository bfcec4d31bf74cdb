// Loaded ahead, so that no test waits for it.
import '../../../../src/client/app/debrief/debrief-work.ts';
import '../../../../src/client/app/round-work.ts';
import { describe, expect, test } from 'vitest';
import type { Game } from '../../../../src/client/app/index.ts';
import { encodeRetest, formsOf, parseRetest } from '../../../../src/core/quiz/retest-code.ts';
import type { Scenario } from '../../../../src/core/scenario/index.ts';
import { wordsFor } from '../../../support/mini-texts.ts';
import { quizScenario } from '../../../support/quiz-items.ts';
import { createWorld, open, playedOut, playOn, settled, started } from '../game-world.ts';

const withTests: Scenario = {
  ...quizScenario,
  manifest: {
    ...quizScenario.manifest,
    tests: { pre: ['i-truth', 'i-kind'], post: ['i-single', 'i-order'] },
  },
  quiz: quizScenario.quiz.map((item) => (item.id === 'i-kind' ? { ...item, objective: 'LO6' } : item)),
};
const scenario: Scenario = { ...withTests, texts: { en: wordsFor(withTests) } };
const world = () => createWorld({ options: { scenario } });

type Intent = Parameters<Game['send']>[0];
async function sendAll(game: Game, ...intents: readonly Intent[]): Promise<void> {
  for (const intent of intents) {
    game.send(intent);
    await settled();
  }
}
const answer = (item: string, response: string, confidence: 'guess' | 'sure' = 'sure'): Intent => ({
  type: 'round.move',
  move: { type: 'answer', item, answer: { response, confidence } },
});
const skip = (item: string): Intent => ({ type: 'round.move', move: { type: 'skip', item } });
const pre: readonly Intent[] = [
  { type: 'round.start', kind: 'pre' },
  answer('i-truth', 'true'),
  answer('i-kind', 'report', 'guess'),
];
const post: readonly Intent[] = [
  { type: 'round.start', kind: 'post' },
  answer('i-single', 'b'),
  skip('i-order'),
];
const back: Intent = { type: 'screen.back' };
const learningOf = (game: Game) => game.view().debrief?.learning;
const debriefed = async (game: Game) => {
  await sendAll(game, { type: 'screen.open', screen: 'debrief' });
  return game;
};

describe('what was learnt', () => {
  test('compares both tests by objective: right, false alarms, how sure', async () => {
    const shared = world();
    const first = await open(shared);
    await sendAll(first, ...pre);
    const game = await debriefed(await playedOut(shared));
    expect(learningOf(game)).toMatchObject({ hasTests: true, pre: { right: 1, count: 2 } });
    expect(learningOf(game)?.post).toBeUndefined();
    await sendAll(game, ...post, back);
    expect(game.view().screen).toBe('debrief');
    expect(learningOf(game)).toMatchObject({
      post: { right: 1, count: 2 },
      objectives: [
        {
          objective: 'LO1',
          pre: { right: 0, count: 1, falseAlarms: 1, sureness: { wrong: 3 } },
          post: { right: 1, count: 2, falseAlarms: 0, sureness: { right: 3 } },
        },
        { objective: 'LO6', pre: { right: 1, count: 1, falseAlarms: 0, sureness: { right: 1 } } },
      ],
    });
    expect(learningOf(game)?.objectives[1]).not.toHaveProperty('post');
  });

  test('lists what was missed in the run and in the tests; only the former is repeated', async () => {
    const shared = world();
    await sendAll(await open(shared), ...pre);
    const game = await started(shared);
    await sendAll(
      game,
      { type: 'scene.continue', scene: 's1-goal' },
      { type: 'quiz.answer', item: 'q1', response: 'b', confidence: 'sure' },
    );
    await debriefed(await playOn(game));
    await sendAll(game, ...post, back);
    const { missed = [], repeat } = learningOf(game) ?? {};
    expect(missed.map(({ from, quiz, due }) => [from, quiz.item, quiz.state, due])).toEqual([
      ['run', 'q1', 'explained', '2026-11-25'],
      ['pre', 'i-truth', 'explained', undefined],
      ['post', 'i-order', 'skipped', undefined],
    ]);
    expect(repeat).toEqual(['q1']);
  });

  test('asks only what this run has shown, and nothing of the tests', async () => {
    const game = await debriefed(await playedOut(world()));
    const { ask = [], facts } = learningOf(game) ?? {};
    const met = new Set(game.view().play?.notebook.facts.map(({ id }) => id));
    expect(facts).toEqual({ met: met.size, all: scenario.facts.length });
    expect(ask.length).toBeGreaterThan(0);
    for (const id of ask) {
      expect(['i-truth', 'i-kind', 'i-single', 'i-order']).not.toContain(id);
      const item = scenario.quiz.find((each) => each.id === id);
      expect(item?.facts.every((fact) => met.has(fact))).toBe(true);
    }
  });

  test('without any test is there all the same', async () => {
    const game = await debriefed(await playedOut(world()));
    expect(learningOf(game)).toMatchObject({ objectives: [], missed: [], repeat: [] });
    expect(learningOf(game)?.code).toBeUndefined();
  });
});

describe('a test after a week', () => {
  const then = {
    forms: formsOf(scenario),
    day: '2026-11-17',
    post: { count: 2, right: 2, hits: 0, falseAlarms: 0 },
  };
  const enter = (code: string | undefined): Intent => ({ type: 'debrief.retest', code: code ?? '' });

  test('has a code after the final test, which says what was right', async () => {
    const game = await debriefed(await playedOut(world()));
    await sendAll(game, ...post, back);
    const { code = '', retestFrom } = learningOf(game) ?? {};
    expect(parseRetest(code)).toMatchObject({
      value: { forms: formsOf(scenario), day: '2026-11-24', post: { count: 2, right: 1 } },
    });
    expect(retestFrom).toBe('2026-12-01');
  });

  test('is compared with the code on any device, as soon as it is done', async () => {
    const game = await debriefed(await playedOut(world()));
    await sendAll(game, enter(encodeRetest(then)?.toLowerCase()));
    expect(learningOf(game)?.retest).toMatchObject({ state: 'known', day: '2026-11-17', post: then.post });
    expect(learningOf(game)?.retest).not.toHaveProperty('now');
    await sendAll(game, ...post, back);
    expect(learningOf(game)?.retest).toMatchObject({ now: { day: '2026-11-24', right: 1, count: 2 } });
  });

  test('is compared in the debrief with a code that was typed in on the page of the quiz', async () => {
    const game = await playedOut(world());
    await sendAll(game, { type: 'round.open' }, { type: 'round.retest', code: encodeRetest(then) ?? '' });
    await sendAll(game, back);
    await debriefed(game);
    expect(learningOf(game)?.retest).toMatchObject({ state: 'known', day: '2026-11-17' });
  });

  test('with a wrong code says what is wrong, and the next one is read', async () => {
    const game = await debriefed(await playedOut(world()));
    const code = encodeRetest(then) ?? '';
    const problemOf = async (text: string) => {
      await sendAll(game, enter(text));
      const { retest } = learningOf(game) ?? {};
      return retest?.state === 'problem' ? [retest.problem, retest.detail] : [];
    };
    expect(await problemOf(`${code}A`)).toEqual(['length', '16']);
    expect(await problemOf(code.replace('-', '?'))).toEqual(['symbol', '?']);
    expect(await problemOf([...code].with(0, code.startsWith('Z') ? 'Y' : 'Z').join(''))).toEqual([
      'typo',
      '',
    ]);
    expect(await problemOf(encodeRetest({ ...then, forms: (then.forms + 1) % 4_096 }) ?? '')).toEqual([
      'forms',
      '',
    ]);
    expect(await problemOf(code)).toEqual([]);
  });

  test('changes nothing on the page as long as nothing is typed in', async () => {
    const game = await debriefed(await playedOut(world()));
    const before = game.view().debrief;
    await sendAll(game, { type: 'notice.close', id: 'none' });
    expect(game.view().debrief).toBe(before);
  });
});
