import type { Effect, Gate, Region, Scenario } from '../scenario/index.ts';

type StateNode = Region['states'][string];
type TransitionSource = NonNullable<StateNode['on']>[string];

/** A transition with its target resolved to an absolute path within the region. */
export interface TransitionRow {
  /** Missing: the state stays, effects are performed. */
  readonly target?: string;
  readonly when?: Gate;
  readonly effects: readonly Effect[];
}

/** A state with all its paths written out. */
export interface StateRow {
  /** Path from the region's root: `talking.exclusive`. */
  readonly path: string;
  /** Last part of the path. */
  readonly key: string;
  /** Path of the child entered first; missing for a leaf. */
  readonly initial?: string;
  readonly children: readonly StateRow[];
  readonly on: Readonly<Record<string, readonly TransitionRow[]>>;
}

/** A region as a tree of states. */
export interface RegionRow {
  readonly id: string;
  readonly initial: string;
  readonly states: readonly StateRow[];
}

/** A region flattened for the kernel: what every leaf does on every event it, or a parent, handles. */
export interface RegionTable {
  readonly id: string;
  readonly initialLeaf: string;
  readonly leaves: ReadonlyMap<string, ReadonlyMap<string, readonly LeafTransition[]>>;
}

/** What a leaf does on an event, its own or that of a parent. */
export interface LeafTransition extends TransitionRow {
  /** Leaf in which the region then rests; the same leaf when there is no target. */
  readonly leaf: string;
}

/**
 * The scenario's regions with every target resolved. A target names a sibling of the state, else a
 * sibling of an ancestor; a path with dots goes down from there.
 */
export function resolveRegions(scenario: Scenario): readonly RegionRow[] {
  return inTreeOrder(scenario.regions).map((region) => ({
    id: region.id,
    initial: region.initial,
    states: Object.entries(region.states).map(([key, node]) => resolveState(region, node, key)),
  }));
}

/** Regions whose ids share the part before the dot stand together, as in the statechart. */
function inTreeOrder(regions: readonly Region[]): readonly Region[] {
  const groupOf = ({ id }: Region) => id.split('.', 1)[0];
  const groups = [...new Set(regions.map(groupOf))];
  return groups.flatMap((group) => regions.filter((region) => groupOf(region) === group));
}

function resolveState(region: Region, node: StateNode, path: string): StateRow {
  const children = Object.entries(node.states ?? {});
  const first = node.initial ?? children[0]?.[0];
  return {
    path,
    key: path.slice(path.lastIndexOf('.') + 1),
    ...(children.length > 0 && first !== undefined ? { initial: `${path}.${first}` } : {}),
    children: children.map(([key, child]) => resolveState(region, child, `${path}.${key}`)),
    on: Object.fromEntries(
      Object.entries(node.on ?? {}).map(([event, source]) => [event, resolveRows(region, source, path)]),
    ),
  };
}

function resolveRows(region: Region, source: TransitionSource, path: string): readonly TransitionRow[] {
  return [source].flat().map((row) => {
    if (typeof row === 'string') return { target: findTarget(region, row, path), effects: [] };
    return {
      ...(row.target === undefined ? {} : { target: findTarget(region, row.target, path) }),
      ...(row.when === undefined ? {} : { when: row.when }),
      effects: row.effects,
    };
  });
}

/** Throws for a target that does not exist: the scenario was not checked. */
function findTarget(region: Region, target: string, from: string): string {
  const ancestors = from.split('.');
  while (ancestors.length > 0) {
    ancestors.pop();
    const path = [...ancestors, target].join('.');
    if (nodeAt(region, path)) return path;
  }
  throw new Error(`region ${region.id}: state ${from} has a transition to ${target}, which does not exist`);
}

function nodeAt(region: Region, path: string): StateNode | undefined {
  let states: Region['states'] | undefined = region.states;
  let node: StateNode | undefined;
  for (const key of path.split('.')) {
    node = states && Object.hasOwn(states, key) ? states[key] : undefined;
    states = node?.states;
  }
  return node;
}

/** Makes a tree of states into one table of leaves. */
export function flattenRegion(region: RegionRow): RegionTable {
  const rows = new Map<string, StateRow>();
  const collect = (state: StateRow) => {
    rows.set(state.path, state);
    state.children.forEach(collect);
  };
  region.states.forEach(collect);

  const leafBelow = (path: string): string => {
    const initial = rows.get(path)?.initial;
    return initial === undefined ? path : leafBelow(initial);
  };
  const leaves = new Map<string, Map<string, LeafTransition[]>>();
  for (const leaf of rows.values()) {
    if (leaf.children.length > 0) continue;
    const handlers = new Map<string, LeafTransition[]>();
    // The innermost state goes first: its transitions take precedence over those of its parents.
    for (let path = leaf.path; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      for (const [event, transitions] of Object.entries(rows.get(path)?.on ?? {})) {
        const list = handlers.get(event) ?? [];
        handlers.set(event, list);
        for (const row of transitions) {
          list.push({ ...row, leaf: row.target === undefined ? leaf.path : leafBelow(row.target) });
        }
      }
    }
    leaves.set(leaf.path, handlers);
  }
  return { id: region.id, initialLeaf: leafBelow(region.initial), leaves };
}
