import { CANVAS, Game, Scale, WEBGL } from 'phaser';
import type { StageArt } from './art.ts';
import { layoutStage } from './layout.ts';
import { MapScene } from './map-scene.ts';
import { readPalette } from './palette.ts';
import type { RendererKind } from './renderer-probe.ts';

/** Finest grid that is worth its cost: an emulated device pays for every pixel. */
const MAX_RATIO: Readonly<Record<RendererKind, number>> = { webgl: 3, canvas: 1.5 };
/** Used while the host has no size, as in a hidden page. */
const FALLBACK_SIZE = { width: 960, height: 392 };
/** Frames drawn after the last movement, until the loop stops. */
const QUIET_FRAMES = 3;
const START_TIMEOUT_MS = 10_000;
const CONTEXT_WAIT_MS = 3000;

export interface EngineOptions {
  readonly frame: HTMLElement;
  readonly art: StageArt;
  readonly emblems: ReadonlyMap<string, HTMLImageElement>;
  readonly kind: RendererKind;
  readonly reducedMotion: boolean;
  /** The graphics context was lost and has not come back in time. */
  readonly onContextGone: () => void;
}

export interface Engine {
  readonly kind: RendererKind;
  readonly scene: MapScene;
  framesDrawn(): number;
  fit(): void;
  destroy(): void;
}

/** One running Phaser game whose loop sleeps whenever the picture stands still. */
export async function startEngine({
  frame,
  art,
  emblems,
  kind,
  reducedMotion,
  onContextGone,
}: EngineOptions): Promise<Engine> {
  const measure = () => {
    const { clientWidth, clientHeight } = frame;
    const { width, height } =
      clientWidth > 0 && clientHeight > 0 ? { width: clientWidth, height: clientHeight } : FALLBACK_SIZE;
    return layoutStage(art.map, width, height, Math.min(MAX_RATIO[kind], window.devicePixelRatio || 1));
  };
  let layout = measure();
  let framesDrawn = 0;
  let quietFrames = 0;
  let isDestroyed = false;
  const palette = readPalette();

  const wake = (): void => {
    quietFrames = 0;
    if (isDestroyed || game.loop.running) return;
    game.loop.resetDelta();
    game.loop.wake();
  };
  let onReady = () => {};
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
  });
  const scene = new MapScene({ art, palette, emblems, layout, reducedMotion, onReady, wake });
  const game = new Game({
    type: kind === 'webgl' ? WEBGL : CANVAS,
    parent: frame,
    width: layout.width,
    height: layout.height,
    scale: { mode: Scale.NONE },
    backgroundColor: palette.sea,
    banner: false,
    autoFocus: false,
    // One texture at a time: with several, Phaser 4.2.1 draws holes into rotated pictures (its issue 7372).
    maxTextures: 1,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    scene,
  });
  game.events.on('postrender', () => {
    framesDrawn++;
    quietFrames = scene.isMoving() ? 0 : quietFrames + 1;
    if (quietFrames > QUIET_FRAMES) game.loop.sleep();
  });
  await withTimeout(ready, START_TIMEOUT_MS, () => game.destroy(true));
  fillFrame(game.canvas);
  watchContext(game.canvas, { onBack: wake, onGone: onContextGone, isAlive: () => !isDestroyed });

  return {
    kind,
    scene,
    framesDrawn: () => framesDrawn,
    fit: () => {
      if (frame.clientWidth === 0 || frame.clientHeight === 0) return;
      const next = measure();
      const isSame =
        next.width === layout.width && next.height === layout.height && next.ratio === layout.ratio;
      layout = next;
      if (isSame) return wake();
      game.scale.resize(next.width, next.height);
      fillFrame(game.canvas);
      scene.rebuild(next);
    },
    destroy: () => {
      isDestroyed = true;
      game.destroy(true);
      // The end comes with the next step of the loop, so it must not sleep.
      game.loop.wake();
    },
  };
}

/** The style that Phaser gives a canvas knows nothing of the device's pixel ratio. */
function fillFrame(canvas: HTMLCanvasElement): void {
  Object.assign(canvas.style, { display: 'block', width: '100%', height: '100%' });
}

interface ContextWatch {
  readonly onBack: () => void;
  readonly onGone: () => void;
  readonly isAlive: () => boolean;
}

function watchContext(canvas: HTMLCanvasElement, { onBack, onGone, isAlive }: ContextWatch): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  canvas.addEventListener('webglcontextlost', () => {
    timer = setTimeout(() => {
      if (isAlive()) onGone();
    }, CONTEXT_WAIT_MS);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    onBack();
  });
}

async function withTimeout<T>(promise: Promise<T>, timeout: number, onTimeout: () => void): Promise<T> {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    handle = setTimeout(() => {
      onTimeout();
      reject(new Error(`the stage did not start within ${timeout} ms`));
    }, timeout);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(handle));
}
