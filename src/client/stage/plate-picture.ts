import type { PartyView, Trend } from '../../core/view-model/index.ts';
import type { Palette } from './palette.ts';
import type { Picture } from './shelf.ts';

const PIPS = 5;

interface Drawing {
  readonly palette: Palette;
  /** Canvas pixels per CSS pixel. */
  readonly ratio: number;
}

/** Canvases measure text without being shown: one is enough. */
let ruler: CanvasRenderingContext2D | null | undefined;

export function textWidth(text: string, font: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return 0;
  ruler.font = font;
  return ruler.measureText(text).width;
}

export function uiFont({ palette, ratio }: Drawing, weight: number, size: number): string {
  return `${weight} ${size * ratio}px ${palette.uiFont}`;
}

function roundedBox(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
}

export interface PillLook {
  readonly fill: string;
  readonly ink: string;
  readonly border?: string;
  readonly mark?: 'cross' | 'check';
}

/** A short label on a line. */
export function pillPicture(drawing: Drawing, text: string, look: PillLook, size = 12.5): Picture {
  const { ratio } = drawing;
  const font = uiFont(drawing, 650, size);
  const padding = 7 * ratio;
  const markRoom = look.mark ? (size + 3) * ratio : 0;
  const width = textWidth(text, font) + 2 * padding + markRoom;
  const height = (size + 8) * ratio;
  return {
    width,
    height,
    draw: (context) => {
      const line = look.border ? 1.3 * ratio : 0;
      roundedBox(context, line / 2, line / 2, Math.ceil(width) - line, Math.ceil(height) - line, 3 * ratio);
      context.fillStyle = look.fill;
      context.fill();
      if (look.border) {
        context.strokeStyle = look.border;
        context.lineWidth = line;
        context.stroke();
      }
      context.strokeStyle = look.ink;
      if (look.mark) drawMark(context, look.mark, padding, height / 2, size * 0.72 * ratio, ratio);
      context.fillStyle = look.ink;
      context.font = font;
      context.textBaseline = 'middle';
      context.fillText(text, padding + markRoom, height / 2 + 0.6 * ratio);
    },
  };
}

function drawMark(
  context: CanvasRenderingContext2D,
  mark: 'cross' | 'check',
  x: number,
  middle: number,
  size: number,
  ratio: number,
): void {
  const top = middle - size / 2;
  context.lineWidth = 1.9 * ratio;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  if (mark === 'cross') {
    context.moveTo(x, top);
    context.lineTo(x + size, top + size);
    context.moveTo(x + size, top);
    context.lineTo(x, top + size);
  } else {
    context.moveTo(x, middle);
    context.lineTo(x + size * 0.38, top + size * 0.92);
    context.lineTo(x + size, top + size * 0.08);
  }
  context.stroke();
}

/** Name, mood and approval of a party on a paper plate. The same stands in the text of the page. */
export function platePicture(
  drawing: Drawing,
  party: PartyView,
  emblem: HTMLImageElement | undefined,
): Picture {
  const { palette, ratio } = drawing;
  const color = palette.party(party.color).base;
  const nameFont = uiFont(drawing, 700, 13.5);
  const statusFont = uiFont(drawing, 500, 11.5);
  const [padding, pip, pipGap, sign] = [8 * ratio, 7.5 * ratio, 1.6 * ratio, 18 * ratio];
  const pips = PIPS * pip + (PIPS - 1) * pipGap;
  const nameWidth = textWidth(party.name, nameFont) + sign + 6 * ratio + 20 * ratio;
  const statusWidth = textWidth(party.status, statusFont) + 12 * ratio + pips;
  const width = Math.ceil(Math.max(nameWidth, statusWidth) + 2 * padding);
  const height = Math.ceil(47 * ratio);
  return {
    width,
    height,
    draw: (context) => {
      const line = 1.4 * ratio;
      roundedBox(context, line / 2, line / 2, width - line, height - line, 4 * ratio);
      context.fillStyle = palette.sheet;
      context.fill();
      context.lineWidth = line;
      context.strokeStyle = palette.ink;
      context.stroke();
      const [first, second] = [15.5 * ratio, 34 * ratio];
      if (emblem) context.drawImage(emblem, padding, first - sign / 2, sign, sign);
      context.textBaseline = 'middle';
      context.fillStyle = palette.ink;
      context.font = nameFont;
      context.fillText(party.name, padding + sign + 6 * ratio, first + 0.6 * ratio);
      drawTrend(context, party.trend, width - padding - 5 * ratio, first, ratio);
      context.font = statusFont;
      context.fillText(party.status, padding, second + 0.6 * ratio);
      for (let step = 0; step < PIPS; step++) {
        const x = width - padding - pips + step * (pip + pipGap);
        context.beginPath();
        context.rect(x + ratio / 2, second - pip / 2 + ratio / 2, pip - ratio, pip - ratio);
        const isOn = step < party.approval;
        context.fillStyle = isOn ? color : palette.sheet;
        context.strokeStyle = isOn ? color : palette.ink2;
        context.lineWidth = ratio;
        context.fill();
        context.stroke();
      }
    },
  };
}

function drawTrend(
  context: CanvasRenderingContext2D,
  trend: Trend,
  x: number,
  y: number,
  ratio: number,
): void {
  const reach = 4.5 * ratio;
  context.lineWidth = 1.7 * ratio;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  if (trend === 'flat') {
    context.moveTo(x - reach, y);
    context.lineTo(x + reach, y);
  } else {
    const tip = trend === 'up' ? y - reach : y + reach;
    const tail = trend === 'up' ? y + reach : y - reach;
    const wing = tip + (tail - tip) * 0.42;
    context.moveTo(x, tail);
    context.lineTo(x, tip);
    context.moveTo(x - reach * 0.8, wing);
    context.lineTo(x, tip);
    context.lineTo(x + reach * 0.8, wing);
  }
  context.stroke();
}

/** The player's own sign on the map: the emblem on a white card. */
export function pinPicture(drawing: Drawing, emblem: HTMLImageElement | undefined, size: number): Picture {
  const { palette, ratio } = drawing;
  const edge = size * 0.14;
  const full = size + 2 * edge + 2 * ratio;
  return {
    width: full,
    height: full,
    draw: (context) => {
      roundedBox(context, ratio, ratio, full - 2 * ratio, full - 2 * ratio, full * 0.3);
      context.fillStyle = palette.sheet;
      context.fill();
      context.strokeStyle = palette.ink;
      context.lineWidth = 1.6 * ratio;
      context.stroke();
      if (emblem) context.drawImage(emblem, (full - size) / 2, (full - size) / 2, size, size);
    },
  };
}

/** Highlighter behind the portrait of who speaks. */
export function haloPicture({ palette }: Drawing, radius: number): Picture {
  const size = Math.ceil(radius * 2);
  return {
    width: size,
    height: size,
    draw: (context) => {
      context.beginPath();
      context.arc(size / 2, size / 2, size / 2, 0, Math.PI * 2);
      context.fillStyle = palette.highlight;
      context.fill();
    },
  };
}
