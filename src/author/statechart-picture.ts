import type { RegionTable, RunTables } from '../core/machine/index.ts';
import { createDrawing, HEAD_HEIGHT } from './svg.ts';

const BOX = { width: 168, height: 30 };
const COLUMN = 350;
const LINE = 13;
/** How far an arrow within a column swings out, past the words below a state. */
const BULGE = 170;
const MARGIN = 24;
const LEGEND =
  'All regions run side by side. Heavy frame: first state. Below each state the events that leave it, and where to; [if]: only under a condition; without an arrow the state stays.';
/** The legend is one line. */
const LEGEND_WIDTH = 900;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly events: readonly string[];
}

/** The statechart as SVG: one panel for each region, states from left to right as a run comes to them. */
export function statechartPicture({ regions, scenario }: RunTables): string {
  const drawing = createDrawing(`Statechart of ${scenario.manifest.id}`, LEGEND);
  let y = HEAD_HEIGHT;
  let width = LEGEND_WIDTH;
  for (const region of regions) {
    const edges = edgesOf(region);
    const columns = columnsOf(region, edges);
    const place = new Map<string, { readonly x: number; readonly y: number }>();
    // Every arrow out of a state has a line of its own below it, so that no words lie on others.
    let height = 0;
    columns.forEach((states, column) => {
      let at = y + 40;
      for (const state of states) {
        place.set(state, { x: MARGIN + 16 + column * COLUMN, y: at });
        const lines = edges.filter(({ from }) => from === state).flatMap(({ events }) => events).length;
        at += BOX.height + 16 + lines * LINE;
      }
      height = Math.max(height, at - y);
    });
    const panel = MARGIN + columns.length * COLUMN;
    width = Math.max(width, panel);
    drawing.rect(MARGIN, y, panel - MARGIN, height, 'panel');
    drawing.text(MARGIN + 16, y + 24, region.id, 'head');
    for (const [state, { x, y: top }] of place) {
      drawing.rect(x, top, BOX.width, BOX.height, state === region.initialLeaf ? 'start' : undefined);
      drawing.text(x + 8, top + 19, state);
      let line = top + BOX.height + LINE;
      for (const { from, to, events } of edges) {
        if (from !== state) continue;
        const end = place.get(to);
        if (end && to !== from) drawing.arrow(pathBetween({ x, y: top }, end));
        for (const event of events) {
          drawing.text(x + 8, line, to === from ? event : `${event} → ${to}`, 'small');
          line += LINE;
        }
      }
    }
    y += height + MARGIN;
  }
  return drawing.toText(width + MARGIN, y);
}

function pathBetween(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): string {
  const middle = BOX.height / 2;
  if (to.x > from.x) {
    const bend = (to.x - from.x - BOX.width) / 2;
    const start = from.x + BOX.width;
    return `M${start} ${from.y + middle}C${start + bend} ${from.y + middle} ${to.x - bend} ${to.y + middle} ${to.x} ${to.y + middle}`;
  }
  if (to.x < from.x) {
    // Back to another line: through the gap between the columns, where no words reach.
    if (to.y !== from.y && from.x - to.x === COLUMN) {
      const end = to.x + BOX.width;
      return `M${from.x} ${from.y + middle}C${from.x - 70} ${from.y + middle} ${end + 90} ${to.y + middle} ${end} ${to.y + middle}`;
    }
    // Back: over the top of both boxes.
    const [start, end] = [from.x + BOX.width / 2, to.x + BOX.width / 2];
    return `M${start} ${from.y}C${start} ${from.y - 22} ${end} ${to.y - 22} ${end} ${to.y}`;
  }
  // Within a column: around the right side.
  const side = from.x + BOX.width;
  return `M${side} ${from.y + middle}C${side + BULGE} ${from.y + middle} ${side + BULGE} ${to.y + middle} ${side} ${to.y + middle}`;
}

/** Transitions between leaves; those of a parent start from each of its leaves. */
function edgesOf({ leaves }: RegionTable): readonly Edge[] {
  const events = new Map<string, Set<string>>();
  for (const [from, on] of leaves)
    for (const [event, transitions] of on)
      for (const { leaf, when } of transitions) {
        const key = JSON.stringify([from, leaf]);
        events.set(key, (events.get(key) ?? new Set()).add(when === undefined ? event : `${event} [if]`));
      }
  return [...events].map(([key, names]) => {
    const [from = '', to = ''] = JSON.parse(key) as [string, string];
    return { from, to, events: [...names] };
  });
}

/** States by the number of transitions from the first one; what nothing leads to stands last. */
function columnsOf({ leaves, initialLeaf }: RegionTable, edges: readonly Edge[]): readonly string[][] {
  const depth = new Map([[initialLeaf, 0]]);
  for (const [state, at] of depth)
    for (const { from, to } of edges) if (from === state && !depth.has(to)) depth.set(to, at + 1);
  const last = Math.max(...depth.values()) + 1;
  const columns: string[][] = [];
  for (const leaf of leaves.keys()) {
    const column = depth.get(leaf) ?? last;
    for (let missing = columns.length; missing <= column; missing += 1) columns.push([]);
    columns[column]?.push(leaf);
  }
  return columns;
}
