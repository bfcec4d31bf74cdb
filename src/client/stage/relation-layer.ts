import type { GameObjects } from 'phaser';
import type { PlayView, RelationView } from '../../core/view-model/index.ts';
import { type Line, type Point, partOf, placeAt, type Rect, rectAround } from './geometry.ts';
import { type LabelWish, placeLabels, relationLine } from './layout.ts';
import { toNumber } from './palette.ts';
import { type PillLook, pillPicture } from './plate-picture.ts';
import { strokesOf } from './relation-strokes.ts';
import { DEPTH, placeSharply, type StageContext } from './stage-context.ts';
import type { StageChanges } from './view-changes.ts';

const DRAW_MS = 620;
/** A stamp stands in for the label, and is larger by about this much. */
const STAMP_ROOM = 2.3;
/** Where a stamp goes that finds no free place: on the sea, before the first face. */
const STAMP_SHARE = 0.28;

interface Drawn {
  readonly graphics: GameObjects.Graphics;
  readonly pill: GameObjects.Image;
  /** 0..1, how much of the line is there. */
  readonly pen: { reach: number };
  /** What is drawn; a line that is still on its way follows the newest view. */
  relation: RelationView;
  line: Line;
}

export interface RelationLayer {
  /** Draws all lines. Returns the place of each party's label, also of those that a stamp hides. */
  show(view: PlayView, changes: StageChanges, obstacles: readonly Rect[]): ReadonlyMap<string, Point>;
}

/** Lines from the player's city to the parties, each with its label. */
export function createRelationLayer(context: StageContext): RelationLayer {
  const { scene, layout, palette, shelf, motion } = context;
  const drawn = new Map<string, Drawn>();

  const nodeFor = (relation: RelationView, line: Line): Drawn => {
    const known = drawn.get(relation.party);
    if (known) return Object.assign(known, { relation, line });
    const node: Drawn = {
      graphics: scene.add.graphics().setDepth(DEPTH.relation),
      pill: scene.add.image(0, 0, '__WHITE').setDepth(DEPTH.label).setVisible(false),
      pen: { reach: 1 },
      relation,
      line,
    };
    drawn.set(relation.party, node);
    return node;
  };

  const draw = ({ graphics, pen, relation, line }: Drawn): void => {
    graphics.clear();
    for (const { lines, width, color } of strokesOf(relation, partOf(line, 0, pen.reach), layout, palette)) {
      graphics.lineStyle(width, toNumber(color));
      for (const stroke of lines) strokeLine(graphics, stroke);
    }
  };

  const pillKey = (relation: RelationView, view: PlayView): string => {
    const party = view.parties.find(({ id }) => id === relation.party);
    const look = pillLook(relation, context, party?.color ?? '');
    const size = layout.isCompact ? 10.5 : 12.5;
    return shelf.put(`pill:${relation.style}:${party?.color}:${relation.label}`, () =>
      pillPicture({ palette, ratio: layout.labelRatio }, relation.label, look, size),
    );
  };

  return {
    show: (view, changes, obstacles) => {
      const home = view.parties.find(({ isPlayer }) => isPlayer)?.city;
      const shown = view.relations.filter(({ style }) => style !== 'none');
      const lines = new Map(
        shown.flatMap((relation) => {
          const line = home === undefined ? undefined : relationLine(layout, home, relation.city);
          return line ? [[relation.party, { relation, line }] as const] : [];
        }),
      );
      for (const [party, node] of drawn) {
        if (lines.has(party)) continue;
        node.graphics.destroy();
        node.pill.destroy();
        drawn.delete(party);
      }
      const stamped = new Set(view.stamps.map(({ party }) => party));
      const keys = new Map<string, string>();
      const wishes: LabelWish[] = [];
      for (const [party, { relation, line }] of lines) {
        if (relation.label === '') continue;
        const key = pillKey(relation, view);
        keys.set(party, key);
        const { width, height } = scene.textures.getFrame(key);
        const air = 4 * layout.ratio;
        const room = stamped.has(party) ? STAMP_ROOM : 1;
        wishes.push({ id: party, line, width: width * room + air, height: height * room + air });
      }
      const bounds = { x: 0, y: 0, width: layout.width, height: layout.height };
      // Where labels are few, the cross on a broken line says what its label would.
      const crosses = [...lines.values()]
        .filter(({ relation }) => layout.isCompact && relation.style === 'broken')
        .map(({ line }) => rectAround(placeAt(line, 0.5).point, 12 * layout.ratio, 12 * layout.ratio));
      const places = placeLabels(wishes, [...obstacles, ...crosses], bounds);
      const labels = new Map<string, Point>();
      for (const [party, { relation, line }] of lines) {
        const node = nodeFor(relation, line);
        const place = places.get(party);
        const key = keys.get(party);
        labels.set(party, place ?? placeAt(line, stamped.has(party) ? STAMP_SHARE : 0.5).point);
        const isVisible = place !== undefined && key !== undefined && !stamped.has(party);
        if (isVisible) placeSharply(node.pill.setTexture(key), place.x, place.y);
        node.pill.setVisible(isVisible);
        node.pen.reach = 1;
        if (changes.relations.has(party)) {
          node.pen.reach = 0;
          node.pill.setAlpha(0);
          motion.glide(node.pen, { reach: 1 }, { duration: DRAW_MS, onUpdate: () => draw(node) });
          motion.glide(node.pill, { alpha: 1 }, { duration: 200, delay: DRAW_MS * 0.6 });
        }
        draw(node);
      }
      return labels;
    },
  };
}

function strokeLine(graphics: GameObjects.Graphics, line: Line): void {
  graphics.beginPath();
  line.forEach(({ x, y }, index) => {
    if (index === 0) graphics.moveTo(x, y);
    else graphics.lineTo(x, y);
  });
  graphics.strokePath();
}

function pillLook({ style }: RelationView, { palette }: StageContext, color: string): PillLook {
  switch (style) {
    case 'tense':
      return { fill: palette.ink, ink: palette.sheet };
    case 'signed':
      return { fill: palette.good, ink: palette.sheet, mark: 'check' };
    case 'broken':
      return { fill: palette.sheet, ink: palette.ink, border: palette.ink2, mark: 'cross' };
    default:
      return { fill: palette.party(color).base, ink: palette.sheet };
  }
}
