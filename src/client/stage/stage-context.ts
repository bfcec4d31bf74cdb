import type { GameObjects, Scene } from 'phaser';
import type { StageArt } from './art.ts';
import type { Layout } from './layout.ts';
import type { Motion } from './motion.ts';
import type { Palette } from './palette.ts';
import type { Shelf } from './shelf.ts';

/** What every layer of the stage draws with. Made anew when the size of the canvas changes. */
export interface StageContext {
  readonly scene: Scene;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly art: StageArt;
  readonly emblems: ReadonlyMap<string, HTMLImageElement>;
  readonly shelf: Shelf;
  readonly motion: Motion;
  /** False once a newer context has taken over: whatever arrives late is dropped. */
  readonly isCurrent: () => boolean;
  /** Draws again; call after a change that comes from outside of `show`. */
  readonly wake: () => void;
}

/** What lies over what. */
export const DEPTH = {
  map: 0,
  leader: 10,
  relation: 20,
  city: 30,
  calendar: 34,
  label: 36,
  portrait: 40,
  plate: 50,
  pin: 55,
  stamp: 60,
};

/** Puts the middle of a picture on a place, such that its edges fall on whole pixels: text stays sharp. */
export function placeSharply(image: GameObjects.Image, x: number, y: number): void {
  image.setPosition(
    Math.round(x - image.width / 2) + image.width / 2,
    Math.round(y - image.height / 2) + image.height / 2,
  );
}
