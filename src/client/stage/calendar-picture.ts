import type { CalendarDayView } from '../../core/view-model/index.ts';
import type { Palette } from './palette.ts';
import { uiFont } from './plate-picture.ts';
import type { Picture } from './shelf.ts';

export interface LeafSize {
  readonly width: number;
  readonly height: number;
}

export function leafSize(ratio: number, isSmall: boolean): LeafSize {
  return isSmall ? { width: 15 * ratio, height: 17 * ratio } : { width: 23 * ratio, height: 26 * ratio };
}

/** The days around today as paper leaves in a row. */
export function calendarPicture(
  palette: Palette,
  ratio: number,
  days: readonly CalendarDayView[],
  leaf: LeafSize,
): Picture {
  const edge = 2 * ratio;
  return {
    width: leaf.width * days.length + 2 * edge,
    height: leaf.height + 2 * edge,
    draw: (context) => {
      // Today last: its frame lies over its neighbours.
      const order = days
        .map((day, index) => ({ day, index }))
        .sort((a, b) => Number(a.day.isToday) - Number(b.day.isToday));
      for (const { day, index } of order) {
        drawLeaf(context, palette, ratio, day, edge + index * leaf.width, edge, leaf);
      }
    },
  };
}

/** One leaf alone, as it is torn off. */
export function leafPicture(palette: Palette, ratio: number, day: CalendarDayView, leaf: LeafSize): Picture {
  const edge = 2 * ratio;
  return {
    width: leaf.width + 2 * edge,
    height: leaf.height + 2 * edge,
    draw: (context) => drawLeaf(context, palette, ratio, day, edge, edge, leaf),
  };
}

function drawLeaf(
  context: CanvasRenderingContext2D,
  palette: Palette,
  ratio: number,
  day: CalendarDayView,
  x: number,
  y: number,
  { width, height }: LeafSize,
): void {
  const hasDeadline = day.deadline !== undefined;
  const isDark = hasDeadline && !day.isPast && !day.isToday;
  context.beginPath();
  context.rect(x, y, width, height);
  context.fillStyle = day.isToday
    ? palette.highlight
    : isDark
      ? palette.ink
      : day.isPast
        ? palette.paper
        : palette.sheet;
  context.fill();
  context.lineWidth = (day.isToday ? 2 : 1) * ratio;
  context.strokeStyle = day.isToday || isDark ? palette.ink : palette.rule;
  context.stroke();
  context.fillStyle = isDark ? palette.highlight : day.isPast ? palette.ink3 : palette.ink;
  context.font = uiFont({ palette, ratio }, day.isPast ? 500 : 700, (height / ratio) * 0.48);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(Number(day.date.slice(-2))), x + width / 2, y + height / 2 + 0.7 * ratio);
  if (day.isPast) {
    context.beginPath();
    context.moveTo(x + width * 0.18, y + height * 0.7);
    context.lineTo(x + width * 0.82, y + height * 0.3);
    context.strokeStyle = palette.ink3;
    context.lineWidth = 1.2 * ratio;
    context.stroke();
  }
  if (hasDeadline && (day.isToday || day.isPast)) {
    context.beginPath();
    context.moveTo(x + width * 0.62, y);
    context.lineTo(x + width, y);
    context.lineTo(x + width, y + width * 0.38);
    context.fillStyle = palette.ink;
    context.fill();
  }
}
