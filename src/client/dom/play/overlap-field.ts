import type { OverlapPhaseView } from '../../../core/view-model/index.ts';

// Where the dots of the overlap picture stand. Contracts with the same answers stand together, and sides that
// ratify take columns while sides at the table take rows: so each set is one shape, and shapes overlap exactly
// where contracts are in both.

export const COLUMNS = 40;
export const ROWS = 25;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The dots of one size: the more sides say yes, the larger. */
export interface DotGroup {
  /** Share of the asked sides that say yes, 0 to 1. */
  readonly share: number;
  /** Zero-length strokes, to be drawn with round caps. */
  readonly path: string;
}

/** The outline of some dots, and where a badge for them may stand. */
export interface Area {
  readonly path: string;
  readonly badge: Point;
}

export interface OverlapField {
  readonly dots: readonly DotGroup[];
  /** One for each set of the phase; none for a side that has no say, or that accepts nothing. */
  readonly areas: readonly (Area | undefined)[];
  /** Contracts that all accept. */
  readonly agreed?: Area;
  /** Contracts that fail only on the side that is new. */
  readonly lost?: Area;
}

type Region = OverlapPhaseView['regions'][number];
/** One side of a dot's square, on the way around. */
interface Edge extends Point {
  readonly dx: number;
  readonly dy: number;
}
interface Cell extends Point {
  readonly region: Region;
}

export function layOutField({ sets, regions }: Pick<OverlapPhaseView, 'sets' | 'regions'>): OverlapField {
  const asked = sets.filter(({ hasSay }) => hasSay);
  const cells = placeDots(
    regions,
    asked.map(({ who }) => who === 'ratifier'),
  );
  const areaOf = (isIn: (answers: readonly boolean[]) => boolean, outset: number): Area | undefined =>
    outline(
      cells.filter(({ region }) => isIn(region.answers)),
      outset,
    );
  const newest = asked.findIndex(({ isNew }) => isNew);
  const isAgreed = (answers: readonly boolean[]) => answers.every((yes) => yes);
  const isLost = (answers: readonly boolean[]) =>
    newest >= 0 && answers.every((yes, index) => yes === (index !== newest));
  const agreed = areaOf(isAgreed, 0);
  const lost = areaOf(isLost, 0);
  const badges = badgePlaces(
    cells,
    asked.map(({ count }) => count),
    ({ answers }) => isAgreed(answers) || isLost(answers),
  );
  return {
    dots: dotGroups(cells),
    areas: sets.map((set) => {
      const index = asked.indexOf(set);
      if (index < 0) return undefined;
      // Lines of sets that end together run beside each other.
      const area = areaOf((answers) => answers[index] === true, OUTSET * (asked.length - 1 - index));
      return area && { ...area, badge: badges[index] ?? area.badge };
    }),
    ...(agreed ? { agreed } : {}),
    ...(lost ? { lost } : {}),
  };
}

const OUTSET = 0.16;

/** Fills the field column by column: a band for each answer of the ratifiers, in it rows for the others. */
function placeDots(regions: readonly Region[], isRatifier: readonly boolean[]): readonly Cell[] {
  const part = ({ answers }: Region, wanted: boolean) =>
    answers.filter((_, index) => isRatifier[index] === wanted);
  const bandOf = (region: Region) => grayRank(part(region, true));
  const bands = [...new Set(regions.map(bandOf))].sort((a, b) => a - b);
  const cells: Cell[] = [];
  for (const band of bands) {
    const inside = regions.filter((region) => bandOf(region) === band);
    const dots = inside.reduce((sum, region) => sum + region.dots, 0);
    const places = Array.from({ length: dots }, (_, index) => placeOf(cells.length + index)).sort(
      (a, b) => a.y - b.y || b.x - a.x,
    );
    // The first at the table has the upper rows.
    const rows = inside.toSorted((a, b) => grayRank(part(b, false)) - grayRank(part(a, false)));
    let next = 0;
    for (const region of rows) {
      for (const place of places.slice(next, next + region.dots)) cells.push({ ...place, region });
      next += region.dots;
    }
  }
  return cells;
}

function placeOf(index: number): Point {
  return { x: Math.floor(index / ROWS), y: index % ROWS };
}

/**
 * Place of some answers in Gray's order, in which neighbours differ in one answer alone: so the contracts that the
 * first two say yes to stand side by side.
 */
function grayRank(answers: readonly boolean[]): number {
  let rank = 0;
  let isOn = false;
  for (const yes of answers) {
    isOn = yes !== isOn;
    rank = rank * 2 + (isOn ? 1 : 0);
  }
  return rank;
}

