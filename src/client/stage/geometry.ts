// Lines on the map as lists of points. Pure: units are whatever the caller uses, y grows downwards.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Line = readonly Point[];

/** Parabola from one place to another that passes through a third half way. */
export function curveThrough(from: Point, via: Point, to: Point, steps = 40): Line {
  const control = { x: 2 * via.x - (from.x + to.x) / 2, y: 2 * via.y - (from.y + to.y) / 2 };
  return Array.from({ length: steps + 1 }, (_, index) => {
    const t = index / steps;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
}

/** Way along the line up to each of its points. */
function distances(line: Line): readonly number[] {
  let sum = 0;
  return line.map((point, index) => {
    const before = line[index - 1];
    if (before) sum += Math.hypot(point.x - before.x, point.y - before.y);
    return sum;
  });
}

export function lengthOf(line: Line): number {
  return distances(line).at(-1) ?? 0;
}

/** Place and direction (unit vector) at a share of the way, 0..1. */
export function placeAt(line: Line, share: number): { readonly point: Point; readonly along: Point } {
  const ways = distances(line);
  const goal = (ways.at(-1) ?? 0) * Math.min(1, Math.max(0, share));
  const next = Math.max(
    1,
    ways.findIndex((way) => way >= goal),
  );
  const from = line[next - 1] ?? { x: 0, y: 0 };
  const to = line[next] ?? from;
  const start = ways[next - 1] ?? 0;
  const size = (ways[next] ?? start) - start || 1;
  const t = (goal - start) / size;
  return {
    point: { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t },
    along: { x: (to.x - from.x) / size, y: (to.y - from.y) / size },
  };
}

/** The part of a line between two shares of its way. */
export function partOf(line: Line, from: number, to: number): Line {
  if (to <= from) return [];
  const ways = distances(line);
  const total = ways.at(-1) ?? 0;
  const inner = line.filter((_, index) => {
    const way = ways[index] ?? 0;
    return way > from * total && way < to * total;
  });
  return [placeAt(line, from).point, ...inner, placeAt(line, to).point];
}

/** Cuts a line into strokes of one length with gaps of another. */
export function dashes(line: Line, stroke: number, gap: number): readonly Line[] {
  const total = lengthOf(line);
  if (total === 0) return [];
  const count = Math.ceil(total / (stroke + gap));
  return Array.from({ length: count }, (_, index) => {
    const start = index * (stroke + gap);
    return partOf(line, start / total, Math.min(total, start + stroke) / total);
  });
}

/** Short strokes across a line, evenly spread, none nearer to its ends than `margin`. */
export function ticksAcross(line: Line, spacing: number, reach: number, margin: number): readonly Line[] {
  const total = lengthOf(line);
  const room = total - 2 * margin;
  if (room <= 0 || spacing <= 0) return [];
  const count = Math.floor(room / spacing);
  const start = margin + (room - count * spacing) / 2;
  return Array.from({ length: count + 1 }, (_, index) => {
    const { point, along } = placeAt(line, (start + index * spacing) / total);
    return [
      { x: point.x - along.y * reach, y: point.y + along.x * reach },
      { x: point.x + along.y * reach, y: point.y - along.x * reach },
    ];
  });
}

/** The same line, shifted sideways. */
export function beside(line: Line, distance: number): Line {
  return line.map((point, index) => {
    const from = line[index - 1] ?? point;
    const to = line[index + 1] ?? point;
    const size = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    return {
      x: point.x - ((to.y - from.y) / size) * distance,
      y: point.y + ((to.x - from.x) / size) * distance,
    };
  });
}

export function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

export function rectAround({ x, y }: Point, width: number, height: number): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
