import { describe, expect, test, vi } from 'vitest';
import type { WorkDesk } from '../../../src/client/app/work/work-desk.ts';
import type { Overlap } from '../../../src/core/model/index.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { createDeskWith, createWorld, settled, started } from './game-world.ts';

/** The scene that follows the goal has a picture. */
const [, second] = miniWithTexts.scenes;
const withPicture: Scenario = {
  ...miniWithTexts,
  scenes: miniWithTexts.scenes.map((scene) =>
    scene.id === second?.id
      ? { ...scene, overlap: { track: 'M', phases: miniWithTexts.model.phases.map(({ id }) => id) } }
      : scene,
  ),
};

async function atPicture(work?: WorkDesk) {
  const game = await started(createWorld({ options: { scenario: withPicture }, ...(work ? { work } : {}) }));
  const states: string[] = [];
  game.subscribe(({ overlap }) => overlap && states.push(overlap.state));
  const scene = () => game.view().play?.scene?.id;
  for (let clicks = 0; scene() !== second?.id && clicks < 10; clicks += 1) {
    const quiz = game.view().play?.quiz;
    if (quiz?.state === 'question') game.send({ type: 'quiz.skip', item: quiz.item });
    else game.send({ type: 'scene.continue', scene: scene() ?? '' });
  }
  expect(scene()).toBe(second?.id);
  return { game, states };
}

/** A desk whose answers come when the test wants them. */
function createSlowDesk() {
  const answers: { resolve(overlaps: readonly Overlap[]): void; reject(error: Error): void }[] = [];
  const overlap = vi.fn<WorkDesk['overlap']>(
    () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
  );
  return { desk: createDeskWith({ overlap }), overlap, answers };
}

describe('the overlap picture of a scene', () => {
  test('is counted while the scene is on screen, and then shown', async () => {
    const { game, states } = await atPicture();
    expect(states[0]).toBe('working');
    await vi.waitFor(() => expect(game.view().overlap?.state).toBe('ready'));
    const overlap = game.view().overlap;
    expect(overlap?.state === 'ready' && overlap.phases.map(({ id }) => id)).toEqual(
      miniWithTexts.model.phases.map(({ id }) => id),
    );
  });

  test('is asked for once, in every language and however often the page is drawn', async () => {
    const { desk, overlap, answers } = createSlowDesk();
    const { game } = await atPicture(desk);
    game.send({ type: 'language.set', language: 'de' });
    await settled();
    game.view();
    expect(overlap).toHaveBeenCalledTimes(1);
    answers[0]?.reject(new Error('no'));
    await vi.waitFor(() => expect(game.view().overlap?.state).toBe('failed'));
    expect(game.view().overlap?.track).toBe('track M-de');
    expect(overlap).toHaveBeenCalledTimes(1);
  });

  test('is gone with its scene: an answer that comes late changes nothing', async () => {
    const { desk, answers } = createSlowDesk();
    const { game } = await atPicture(desk);
    game.send({ type: 'scene.continue', scene: second?.id ?? '' });
    expect(game.view().overlap).toBeUndefined();
    answers[0]?.resolve([]);
    await settled();
    expect(game.view().overlap).toBeUndefined();
  });
});
