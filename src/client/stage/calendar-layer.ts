import type { GameObjects } from 'phaser';
import type { PlayView } from '../../core/view-model/index.ts';
import { calendarPicture, leafPicture, leafSize } from './calendar-picture.ts';
import { type Rect, rectAround } from './geometry.ts';
import { DEPTH, placeSharply, type StageContext } from './stage-context.ts';
import type { StageChanges } from './view-changes.ts';

/** Width of the canvas in CSS pixels below which the leaves are small. */
const NARROW = 500;
/** At most this many leaves pass by at once. */
const MAX_SLIDE = 4;
const TURN_MS = 420;

export interface CalendarLayer {
  /** Shows the days. Returns what the strip covers. */
  show(view: PlayView, changes: StageChanges): readonly Rect[];
}

/** The strip of days in the lower left corner; a leaf is torn off when time passes. */
export function createCalendarLayer(context: StageContext): CalendarLayer {
  const { scene, layout, palette, shelf, motion } = context;
  const ratio = layout.labelRatio;
  const leaf = leafSize(ratio, layout.width / layout.ratio < NARROW);
  let strip: GameObjects.Image | undefined;
  let today: PlayView['masthead']['days'][number] | undefined;

  const tearOff = (day: NonNullable<typeof today>, x: number, y: number): void => {
    const key = shelf.put(`leaf:${day.date}`, () => leafPicture(palette, ratio, day, leaf));
    const image = scene.add.image(x, y, key).setDepth(DEPTH.calendar + 1);
    motion.glide(
      image,
      { x: x - leaf.width, y: y - leaf.height * 1.6, angle: -38, alpha: 0 },
      { duration: TURN_MS * 1.3, onDone: () => image.destroy() },
    );
  };

  return {
    show: ({ masthead }, { daysPassed }) => {
      const { days, date } = masthead;
      if (days.length === 0) return [];
      const state = days.map(({ deadline }) => (deadline === undefined ? '.' : '!')).join('');
      const key = shelf.put(`days:${date}:${state}`, () => calendarPicture(palette, ratio, days, leaf));
      strip ??= scene.add.image(0, 0, key).setDepth(DEPTH.calendar);
      strip.setTexture(key);
      const inset = (layout.isCompact ? 6 : 14) * ratio;
      placeSharply(strip, inset + strip.width / 2, layout.height - inset - strip.height / 2);
      const { x } = strip;
      const index = days.findIndex(({ isToday }) => isToday);
      if (daysPassed > 0 && today) {
        strip.x = x + Math.min(MAX_SLIDE, daysPassed) * leaf.width;
        motion.glide(strip, { x }, { duration: TURN_MS });
        tearOff(today, inset + (index + 0.5) * leaf.width, strip.y);
      }
      today = days[index];
      return [rectAround({ x, y: strip.y }, strip.width, strip.height)];
    },
  };
}
