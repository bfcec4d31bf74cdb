import { addDays, daysBetween } from '../../core/domain/index.ts';
import type { DeadlineView, MastheadView } from '../../core/view-model/index.ts';
import type { Layout } from './layout.ts';
import type { Palette } from './palette.ts';
import { textWidth, uiFont } from './plate-picture.ts';
import type { Picture } from './shelf.ts';

const WEEK = 7;
/** Width of the tab of today as a share of its height. */
const TAB_ASPECT = 1.25;

/** Where the days of a run lie on the strip. Lengths in canvas pixels. */
export interface SeasonScale {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly isNarrow: boolean;
  readonly start: string;
  /** Number of days from the first to the last, at least 1. */
  readonly days: number;
  /** Room left and right of the first and the last day. */
  readonly margin: number;
}

export function seasonScale(
  { start, end }: MastheadView['season'],
  { width, ratio, strip }: Pick<Layout, 'width' | 'ratio' | 'strip'>,
): SeasonScale {
  const { height, isNarrow } = strip;
  return {
    width,
    height,
    ratio,
    isNarrow,
    start,
    days: Math.max(1, daysBetween(start, end)),
    margin: height,
  };
}

/** Centre of a day on the strip; days outside the run stay at its ends. */
export function dayAt({ width, margin, days, start }: SeasonScale, date: string): number {
  const share = Math.min(1, Math.max(0, daysBetween(start, date) / days));
  return margin + share * (width - 2 * margin);
}

/** The whole run from its first to its last day: months, weeks, deadlines; what is over is shaded. */
export function seasonPicture(
  palette: Palette,
  scale: SeasonScale,
  { date }: Pick<MastheadView, 'date'>,
  deadlines: readonly DeadlineView[],
  language: string,
): Picture {
  const { width, height, ratio } = scale;
  return {
    width,
    height,
    draw: (context) => {
      context.fillStyle = palette.paper;
      context.fillRect(0, 0, width, height);
      context.fillStyle = palette.sunken;
      context.fillRect(0, 0, dayAt(scale, date), height);
      const today = todayBox(scale, date);
      const flags = placeFlags(palette, scale, deadlines, today);
      drawWeeks(context, palette, scale);
      drawMonths(context, palette, scale, language, [...flags, today]);
      drawFlags(context, palette, scale, flags);
      context.fillStyle = palette.ink;
      context.fillRect(0, 0, width, ratio);
    },
  };
}

/** Today as a tab that slides along the strip. */
export function todayPicture(palette: Palette, scale: SeasonScale, date: string): Picture {
  const { height, ratio } = scale;
  const line = 1.5 * ratio;
  const width = height * TAB_ASPECT;
  return {
    width,
    height,
    draw: (context) => {
      context.fillStyle = palette.highlight;
      context.strokeStyle = palette.ink;
      context.lineWidth = line;
      context.beginPath();
      context.rect(line / 2, line / 2, width - line, height - line);
      context.fill();
      context.stroke();
      context.fillStyle = palette.ink;
      context.font = uiFont({ palette, ratio }, 750, (height / ratio) * 0.6);
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(String(Number(date.slice(-2))), width / 2, height / 2 + 0.6 * ratio);
    },
  };
}

function drawWeeks(context: CanvasRenderingContext2D, palette: Palette, scale: SeasonScale): void {
  const { days, height, ratio, start } = scale;
  context.fillStyle = palette.rule;
  for (let day = WEEK; day < days; day += WEEK) {
    const x = Math.round(dayAt(scale, addDays(start, day)));
    context.fillRect(x, height - 5 * ratio, ratio, 5 * ratio);
  }
}

function drawMonths(
  context: CanvasRenderingContext2D,
  palette: Palette,
  scale: SeasonScale,
  language: string,
  covered: readonly Span[],
): void {
  const { days, height, ratio, start } = scale;
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  context.font = uiFont({ palette, ratio }, 650, (height / ratio) * 0.5);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (let day = 1; day <= days; day++) {
    const date = addDays(start, day);
    if (!date.endsWith('-01')) continue;
    const x = Math.round(dayAt(scale, date));
    context.fillStyle = palette.ink2;
    context.fillRect(x, 0, ratio, height);
    const words = name.format(new Date(date));
    const end = x + 6 * ratio + textWidth(words, context.font);
    // Half a name behind a flag would be none.
    if (covered.some(({ left, width }) => left < end && x < left + width)) continue;
    context.fillText(words, x + 4 * ratio, height / 2 + 0.6 * ratio);
  }
}

interface Span {
  readonly left: number;
  readonly width: number;
}

interface Flag extends Span {
  readonly words: string;
}

function todayBox(scale: SeasonScale, date: string): Span {
  const width = scale.height * TAB_ASPECT;
  return { left: dayAt(scale, date) - width / 2, width };
}

const flagFont = (palette: Palette, { height, ratio }: SeasonScale) =>
  uiFont({ palette, ratio }, 650, (height / ratio) * 0.52);
const FLAG_PADDING = 5;

/** A flag for each deadline, from its day to the right; one that would cover the next moves aside. */
function placeFlags(
  palette: Palette,
  scale: SeasonScale,
  deadlines: readonly DeadlineView[],
  today: Span,
): readonly Flag[] {
  const { ratio, width, isNarrow } = scale;
  const roomFor = (words: string) => textWidth(words, flagFont(palette, scale)) + 2 * FLAG_PADDING * ratio;
  const flags: Flag[] = [];
  for (const { label, date } of deadlines) {
    const day = String(Number(date.slice(-2)));
    const last = flags.at(-1);
    const free = last ? last.left + last.width + 2 * ratio : 0;
    const placed = (words: string): Flag => {
      const room = roomFor(words);
      return { left: Math.min(width - room, Math.max(free, dayAt(scale, date) - ratio)), width: room, words };
    };
    const full = placed(`${day} ${label}`);
    const isCovered = full.left < today.left + today.width && today.left < full.left + full.width;
    // On a phone, or behind the tab of today, a flag has no words: the masthead says them.
    flags.push(isNarrow || isCovered ? placed(day) : full);
  }
  return flags;
}

function drawFlags(
  context: CanvasRenderingContext2D,
  palette: Palette,
  scale: SeasonScale,
  flags: readonly Flag[],
): void {
  const { height, ratio } = scale;
  context.font = flagFont(palette, scale);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { left, width, words } of flags) {
    context.fillStyle = palette.ink;
    context.fillRect(left, 0, width, height);
    context.fillStyle = palette.highlight;
    context.fillText(words, left + FLAG_PADDING * ratio, height / 2 + 0.6 * ratio);
  }
}