function dotGroups(cells: readonly Cell[]): readonly DotGroup[] {
  const groups = new Map<number, string[]>();
  for (const { x, y, region } of cells) {
    const { answers } = region;
    const share = answers.filter((yes) => yes).length / Math.max(1, answers.length);
    const marks = groups.get(share) ?? [];
    marks.push(`M${x + 0.5} ${y + 0.5}h0`);
    groups.set(share, marks);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([share, marks]) => ({ share, path: marks.join('') }));
}

/**
 * Each in the largest group of dots that is not another's; the smallest set chooses first. What matters most is kept
 * free if it can be.
 */
function badgePlaces(
  cells: readonly Cell[],
  counts: readonly number[],
  isFree: (region: Region) => boolean,
): readonly (Point | undefined)[] {
  const bySize = [...new Set(cells.map(({ region }) => region))].sort(
    (a, b) => Number(isFree(a)) - Number(isFree(b)) || b.dots - a.dots,
  );
  const places: (Point | undefined)[] = counts.map(() => undefined);
  const order = counts.map((count, set) => ({ count, set })).sort((a, b) => a.count - b.count);
  for (const { set } of order) {
    const at = bySize.findIndex(({ answers }) => answers[set] === true);
    const [group] = at < 0 ? [] : bySize.splice(at, 1);
    if (group) places[set] = roomiest(cells.filter(({ region }) => region === group));
  }
  return places;
}

/** The middle of the dot that is farthest from all others' dots; among several the one nearest to the middle of all. */
function roomiest(cells: readonly Point[]): Point {
  const inside = new Set(cells.map(keyOf));
  const middle = middleOf(cells);
  const ranked = cells.map((cell) => ({
    cell,
    room: roomAround(cell, inside),
    off: Math.hypot(cell.x + 0.5 - middle.x, cell.y + 0.5 - middle.y),
  }));
  const [best] = ranked.sort((a, b) => b.room - a.room || a.off - b.off);
  return best ? { x: best.cell.x + 0.5, y: best.cell.y + 0.5 } : middle;
}

/** How many dots one can go in every direction without meeting others'. */
function roomAround({ x, y }: Point, inside: ReadonlySet<number>): number {
  const isFull = (reach: number) => {
    for (let across = -reach; across <= reach; across += 1)
      for (let down = -reach; down <= reach; down += 1)
        if (!inside.has(keyOf({ x: x + across, y: y + down }))) return false;
    return true;
  };
  let room = 0;
  while (isFull(room + 1)) room += 1;
  return room;
}

/** One number for each corner of the grid, a ring outside of it included. */
function keyOf({ x, y }: Point): number {
  return (x + COLUMNS) * 4 * ROWS + y + ROWS;
}

function middleOf(cells: readonly Point[]): Point {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { x: mean(cells.map(({ x }) => x)) + 0.5, y: mean(cells.map(({ y }) => y)) + 0.5 };
}

/** The edge of some cells as one path; `outset` moves it away from the dots. */
function outline(cells: readonly Point[], outset: number): Area | undefined {
  if (cells.length === 0) return undefined;
  const key = (x: number, y: number) => keyOf({ x, y });
  const inside = new Set(cells.map(keyOf));
  // Edges run clockwise, so that what is inside lies to the right of each.
  const edges = new Map<number, Edge[]>();
  const add = (edge: Edge) => {
    const from = key(edge.x, edge.y);
    edges.set(from, [...(edges.get(from) ?? []), edge]);
  };
  for (const { x, y } of cells) {
    if (!inside.has(key(x, y - 1))) add({ x, y, dx: 1, dy: 0 });
    if (!inside.has(key(x + 1, y))) add({ x: x + 1, y, dx: 0, dy: 1 });
    if (!inside.has(key(x, y + 1))) add({ x: x + 1, y: y + 1, dx: -1, dy: 0 });
    if (!inside.has(key(x - 1, y))) add({ x, y: y + 1, dx: 0, dy: -1 });
  }
  const takeFrom = (x: number, y: number) => edges.get(key(x, y))?.pop();
  const loops: string[] = [];
  for (const start of edges.values()) {
    for (let first = start.pop(); first; first = start.pop()) {
      const corners: string[] = [];
      let edge = first;
      do {
        const [x, y] = [edge.x + edge.dx, edge.y + edge.dy];
        const next = takeFrom(x, y) ?? first;
        // Outward is to the left of the way.
        if (next.dx !== edge.dx || next.dy !== edge.dy)
          corners.push(
            `${round(x + outset * (edge.dy + next.dy))} ${round(y - outset * (edge.dx + next.dx))}`,
          );
        edge = next;
      } while (edge !== first);
      loops.push(`M${corners.join('L')}Z`);
    }
  }
  return { path: loops.join(''), badge: middleOf(cells) };
}

const round = (value: number) => Math.round(value * 100) / 100;
