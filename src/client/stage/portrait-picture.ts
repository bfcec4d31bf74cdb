import type { Mood } from '../../core/view-model/index.ts';
import type { EmblemArt, FigureArt } from './art.ts';
import type { Palette, PartyColors } from './palette.ts';

/** Canvas of a portrait in units of which its circle measures 100: the head rises above the circle. */
export const PORTRAIT_BOX = { x: -24, y: -46, width: 148, height: 156 };
/** Where the figure stands in that canvas, and its size. */
const FIGURE_PLACE = 'translate(-12 -27) scale(0.1447)';

/** A person in a round window, cut out of paper: SVG markup, complete. */
export function portraitMarkup(
  art: FigureArt,
  figure: string,
  mood: Mood,
  colors: PartyColors,
  palette: Palette,
): string | undefined {
  const layers = art.figures[figure];
  if (!layers) return undefined;
  const { x, y, width, height } = PORTRAIT_BOX;
  const person = `${layers.body}${art.faces[mood]}${layers.front ?? ''}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">`,
    '<defs><clipPath id="window"><path d="M-40 -70H140V50H97A47 47 0 0 1 3 50H-40Z"/></clipPath>',
    `<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(38)"><circle cx="3" cy="3" r="1.5" fill="${palette.ink}"/></pattern></defs>`,
    `<circle cx="50" cy="50" r="47" fill="${colors.tint}" stroke="${palette.ink}" stroke-width="2.4"/>`,
    '<path d="M3 50A47 47 0 0 0 97 50Z" fill="url(#dots)" opacity=".1"/>',
    `<g clip-path="url(#window)"><g transform="${FIGURE_PLACE}">${person}</g></g>`,
    `<path d="M3 50A47 47 0 0 0 97 50" fill="none" stroke="${palette.ink}" stroke-width="2.4"/></svg>`,
  ].join('');
}

export function emblemMarkup(art: EmblemArt, emblem: string): string | undefined {
  const inner = art.emblems[emblem];
  if (inner === undefined) return undefined;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${art.viewBox}" width="128" height="128">${inner}</svg>`;
}

/** Markup as an image that canvases can draw at any size. Rejects markup that the browser refuses. */
export async function loadMarkup(markup: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  return image;
}
