import type { MapArt, MapFrame } from './art.ts';
import { curveThrough, type Line, overlaps, type Point, placeAt, type Rect, rectAround } from './geometry.ts';

/** Plates would lie on one another where the wide map has to be drawn smaller than this. */
const SMALLEST_WIDE = 0.75;
const SMALLEST_LABEL = 0.82;
/** Below this width, in CSS pixels, the strip of the calendar is low and has no words on its flags. */
const NARROW = 500;
const STRIP = { narrow: 17, broad: 22 };

/** Where things stand on a canvas of some size. All lengths in canvas pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Canvas pixels per CSS pixel. */
  readonly ratio: number;
  readonly isCompact: boolean;
  readonly frame: MapFrame;
  /** Canvas pixels per unit of the map. */
  readonly scale: number;
  readonly origin: Point;
  readonly portrait: number;
  /** Canvas pixels per CSS pixel of a label: labels shrink with the map, but stay readable. */
  readonly labelRatio: number;
  /** The calendar along the lower edge, below the map. */
  readonly strip: { readonly height: number; readonly isNarrow: boolean };
}

/** Fits the map into the canvas: as large as it can be whole, in the middle; the sea goes on around it. */
export function layoutStage(map: MapArt, width: number, height: number, ratio: number): Layout {
  const isNarrow = width < NARROW;
  const strip = isNarrow ? STRIP.narrow : STRIP.broad;
  const mapHeight = Math.max(1, height - strip);
  const scaleOf = ({ size }: MapFrame) => Math.min(width / size.width, mapHeight / size.height);
  // Whichever frame leaves the least of the canvas to the open sea.
  const filled = (frame: MapFrame) => scaleOf(frame) ** 2 * frame.size.width * frame.size.height;
  const frames = scaleOf(map.wide) >= SMALLEST_WIDE ? [map.band, map.wide] : [map.band];
  const frame = frames.reduce((best, next) => (filled(next) > filled(best) ? next : best), map.compact);
  const isCompact = frame === map.compact;
  const scale = scaleOf(frame) * ratio;
  return {
    width: Math.round(width * ratio),
    height: Math.round(height * ratio),
    ratio,
    isCompact,
    frame,
    scale,
    origin: {
      x: (width * ratio - frame.size.width * scale) / 2,
      y: (mapHeight * ratio - frame.size.height * scale) / 2,
    },
    portrait: frame.portrait * scale,
    labelRatio: ratio * Math.min(1, Math.max(SMALLEST_LABEL, scale / ratio)),
    strip: { height: strip * ratio, isNarrow },
  };
}

export function toCanvas({ scale, origin }: Layout, point: Point): Point {
  return { x: origin.x + point.x * scale, y: origin.y + point.y * scale };
}

/** Where a city is and where the portrait of its party stands; undefined for a city that the map lacks. */
export function cityPlaces(
  layout: Layout,
  city: string | undefined,
): { readonly city: Point; readonly portrait: Point; readonly plate: string } | undefined {
  const place = city === undefined ? undefined : layout.frame.cities[city];
  const slot = city === undefined ? undefined : layout.frame.slots[city];
  if (!place || !slot) return undefined;
  return { city: toCanvas(layout, place), portrait: toCanvas(layout, slot), plate: slot.plate };
}

/**
 * The way from the player's city to another: along the great circle. A party in the player's own city
 * is joined by the way from the city to its portrait.
 */
export function relationLine(layout: Layout, from: string, to: string): Line | undefined {
  const start = cityPlaces(layout, from);
  const end = cityPlaces(layout, to);
  if (!start || !end) return undefined;
  if (from === to) return [start.city, end.portrait];
  const { midpoints } = layout.frame;
  const via = midpoints[`${from} ${to}`] ?? midpoints[`${to} ${from}`];
  if (!via) return [start.city, end.city];
  return curveThrough(start.city, toCanvas(layout, via), end.city);
}

export interface LabelWish {
  readonly id: string;
  readonly line: Line;
  readonly width: number;
  readonly height: number;
}

// Half way first, then alternately nearer and farther.
const LABEL_SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** Finds each label a place on its line that nothing else covers; labels without one are left out. */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Rect[],
  bounds: Rect,
): ReadonlyMap<string, Point> {
  const taken = [...obstacles];
  const places = new Map<string, Point>();
  for (const { id, line, width, height } of wishes) {
    const spots = LABEL_SHARES.map((share) => placeAt(line, share).point);
    const spot = spots.find((point) => {
      const rect = rectAround(point, width, height);
      const isInside =
        rect.x >= bounds.x &&
        rect.y >= bounds.y &&
        rect.x + width <= bounds.x + bounds.width &&
        rect.y + height <= bounds.y + bounds.height;
      return isInside && !taken.some((other) => overlaps(rect, other));
    });
    if (!spot) continue;
    places.set(id, spot);
    taken.push(rectAround(spot, width, height));
  }
  return places;
}
