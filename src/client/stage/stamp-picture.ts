import type { StampView } from '../../core/view-model/index.ts';
import type { Palette } from './palette.ts';
import { textWidth, uiFont } from './plate-picture.ts';
import type { Picture } from './shelf.ts';

/** A rubber stamp: two frames, capitals, worn ink. */
export function stampPicture(palette: Palette, ratio: number, stamp: StampView, isCompact: boolean): Picture {
  const color = { good: palette.good, mixed: palette.ink2, bad: palette.bad }[stamp.tone];
  const size = isCompact ? 11 : 15;
  const font = uiFont({ palette, ratio }, 800, size);
  const text = stamp.text.toLocaleUpperCase();
  const padding = size * ratio;
  const spacing = 1.1 * ratio;
  const width = Math.ceil(textWidth(text, font) + spacing * text.length + 2 * padding);
  const height = Math.ceil(size * 2.3 * ratio);
  return {
    width,
    height,
    draw: (context) => {
      context.fillStyle = palette.sheet;
      context.globalAlpha = 0.88;
      context.beginPath();
      context.roundRect(0, 0, width, height, 5 * ratio);
      context.fill();
      context.globalAlpha = 1;
      context.strokeStyle = color;
      for (const [inset, line] of [
        [1.6, 2.6],
        [5, 1],
      ] as const) {
        context.lineWidth = line * ratio;
        context.beginPath();
        const at = inset * ratio;
        context.roundRect(at, at, width - 2 * at, height - 2 * at, 4 * ratio);
        context.stroke();
      }
      context.fillStyle = color;
      context.font = font;
      context.letterSpacing = `${spacing}px`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(text, (width + spacing) / 2, height / 2 + 0.8 * ratio);
      wear(context, width, height, palette.sheet, ratio);
    },
  };
}

/** Light specks in a fixed pattern, as where a stamp has no ink. */
function wear(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  paper: string,
  ratio: number,
): void {
  context.fillStyle = paper;
  context.globalAlpha = 0.75;
  const step = 4.3 * ratio;
  let row = 0;
  for (let y = 0; y < height; y += step * 0.8, row++) {
    for (let x = (row % 2) * step * 0.5; x < width; x += step) {
      const grain = Math.abs(Math.sin(x * 12.9898 + y * 78.233) * 43758.5453) % 1;
      if (grain < 0.72) continue;
      context.beginPath();
      context.arc(x, y, (grain - 0.6) * 2.2 * ratio, 0, Math.PI * 2);
      context.fill();
    }
  }
  context.globalAlpha = 1;
}
