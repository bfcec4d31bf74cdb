import type { PlayView } from '../../core/view-model/index.ts';
import { loadArt, type StageArt } from './art.ts';
import type { Engine } from './engine.ts';
import { emblemMarkup, loadMarkup } from './portrait-picture.ts';
import { graphicsDevice, hasCanvas, type RendererKind, rendererFor } from './renderer-probe.ts';

export interface StageOptions {
  readonly reducedMotion?: boolean;
  /** Overrides the choice by the graphics device; for tests and benchmarks. */
  readonly renderer?: RendererKind;
  /** The graphics context is gone for good and nothing could replace it: the stage can only be destroyed. */
  readonly onLost?: (error: unknown) => void;
}

/** The drawn half of the game. It shows what a view says, and knows nothing else. */
export interface Stage {
  show(view: PlayView): void;
  /** Fits the canvas to its host again; the stage also notices by itself while it is in the page. */
  resize(): void;
  setReducedMotion(isReduced: boolean): void;
  destroy(): void;
  /** Frames drawn so far: constant while nothing moves. */
  readonly framesDrawn: number;
  readonly renderer: RendererKind;
}

const FONT_WAIT_MS = 1500;

/** Fetches all that the stage needs. Rejects when a file cannot be had: then the network is to blame. */
export async function loadStage(): Promise<void> {
  // Phaser comes last: a browser that cannot draw never loads it.
  if (hasCanvas()) await loadParts();
}

const loadParts = () => Promise.all([import('./engine.ts'), loadArt()]);

/**
 * Puts the stage into a host element, which it fills; the host must have a size of its own and a position
 * other than `static`. Resolves when the map is drawn. Rejects when the drawings cannot be loaded or when
 * the browser offers neither WebGL nor a 2D canvas.
 */
export async function mountStage(host: HTMLElement, options: StageOptions = {}): Promise<Stage> {
  if (!hasCanvas()) throw new Error('the stage needs a 2D canvas, and this browser offers none');
  const [{ startEngine }, art] = await loadParts();
  const emblems = await loadEmblems(art);
  const frame = document.createElement('div');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText =
    'position:absolute;inset:0;overflow:hidden;pointer-events:none;background:var(--color-sea)';
  host.append(frame);
  await fontsReady();

  let view: PlayView | undefined;
  let isReduced = options.reducedMotion ?? false;
  let isDestroyed = false;
  let framesBefore = 0;
  /** Missing while a lost one is being replaced, and when that has failed. */
  let engine: Engine | undefined;
  const start = (kind: RendererKind) =>
    startEngine({
      frame,
      art,
      emblems,
      kind,
      reducedMotion: isReduced,
      onContextGone: () => void replaceEngine().catch((error: unknown) => options.onLost?.(error)),
    });

  /** A context that does not come back: go on without the graphics device. */
  const replaceEngine = async (): Promise<void> => {
    framesBefore += engine?.framesDrawn() ?? 0;
    engine?.destroy();
    engine = undefined;
    const next = await start('canvas');
    if (isDestroyed) return next.destroy();
    engine = next;
    engine.scene.setReducedMotion(isReduced);
    if (view) engine.scene.show(view);
  };

  const kind = options.renderer ?? rendererFor(graphicsDevice());
  try {
    engine = await start(kind).catch((error: unknown) => {
      if (kind === 'canvas') throw error;
      return start('canvas');
    });
  } catch (error) {
    frame.remove();
    throw new Error('the stage could not start with WebGL nor with a 2D canvas', { cause: error });
  }
  const observer = new ResizeObserver(() => engine?.fit());
  observer.observe(frame);

  return {
    show: (next) => {
      view = next;
      engine?.scene.show(next);
    },
    resize: () => engine?.fit(),
    setReducedMotion: (reduced) => {
      if (reduced === isReduced) return;
      isReduced = reduced;
      engine?.scene.setReducedMotion(reduced);
    },
    destroy: () => {
      isDestroyed = true;
      observer.disconnect();
      engine?.destroy();
      frame.remove();
    },
    get framesDrawn() {
      return framesBefore + (engine?.framesDrawn() ?? 0);
    },
    get renderer() {
      return engine?.kind ?? 'canvas';
    },
  };
}

async function loadEmblems({ emblems }: StageArt): Promise<ReadonlyMap<string, HTMLImageElement>> {
  const entries = await Promise.all(
    Object.keys(emblems.emblems).map(
      async (name) => [name, await loadMarkup(emblemMarkup(emblems, name) ?? '')] as const,
    ),
  );
  return new Map(entries);
}

/** Labels are drawn once, so their font must be there; but the stage does not wait for it for ever. */
async function fontsReady(): Promise<void> {
  const wanted = Promise.all(
    ['500 12px Archivo', '700 12px Archivo'].map((font) => document.fonts.load(font)),
  );
  const late = new Promise((resolve) => setTimeout(resolve, FONT_WAIT_MS));
  await Promise.race([wanted, late]).catch(() => undefined);
}
