import type { RunTables } from '../core/machine/index.ts';
import type { Effect, Scenario } from '../core/scenario/index.ts';
import { createDrawing, HEAD_HEIGHT } from './svg.ts';

const LEFT = { x: 24, width: 330 };
const RIGHT = { x: 400, width: 620 };
const LINE = 15;
const LEGEND =
  'By date, from the top. ● what was really done, ○ another choice, → what it starts. Dashed line and [if]: only under a condition.';

/** The story as SVG: what the world does on the left, scenes with their choices on the right, by date. */
export function storyPicture({ agenda, scenario }: RunTables): string {
  const drawing = createDrawing(`Story of ${scenario.manifest.id}`, LEGEND);
  drawing.text(LEFT.x, HEAD_HEIGHT + 20, 'Calendar', 'head');
  drawing.text(RIGHT.x, HEAD_HEIGHT + 20, 'Scenes', 'head');
  let y = HEAD_HEIGHT + 36;
  let lastScene: number | undefined;
  for (const entry of agenda) {
    if (entry.kind === 'calendar') {
      const { id, when, chance, effects } = entry.event;
      const notes = [
        when ? 'if' : '',
        chance ? `chance: ${chance.name}` : '',
        ...effects.flatMap(consequence),
      ];
      drawing.text(LEFT.x, y + 12, `${entry.date}  ${id}`);
      drawing.text(LEFT.x + 84, y + 25, notes.filter((note) => note !== '').join(', '), 'small');
      y += 34;
    } else if (entry.kind === 'scene') {
      const { scene } = entry;
      const height = 26 + scene.choices.length * LINE;
      if (lastScene !== undefined)
        drawing.arrow(`M${RIGHT.x + 30} ${lastScene}V${y - 1}`, scene.when ? 'maybe' : undefined);
      drawing.rect(RIGHT.x, y, RIGHT.width, height);
      drawing.text(RIGHT.x + 10, y + 17, `${entry.date}  ${scene.id}  (act ${scene.act}, ${scene.kind})`);
      scene.choices.forEach((choice, index) => {
        const results = choice.effects.flatMap(consequence).join(', ');
        const gate = choice.when ? ' [if]' : '';
        const words = `${choice.history ? '●' : '○'} ${choice.id}${gate}${results === '' ? '' : ` → ${results}`}`;
        drawing.text(RIGHT.x + 22, y + 32 + index * LINE, words, 'small');
      });
      lastScene = y + height;
      y += height + 14;
    } else y = endings(drawing, scenario, y);
  }
  return drawing.toText(RIGHT.x + RIGHT.width + 24, y + 24);
}

function endings(
  drawing: ReturnType<typeof createDrawing>,
  { endings: list }: Scenario,
  top: number,
): number {
  const read = list.filter(({ direct }) => !direct);
  drawing.rect(RIGHT.x, top, RIGHT.width, 28 + read.length * LINE, 'panel');
  drawing.text(RIGHT.x + 10, top + 18, 'Finale: the first ending that holds', 'head');
  read.forEach(({ id }, index) => drawing.text(RIGHT.x + 22, top + 34 + index * LINE, id, 'small'));
  return top + 42 + read.length * LINE;
}

/** What an effect starts elsewhere; points of trust are no part of the picture. */
function consequence(effect: Effect): readonly string[] {
  if ('send' in effect) return [effect.send];
  if ('table' in effect) return [`table ${effect.table.draft}`];
  if ('end' in effect) return [`end ${effect.end}`];
  if ('cancel' in effect) return ['agreement void'];
  if ('set' in effect) return Object.entries(effect.set).map(([flag, value]) => `${flag}: ${value}`);
  return [];
}
