import type { Decision } from '../../session/index.ts';

/** A decision as far as trees of runs compare it. */
export type TreeStep = Pick<Decision, 'scene' | 'choice'>;

/** A run as it is put into a tree. */
export interface TreeRun {
  /** Oldest first. */
  readonly decisions: readonly TreeStep[];
  /** Id of its ending; missing while it is not over. */
  readonly ending?: string;
}

/** What runs have in common from one fork to the next. */
export interface RunBranch<Run extends TreeRun> {
  /** Decisions since the fork before, oldest first; empty where a run ended after decisions that others took too. */
  readonly way: readonly TreeStep[];
  /** All runs that came along here; at least one. */
  readonly runs: readonly Run[];
  /** Where the runs part: at least two. Empty where they are over, all with the same ending. */
  readonly branches: readonly RunBranch<Run>[];
}

/**
 * The tree of some runs; undefined without a run. Runs with the same decisions and the same ending share a leaf.
 * Branches stand in the order of the first run on each of them.
 */
export function growRunTree<Run extends TreeRun>(runs: readonly Run[]): RunBranch<Run> | undefined {
  return runs.length > 0 ? grow(runs, 0) : undefined;
}

/** All of `runs` agree on what lies before decision `from`. */
function grow<Run extends TreeRun>(runs: readonly Run[], from: number): RunBranch<Run> {
  let at = from;
  let parts = partAt(runs, at);
  // What ends is over; as long as all go on alike there is nothing to show.
  while (parts.length === 1 && runs[0]?.decisions[at]) {
    at += 1;
    parts = partAt(runs, at);
  }
  return {
    way: runs[0]?.decisions.slice(from, at) ?? [],
    runs,
    branches: parts.length > 1 ? parts.map((part) => grow(part, at)) : [],
  };
}

/** The runs by what comes next in them: a decision, or an ending. */
function partAt<Run extends TreeRun>(runs: readonly Run[], at: number): readonly (readonly Run[])[] {
  const parts = new Map<string, Run[]>();
  for (const run of runs) {
    const step = run.decisions[at];
    const key = JSON.stringify(step ? [step.scene, step.choice] : [run.ending]);
    const part = parts.get(key);
    if (part) part.push(run);
    else parts.set(key, [run]);
  }
  return [...parts.values()];
}
