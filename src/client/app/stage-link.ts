import type { Problem } from '../../core/domain/index.ts';
import type { PlayView } from '../../core/view-model/index.ts';
import type { Stage } from '../stage/index.ts';
import { whenIdle } from './when-idle.ts';

/** Keeps the stage beside the text game: loads it late, feeds it, and lets the game go on without it. */
export interface StageLink {
  /** The place for the canvas came into the page, or left it. */
  attach(host: HTMLElement | undefined): void;
  show(play: PlayView | undefined): void;
  setEnabled(isEnabled: boolean): void;
  setReducedMotion(isReduced: boolean): void;
}

export interface StageLinkOptions {
  readonly body: HTMLElement;
  readonly report: (problem: Problem) => void;
}

export function createStageLink({ body, report }: StageLinkOptions): StageLink {
  // One element for the whole visit: pages come and go, the canvas only moves.
  const frame = body.ownerDocument.createElement('div');
  frame.className = 'stage-frame';
  let state: 'idle' | 'loading' | 'failed' = 'idle';
  let stage: Stage | undefined;
  let isEnabled = true;
  let isReduced = false;
  let last: PlayView | undefined;

  const fail = (code: string, error: unknown) => {
    state = 'failed';
    body.dataset.stage = 'off';
    report({ code, path: '', message: String(error) });
  };

  const lose = (error: unknown) => {
    stage?.destroy();
    stage = undefined;
    fail('stage-unavailable', error);
  };

  const start = async (): Promise<void> => {
    if (state !== 'idle' || stage || !isEnabled || !frame.isConnected || !last) return;
    state = 'loading';
    let room: typeof import('../stage/index.ts');
    try {
      // The words come first: the stage waits until the page has nothing else to do.
      await whenIdle();
      room = await import('../stage/index.ts');
      await room.loadStage();
    } catch (error) {
      return fail('stage-failed', error);
    }
    try {
      const mounted = await room.mountStage(frame, { reducedMotion: isReduced, onLost: lose });
      state = 'idle';
      if (!isEnabled) return mounted.destroy();
      stage = mounted;
      // It may have been wished for while the map was being drawn.
      stage.setReducedMotion(isReduced);
      if (last) stage.show(last);
      body.dataset.stage = 'ready';
    } catch (error) {
      fail('stage-unavailable', error);
    }
  };

  return {
    attach: (host) => {
      if (!host) return frame.remove();
      host.append(frame);
      stage?.resize();
      void start();
    },
    show: (play) => {
      if (!play) return;
      last = play;
      stage?.show(play);
      void start();
    },
    setEnabled: (enabled) => {
      if (enabled === isEnabled && body.dataset.stage !== undefined) return;
      isEnabled = enabled;
      if (enabled) {
        if (state !== 'failed') delete body.dataset.stage;
        void start();
        return;
      }
      stage?.destroy();
      stage = undefined;
      body.dataset.stage = 'off';
    },
    setReducedMotion: (reduced) => {
      isReduced = reduced;
      stage?.setReducedMotion(reduced);
    },
  };
}
