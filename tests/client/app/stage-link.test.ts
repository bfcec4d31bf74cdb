import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStageLink } from '../../../src/client/app/stage-link.ts';
import type { StageOptions } from '../../../src/client/stage/index.ts';
import { fixtureView } from '../../support/views.ts';

const room = vi.hoisted(() => ({
  load: (): Promise<void> => Promise.resolve(),
  mounting: (): Promise<void> => Promise.resolve(),
  options: undefined as StageOptions | undefined,
  isReduced: [] as boolean[],
  isDestroyed: false,
}));
vi.mock('../../../src/client/stage/index.ts', () => ({
  loadStage: () => room.load(),
  mountStage: async (_: unknown, options: StageOptions) => {
    Object.assign(room, { options });
    await room.mounting();
    return {
      show: () => {},
      resize: () => {},
      setReducedMotion: (isReduced: boolean) => void room.isReduced.push(isReduced),
      destroy: () => void Object.assign(room, { isDestroyed: true }),
    };
  },
}));
const none = () => Promise.resolve();
beforeEach(() =>
  Object.assign(room, { load: none, mounting: none, options: undefined, isReduced: [], isDestroyed: false }),
);
afterEach(() => vi.unstubAllGlobals());

function linked() {
  const frame = { className: '', isConnected: false, remove: () => {} };
  const body = {
    dataset: {} as Record<string, string>,
    ownerDocument: { createElement: () => frame },
  };
  const host = { append: () => Object.assign(frame, { isConnected: true }) };
  const problems: string[] = [];
  const link = createStageLink({
    body: body as unknown as HTMLElement,
    report: ({ code }) => void problems.push(code),
  });
  link.attach(host as unknown as HTMLElement);
  link.show(fixtureView('play', 'en').play);
  return { link, body, problems };
}

describe('the stage beside the game', () => {
  test('whose files do not arrive blames the network, not the device', async () => {
    room.load = () => Promise.reject(new TypeError('Failed to fetch'));
    const { body, problems } = linked();
    await vi.waitFor(() => expect(problems).toEqual(['stage-failed']));
    expect(body.dataset.stage).toBe('off');
  });

  test('that cannot draw blames the device', async () => {
    room.mounting = () => Promise.reject(new Error('no canvas'));
    const { problems } = linked();
    await vi.waitFor(() => expect(problems).toEqual(['stage-unavailable']));
  });

  test('learns of less motion that was wished for while it was mounted', async () => {
    let mount = () => {};
    room.mounting = () =>
      new Promise((resolve) => {
        mount = resolve;
      });
    const { link, body } = linked();
    await vi.waitFor(() => expect(room.options?.reducedMotion).toBe(false));
    link.setReducedMotion(true);
    mount();
    await vi.waitFor(() => expect(body.dataset.stage).toBe('ready'));
    expect(room.isReduced.at(-1)).toBe(true);
  });

  test('that is lost and cannot be replaced is off, and says so', async () => {
    const { body, problems } = linked();
    await vi.waitFor(() => expect(body.dataset.stage).toBe('ready'));
    room.options?.onLost?.(new Error('no canvas either'));
    expect(problems).toEqual(['stage-unavailable']);
    expect(body.dataset.stage).toBe('off');
    expect(room.isDestroyed).toBe(true);
  });
});
