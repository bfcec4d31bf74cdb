import type { RelationView } from '../../core/view-model/index.ts';
import { beside, dashes, type Line, partOf, placeAt, ticksAcross } from './geometry.ts';
import type { Layout } from './layout.ts';
import type { Palette } from './palette.ts';

/** Lines of one width and colour; width in canvas pixels. */
export interface Strokes {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly color: string;
}

/** Distance of two ticks in CSS pixels, by tension 1..5. */
const TICK_SPACING = [66, 50, 38, 29, 22];
/** Half the gap in a broken line, as a share of its way. */
const GAP = 0.035;

/**
 * How a relation looks: whole line = open, with ticks = tense, dotted with a gap and a cross = broken,
 * double = signed. The first strokes are a margin in the colour of the sea.
 */
export function strokesOf(
  relation: Pick<RelationView, 'style' | 'tension'>,
  line: Line,
  layout: Pick<Layout, 'ratio' | 'isCompact'>,
  palette: Pick<Palette, 'sea' | 'ink' | 'ink3' | 'good'>,
): readonly Strokes[] {
  if (line.length < 2 || relation.style === 'none') return [];
  const unit = layout.ratio * (layout.isCompact ? 0.8 : 1);
  const margin: Strokes = { lines: [line], width: 8 * unit, color: palette.sea };
  const { ink, ink3, good } = palette;
  if (relation.style === 'broken') {
    const halves = [partOf(line, 0, 0.5 - GAP), partOf(line, 0.5 + GAP, 1)];
    const dots = halves.flatMap((half) => dashes(half, 4 * unit, 5 * unit));
    return [
      margin,
      { lines: dots, width: 2.2 * unit, color: ink3 },
      cross(line, 4.5 * unit, 2.4 * unit, ink),
    ];
  }
  if (relation.style === 'signed') {
    const rails = [beside(line, 2.8 * unit), beside(line, -2.8 * unit)];
    return [
      { ...margin, width: 11 * unit },
      { lines: rails, width: 2.4 * unit, color: good },
    ];
  }
  const spacing = TICK_SPACING[Math.round(relation.tension) - 1];
  const ticks =
    spacing === undefined
      ? []
      : ticksAcross(line, spacing * unit, (3.2 + 0.8 * relation.tension) * unit, 22 * unit);
  return [
    margin,
    { lines: [line], width: (relation.style === 'tense' ? 2.6 : 3.2) * unit, color: ink },
    ...(ticks.length > 0 ? [{ lines: ticks, width: 2 * unit, color: ink }] : []),
  ];
}

function cross(line: Line, reach: number, width: number, color: string): Strokes {
  const { point } = placeAt(line, 0.5);
  const arm = (slope: 1 | -1): Line => [
    { x: point.x - reach, y: point.y - reach * slope },
    { x: point.x + reach, y: point.y + reach * slope },
  ];
  return { lines: [arm(1), arm(-1)], width, color };
}
