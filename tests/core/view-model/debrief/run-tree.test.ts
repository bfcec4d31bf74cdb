import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  growRunTree,
  type RunBranch,
  type TreeRun,
} from '../../../../src/core/view-model/debrief/run-tree.ts';

/** `s1/a s2/b > E1`: a run in a line. */
function run(line: string): TreeRun {
  const [steps = '', ending = ''] = line.split('>').map((part) => part.trim());
  const decisions = steps
    .split(' ')
    .filter((step) => step !== '')
    .map((step) => {
      const [scene = '', choice = ''] = step.split('/');
      return { scene, choice };
    });
  return { decisions, ...(ending === '' ? {} : { ending }) };
}

const lineOf = ({ decisions, ending = '' }: TreeRun): string =>
  `${decisions.map(({ scene, choice }) => `${scene}/${choice}`).join(' ')} > ${ending}`;

/** Every way from the root to a leaf, as a run. */
function paths(branch: RunBranch<TreeRun>, before: TreeRun['decisions'] = []): readonly TreeRun[] {
  const decisions = [...before, ...branch.way];
  if (branch.branches.length > 0) return branch.branches.flatMap((next) => paths(next, decisions));
  const ending = branch.runs[0]?.ending;
  return [{ decisions, ...(ending === undefined ? {} : { ending }) }];
}

function nodes(branch: RunBranch<TreeRun>): readonly RunBranch<TreeRun>[] {
  return [branch, ...branch.branches.flatMap(nodes)];
}

const few = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const step = fc.record({ scene: few('s1', 's2'), choice: few('a', 'b', 'c') });
const runs = fc.array(
  fc
    .record({ decisions: fc.array(step, { maxLength: 5 }), ending: few('E1', 'E2', undefined) })
    .map(({ ending, ...rest }): TreeRun => ({ ...rest, ...(ending ? { ending } : {}) })),
  { minLength: 1, maxLength: 12 },
);

describe('the tree of runs', () => {
  test('of no run is none, of one run is one way', () => {
    expect(growRunTree([])).toBeUndefined();
    const alone = run('s1/a s2/b > E1');
    expect(growRunTree([alone])).toEqual({ way: alone.decisions, runs: [alone], branches: [] });
  });

  test('parts where runs part, and folds what they have in common', () => {
    const some = ['s1/a s2/a s3/a > E1', 's1/a s2/b s3/a s4/a > E2', 's1/a s2/b s3/a s4/b > E2'].map(run);
    const tree = growRunTree(some);
    expect(tree?.way.map(({ scene }) => scene)).toEqual(['s1']);
    expect(tree?.branches.map(({ way }) => way.map(({ scene, choice }) => scene + choice))).toEqual([
      ['s2a', 's3a'],
      ['s2b', 's3a'],
    ]);
    expect(tree?.branches[1]?.branches).toHaveLength(2);
  });

  test('has a leaf of its own for a run that stopped where others went on, and for another ending', () => {
    const some = ['s1/a >', 's1/a s2/a > E1', 's1/a s2/a > E2', 's1/a s2/a > E1'].map(run);
    expect(paths(growRunTree(some)!).map(lineOf)).toEqual(['s1/a > ', 's1/a s2/a > E1', 's1/a s2/a > E2']);
  });

  test('has each run as a way to a leaf, and as many leaves as runs that differ', () => {
    fc.assert(
      fc.property(runs, (some) => {
        const lines = paths(growRunTree(some)!).map(lineOf);
        expect(new Set(lines)).toEqual(new Set(some.map(lineOf)));
        expect(lines).toHaveLength(new Set(some.map(lineOf)).size);
      }),
    );
  });

  test('shows forks only, and loses no run at one', () => {
    fc.assert(
      fc.property(runs, (some) => {
        for (const { branches, runs: here } of nodes(growRunTree(some)!)) {
          expect(branches).not.toHaveLength(1);
          if (branches.length > 0)
            expect(branches.flatMap((branch) => branch.runs)).toHaveLength(here.length);
          const firsts = branches.map(({ way: [first], runs: [any] }) =>
            first ? `${first.scene}/${first.choice}` : `> ${any?.ending}`,
          );
          expect(new Set(firsts).size).toBe(firsts.length);
        }
      }),
    );
  });
});
