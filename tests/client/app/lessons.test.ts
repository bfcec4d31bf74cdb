import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Game } from '../../../src/client/app/index.ts';
import type { Lessons } from '../../../src/core/scenario/index.ts';
import { readClock } from '../../../src/core/view-model/index.ts';
import { createHistory, createWorld, noticeIds, open, type World } from './game-world.ts';

const words = { title: 'Go', teacher: 'Ask.', pupils: 'Tell.', short: 'Skip.' };
const lessons: Lessons = {
  scenario: 'mini',
  plans: [
    {
      id: 'short',
      mode: 'solo',
      minutes: 45,
      objectives: ['LO1'],
      materials: [],
      phases: [
        { id: 'open', kind: 'open', minutes: 5, scenes: [] },
        { id: 'play', kind: 'play', minutes: 40, scenes: [] },
      ],
    },
  ],
  texts: {
    en: {
      plans: { short: { title: 'Short', goal: 'All know.', phases: { open: words, play: words } } },
      objectives: { LO1: 'know' },
      materials: {},
      prompts: {},
    },
  },
};
const answer = (value: unknown, ok = true) => ({ ok, status: ok ? 200 : 404, json: async () => value });
let fetched = vi.fn();
beforeEach(() => {
  fetched = vi.fn(async (_address: string) => answer(lessons));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => void vi.unstubAllGlobals());

async function planned(world: World = createWorld()): Promise<Game> {
  const game = await open(world);
  game.send({ type: 'screen.open', screen: 'class-plan' });
  await vi.waitFor(() => expect(game.view().screen).toBe('class-plan'));
  return game;
}
const clockOf = (game: Game) => game.view().lessons?.clock;

describe('the page of the lesson plans', () => {
  test('fetches them when it is opened, once, and not before', async () => {
    const game = await open(createWorld());
    expect(fetched).not.toHaveBeenCalled();
    game.send({ type: 'screen.open', screen: 'class-plan' });
    await vi.waitFor(() => expect(game.view().screen).toBe('class-plan'));
    expect(fetched.mock.calls).toEqual([['/scenarios/mini.lessons.json']]);
    expect(game.view().lessons?.plans.map(({ title }) => title)).toEqual(['Short']);
    game.send({ type: 'screen.open', screen: 'about' });
    game.send({ type: 'screen.open', screen: 'class-plan' });
    expect(game.view().screen).toBe('class-plan');
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['lessons-missing', () => Promise.reject(new Error('offline'))],
    ['lessons-missing', async () => answer(undefined, false)],
    ['lessons-missing', async () => answer({ ...lessons, scenario: 'other' })],
    ['lessons-malformed', async () => answer('<html>')],
    ['lessons-malformed', async () => answer({ ...lessons, plans: [] })],
  ])(
    'says %s and goes where the link is, when they cannot be had, and can be opened later',
    async (code, reply) => {
      fetched.mockImplementationOnce(reply);
      const game = await open(createWorld());
      game.send({ type: 'screen.open', screen: 'class-plan' });
      await vi.waitFor(() => expect(noticeIds(game)).toContain(code));
      await vi.waitFor(() => expect(game.view().screen).toBe('about'));
      game.send({ type: 'screen.open', screen: 'class-plan' });
      await vi.waitFor(() => expect(game.view().screen).toBe('class-plan'));
    },
  );

  test('is named only where there are plans', async () => {
    const listed = { id: 'mini', covers: {} };
    const has = async (scenarios: readonly object[]) =>
      (await open(createWorld({ options: { scenarios: scenarios as never } }))).view().hasLessons;
    expect(await has([listed])).toBe(false);
    expect(await has([listed, { ...listed, id: 'other', hasLessons: true }])).toBe(false);
    expect(await has([{ ...listed, hasLessons: true }])).toBe(true);
  });
});

describe('a lesson that is being held', () => {
  test('goes from phase to phase as the teacher says, and ends', async () => {
    const game = await planned();
    game.send({ type: 'lesson.move', move: 'next' });
    expect(clockOf(game)).toBeUndefined();
    game.send({ type: 'lesson.start', plan: 'nowhere' });
    expect(clockOf(game)).toBeUndefined();
    game.send({ type: 'lesson.start', plan: 'short' });
    expect(clockOf(game)).toMatchObject({ plan: 'short', phase: 0, since: expect.any(Number) });
    game.send({ type: 'lesson.move', move: 'next' });
    expect(clockOf(game)?.phase).toBe(1);
    game.send({ type: 'lesson.end' });
    expect(clockOf(game)).toBeUndefined();
  });

  test('outlives a reload, and its clock went on meanwhile', async () => {
    const world = createWorld({ history: createHistory() });
    const game = await planned(world);
    game.send({ type: 'lesson.start', plan: 'short' });
    const before = clockOf(game)!;
    const again = await open(world);
    await vi.waitFor(() => expect(again.view().screen).toBe('class-plan'));
    expect(clockOf(again)).toEqual(before);
    const now = (before.since ?? 0) + 60_000;
    expect(readClock(clockOf(again)!, lessons.plans[0]!, now).phaseLeftMs).toBe(4 * 60_000);
  });

  test('that has ended is gone after a reload, and so is one that nobody can read', async () => {
    const world = createWorld();
    const game = await planned(world);
    game.send({ type: 'lesson.start', plan: 'short' });
    game.send({ type: 'lesson.end' });
    expect(world.tab.size).toBe(0);
    for (const text of ['{', '{"plan":"short"}']) {
      world.tab.set('letztes-gebot/lesson/mini', text);
      expect(clockOf(await planned(world))).toBeUndefined();
    }
  });
});
