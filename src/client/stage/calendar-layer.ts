import type { GameObjects } from 'phaser';
import type { PlayView } from '../../core/view-model/index.ts';
import { dayAt, seasonPicture, seasonScale, todayPicture } from './calendar-picture.ts';
import { type Rect, rectAround } from './geometry.ts';
import { DEPTH, placeSharply, type StageContext } from './stage-context.ts';
import type { StageChanges } from './view-changes.ts';

const SLIDE_MS = 700;

export interface CalendarLayer {
  /** Shows the day. Returns what the strip covers. */
  show(view: PlayView, changes: StageChanges): readonly Rect[];
}

/** The strip along the lower edge: the whole run, its deadlines, and today, which slides on. */
export function createCalendarLayer(context: StageContext): CalendarLayer {
  const { scene, layout, palette, shelf, motion } = context;
  let strip: GameObjects.Image | undefined;
  let today: GameObjects.Image | undefined;

  return {
    show: ({ masthead, language }, { daysPassed }) => {
      const { date, season, next, later } = masthead;
      const scale = seasonScale(season, layout);
      const deadlines = next ? [next, ...later] : later;
      const flags = deadlines.map((deadline) => `${deadline.label} ${deadline.date}`).join();
      const key = shelf.put(`season:${language}:${date}:${flags}`, () =>
        seasonPicture(palette, scale, masthead, deadlines, language),
      );
      strip ??= scene.add.image(0, 0, key).setDepth(DEPTH.calendar);
      strip.setTexture(key);
      placeSharply(strip, layout.width / 2, layout.height - scale.height / 2);

      const tab = shelf.put(`today:${date}`, () => todayPicture(palette, scale, date));
      const from = today?.x;
      today ??= scene.add.image(0, 0, tab).setDepth(DEPTH.calendar + 1);
      today.setTexture(tab);
      const half = today.width / 2;
      placeSharply(
        today,
        Math.min(layout.width - half, Math.max(half, dayAt(scale, date))),
        layout.height - scale.height / 2,
      );
      if (daysPassed > 0 && from !== undefined) {
        const { x } = today;
        today.x = from;
        motion.glide(today, { x }, { duration: SLIDE_MS });
      }
      return [rectAround({ x: layout.width / 2, y: strip.y }, layout.width, scale.height)];
    },
  };
}
