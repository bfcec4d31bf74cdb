import { cluster, type HierarchyPointNode, hierarchy } from 'd3-hierarchy';
import type { RunTreeNodeView, RunTreeView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

// Pixels. A column must hold a fork and the mark of a branch, a row the title of an ending.
const COLUMN = 84;
const ROW = 34;
const EDGE = 20;
const FORK = 13;
/** Where the ways of a fork turn off. */
const TURN = 24;
/** Widest letter of the titles, on average. */
const LETTER = 8;

type TreeNode = HierarchyPointNode<RunTreeNodeView>;

/** The tree from left to right, its endings below each other. The list beside it says the same in words. */
export function RunTreePicture({ tree }: { readonly tree: RunTreeView }) {
  const t = useWords();
  const root = cluster<RunTreeNodeView>()
    .nodeSize([ROW, COLUMN])
    .separation(() => 1)(hierarchy(tree.root, ({ fork }) => fork?.branches));
  const leaves = root.leaves();
  const top = Math.min(...leaves.map(({ x }) => x));
  const label = ({ ending, isThis }: RunTreeNodeView): string =>
    t('debrief.whatIf.tree.label', {
      state: ending === undefined ? 'open' : 'ended',
      ending: ending ?? '',
      isThis: isThis ? 'yes' : 'no',
    });
  const widest = Math.max(...leaves.map(({ data }) => label(data).length));
  const width = root.height * COLUMN + 2 * EDGE + 12 + widest * LETTER;
  const height = (leaves.length - 1) * ROW + 2 * EDGE;
  // What is drawn last lies on top.
  const links = root.links().toSorted((a, b) => Number(a.target.data.isThis) - Number(b.target.data.isThis));
  const across = ({ y }: TreeNode) => y + EDGE;
  const down = ({ x }: TreeNode) => x - top + EDGE;
  return (
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
                <text class="run-tree__title" x={x + 16} y={y + 4}>
                  {label(node.data)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
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
