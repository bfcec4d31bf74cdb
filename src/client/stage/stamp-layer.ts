import type { GameObjects } from 'phaser';
import type { PlayView } from '../../core/view-model/index.ts';
import type { Point } from './geometry.ts';
import { cityPlaces } from './layout.ts';
import { DEPTH, type StageContext } from './stage-context.ts';
import { stampPicture } from './stamp-picture.ts';
import type { StageChanges } from './view-changes.ts';

const LAND_MS = 300;
const TILTS = [-8, 5, -4, 7];

export interface StampLayer {
  show(view: PlayView, changes: StageChanges, labels: ReadonlyMap<string, Point>): void;
}

/** Stamps land where the label of the party's line would be, else on its portrait. */
export function createStampLayer(context: StageContext): StampLayer {
  const { scene, layout, palette, shelf, motion } = context;
  const stamps = new Map<string, GameObjects.Image>();

  const land = (image: GameObjects.Image, delay: number): void => {
    image.setScale(2.4).setAlpha(0);
    motion.glide(
      image,
      { scale: 1, alpha: 1 },
      { duration: LAND_MS, delay, ease: 'Cubic.easeIn', onDone: () => image.setScale(1).setAlpha(1) },
    );
  };

  return {
    show: (view, changes, labels) => {
      const ids = new Set(view.stamps.map(({ id }) => id));
      for (const [id, image] of stamps) {
        if (ids.has(id)) continue;
        stamps.delete(id);
        motion.glide(image, { alpha: 0 }, { duration: 180, onDone: () => image.destroy() });
      }
      view.stamps.forEach((stamp, index) => {
        if (stamps.has(stamp.id)) return;
        const city = view.parties.find(({ id }) => id === stamp.party)?.city;
        const place = labels.get(stamp.party) ?? cityPlaces(layout, city)?.portrait;
        if (!place) return;
        const key = shelf.put(`stamp:${stamp.tone}:${stamp.text}`, () =>
          stampPicture(palette, layout.ratio, stamp, layout.isCompact),
        );
        const image = scene.add
          .image(place.x, place.y, key)
          .setDepth(DEPTH.stamp)
          .setAngle(TILTS[index % TILTS.length] ?? 0);
        const air = 8 * layout.ratio;
        image.x = Math.min(layout.width - image.width / 2 - air, Math.max(image.width / 2 + air, image.x));
        image.y = Math.min(layout.height - image.height, Math.max(image.height, image.y));
        stamps.set(stamp.id, image);
        if (changes.newStamps.has(stamp.id)) land(image, index * LAND_MS);
      });
    },
  };
}
