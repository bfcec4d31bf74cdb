import { cluster, type HierarchyPointNode, hierarchy } from 'd3-hierarchy';
import type { RunTreeNodeView, RunTreeView } from '../../../core/view-model/index.ts';
import { useWidth } from '../charts/use-width.ts';
import { useWords } from '../parts/env.ts';

// Pixels. A column must hold a fork and the mark of a branch, a row the title of an ending.
const COLUMN = { least: 64, most: 170 };
const ROW = { oneLine: 34, twoLines: 42 };
const EDGE = 20;
const FORK = 13;
/** Where the ways of a fork turn off. */
const TURN = 24;
/** From a leaf to its title. */
const GAP = 16;
/** Widest letter of the titles, on average. */
const LETTER = 8;
const LINE = 16;
/** Below this width titles are broken at a space, about so many letters from the start. */
const NARROW = 480;
const SHORT = 12;

type TreeNode = HierarchyPointNode<RunTreeNodeView>;

interface RunTreePictureProps {
  readonly tree: Omit<RunTreeView, 'hasMore'>;
  /** What stands at a leaf; else as in a debrief of one run. */
  readonly labelOf?: (leaf: RunTreeNodeView) => string;
}

/** The tree from left to right, its endings below each other. The list beside it says the same in words. */
export function RunTreePicture({ tree, labelOf: named }: RunTreePictureProps) {
  const t = useWords();
  const [host, room] = useWidth<HTMLDivElement>();
  const isNarrow = room < NARROW;
  const root = cluster<RunTreeNodeView>()
    .nodeSize([isNarrow ? ROW.twoLines : ROW.oneLine, 1])
    .separation(() => 1)(hierarchy(tree.root, ({ fork }) => fork?.branches));
  const leaves = root.leaves();
  const top = Math.min(...leaves.map(({ x }) => x));
  const labelOf = (leaf: RunTreeNodeView): string =>
    named?.(leaf) ??
    t('debrief.whatIf.tree.label', {
      state: leaf.ending === undefined ? 'open' : 'ended',
      ending: leaf.ending ?? '',
      isThis: leaf.isThis ? 'yes' : 'no',
    });
  const linesOf = ({ data }: TreeNode) => (isNarrow ? twoLines(labelOf(data)) : [labelOf(data)]);
  const widest = Math.max(...leaves.flatMap(linesOf).map(({ length }) => length));
  const beside = 2 * EDGE + GAP + widest * LETTER;
  // As wide as the page, where that is not too narrow for the marks; the box scrolls then.
  const column = Math.min(
    COLUMN.most,
    Math.max(COLUMN.least, (room - 2 - beside) / Math.max(1, root.height)),
  );
  const width = root.height * column + beside;
  const height = Math.max(...leaves.map(({ x }) => x)) - top + 2 * EDGE;
  // What is drawn last lies on top.
  const links = root.links().toSorted((a, b) => Number(a.target.data.isThis) - Number(b.target.data.isThis));
  const across = ({ y }: TreeNode) => y * column + EDGE;
  const down = ({ x }: TreeNode) => x - top + EDGE;
  return (
    <div ref={host}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be scrollable with the keyboard. */}
      <section class="run-tree__scroll" tabIndex={0} aria-label={t('debrief.whatIf.tree.picture')}>
        <svg
          class="run-tree"
          role="img"
          aria-label={t('debrief.whatIf.tree.about', { runs: tree.runs, forks: tree.forks })}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
        >
          {links.map(({ source, target }) => (
            <g key={target.data.mark} data-this={target.data.isThis}>
              <path
                class="run-tree__way"
                d={`M${across(source)},${down(source)}h${TURN}V${down(target)}H${across(target)}`}
              />
              <text class="run-tree__mark" x={across(source) + TURN + 5} y={down(target) - 5}>
                {target.data.mark}
              </text>
            </g>
          ))}
          {root.descendants().map((node) => {
            const { fork, mark, isThis } = node.data;
            const [x, y] = [across(node), down(node)];
            return (
              <g key={mark} data-this={isThis}>
                {fork ? (
                  <>
                    <circle class="run-tree__dot" cx={x} cy={y} r={FORK} />
                    <text class="run-tree__number" x={x} y={y + 4}>
                      {fork.number}
                    </text>
                  </>
                ) : (
                  <>
                    <path class="run-tree__leaf" d={isThis ? star(x, y) : `M${x - 6},${y - 6}h12v12h-12z`} />
                    {linesOf(node).map((line, at, lines) => (
                      <text
                        key={line}
                        class="run-tree__title"
                        x={x + GAP}
                        y={y + 4 + (at - (lines.length - 1) / 2) * LINE}
                      >
                        {line}
                      </text>
                    ))}
                  </>
                )}
              </g>
            );
          })}
        </svg>
      </section>
    </div>
  );
}

/** Broken at the space that comes first after a few letters. */
function twoLines(words: string): readonly string[] {
  const space = words.indexOf(' ', SHORT);
  return space < 0 ? [words] : [words.slice(0, space), words.slice(space + 1)];
}

/** A star with five points about a place. */
function star(x: number, y: number): string {
  const points = Array.from({ length: 10 }, (_, at) => {
    const radius = at % 2 === 0 ? 11 : 4.5;
    const angle = (Math.PI * at) / 5 - Math.PI / 2;
    return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}z`;
}
