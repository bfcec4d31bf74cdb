import { type Layout, toCanvas } from './layout.ts';
import type { Palette } from './palette.ts';
import type { Picture } from './shelf.ts';

const ROW_HEIGHT = Math.sqrt(3) / 2;
/** Radius of a dot as a share of the pitch. */
const PLAIN_DOT = 0.27;
const TINTED_DOT = 0.3;
/** How much the dots grow around a capital, and over which share of the map's width that fades. */
const CAPITAL_GROWTH = 0.17;
const CAPITAL_REACH = 0.16;

/** Sea, a faint net of meridians, land as dots. */
export function mapPicture(layout: Layout, palette: Palette): Picture {
  return {
    width: layout.width,
    height: layout.height,
    draw: (context) => {
      context.fillStyle = palette.sea;
      context.fillRect(0, 0, layout.width, layout.height);
      drawGraticule(context, layout, palette);
      drawDots(context, layout, palette);
    },
  };
}

function drawGraticule(context: CanvasRenderingContext2D, layout: Layout, palette: Palette): void {
  context.strokeStyle = palette.ink;
  context.globalAlpha = 0.075;
  context.lineWidth = layout.ratio;
  context.beginPath();
  for (const line of layout.frame.graticule) {
    for (let at = 0; at + 1 < line.length; at += 2) {
      const { x, y } = toCanvas(layout, { x: line[at] ?? 0, y: line[at + 1] ?? 0 });
      if (at === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
  context.stroke();
  context.globalAlpha = 1;
}

function drawDots(context: CanvasRenderingContext2D, layout: Layout, palette: Palette): void {
  const { pitch, bleed, rows, tints, size } = layout.frame;
  const paths = new Map<string, Path2D>();
  const full = Math.PI * 2;
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const [, run = '0', letter = 'S'] of row.matchAll(/([0-9a-z]+)([A-Z])/g)) {
      const end = column + Number.parseInt(run, 36);
      if (letter === 'S') {
        column = end;
        continue;
      }
      const path = paths.get(letter) ?? new Path2D();
      paths.set(letter, path);
      const around = tints[letter]?.around;
      const capital = around === undefined ? undefined : layout.frame.cities[around];
      for (; column < end; column++) {
        const dot = {
          x: -bleed.x + (column + (rowIndex % 2) / 2) * pitch,
          y: -bleed.y + rowIndex * pitch * ROW_HEIGHT,
        };
        const growth = capital
          ? CAPITAL_GROWTH *
            Math.exp(-Math.hypot(dot.x - capital.x, dot.y - capital.y) / (size.width * CAPITAL_REACH))
          : 0;
        const radius = pitch * ((letter === 'L' ? PLAIN_DOT : TINTED_DOT) + growth) * layout.scale;
        const { x, y } = toCanvas(layout, dot);
        path.moveTo(x + radius, y);
        path.arc(x, y, radius, 0, full);
      }
    }
  });
  for (const [letter, path] of paths) {
    const tint = tints[letter];
    context.fillStyle = tint ? palette.party(tint.color).map : palette.land;
    context.fill(path);
  }
}

/** A ring for a city, drawn with its centre in the middle. */
export function ringPicture(layout: Layout, palette: Palette): Picture {
  const radius = (layout.isCompact ? 4.5 : 5) * layout.ratio;
  const line = 2.4 * layout.ratio;
  const size = Math.ceil(2 * (radius + line)) + 2;
  return {
    width: size,
    height: size,
    draw: (context) => {
      context.beginPath();
      context.arc(size / 2, size / 2, radius, 0, Math.PI * 2);
      context.fillStyle = palette.sheet;
      context.fill();
      context.lineWidth = line;
      context.strokeStyle = palette.ink;
      context.stroke();
    },
  };
}
