import type { Mood } from '../../core/view-model/index.ts';
import type { Point } from './geometry.ts';

/** One baked view of the world: a regular grid of dots, cities and the places where portraits stand. */
export interface MapFrame {
  readonly size: { readonly width: number; readonly height: number };
  /** How far the dots go on beyond the frame. */
  readonly bleed: Point;
  /** Distance of two dots in a row; rows lie closer by the height of a triangle. */
  readonly pitch: number;
  /** Radius of a portrait. */
  readonly portrait: number;
  readonly slots: Readonly<Record<string, Point & { readonly plate: string }>>;
  readonly cities: Readonly<Record<string, Point>>;
  /** Half way along the great circle between two cities, by "from to". */
  readonly midpoints: Readonly<Record<string, Point>>;
  /** Each line as x, y, x, y … */
  readonly graticule: readonly (readonly number[])[];
  /** Letters of countries in colour: key of the colour, and the city around which their dots are largest. */
  readonly tints: Readonly<Record<string, { readonly color: string; readonly around: string }>>;
  /** Runs of dots: count in base 36 and a letter: S sea, L land, others as in `tints`. */
  readonly rows: readonly string[];
}

export interface MapArt {
  /** As on a poster: portraits carry plates. */
  readonly wide: MapFrame;
  /** Low and broad, above the words of a scene on a large screen. */
  readonly band: MapFrame;
  /** For phones. */
  readonly compact: MapFrame;
}

/** Figures in layers, as markup on one grid: `assets/art/figures.json`. */
export interface FigureArt {
  readonly viewBox: string;
  readonly figures: Readonly<Record<string, { readonly body: string; readonly front?: string }>>;
  readonly faces: Readonly<Record<Mood, string>>;
}

export interface EmblemArt {
  readonly viewBox: string;
  readonly emblems: Readonly<Record<string, string>>;
}

export interface StageArt {
  readonly map: MapArt;
  readonly figures: FigureArt;
  readonly emblems: EmblemArt;
}

/** Loads all drawings; rejects when a file cannot be had. */
export async function loadArt(): Promise<StageArt> {
  const [map, figures, emblems] = await Promise.all([
    import('../../../assets/map/map.json'),
    import('../../../assets/art/figures.json'),
    import('../../../assets/icons/emblems.json'),
  ]);
  return { map: map.default, figures: figures.default, emblems: emblems.default };
}
