import type { Outlook } from '../../debrief/index.ts';
import { openChoices, runTables } from '../../machine/index.ts';
import type { Frame } from '../../session/index.ts';
import { apportion } from '../apportion.ts';
import { labelOf } from '../ending-view.ts';
import type { Presenting } from '../run-history.ts';
import { growRunTree, type RunBranch, type TreeRun, type TreeStep } from './run-tree.ts';
import type {
  DecisionWaysView,
  EndingCardView,
  RunTreeNodeView,
  RunTreeView,
  WayOutlookView,
  WayView,
  WhatIfView,
} from './what-if-types.ts';

/** What this device knows of other ways and other runs. */
export interface WhatIfKnown {
  readonly outlook: Outlook | 'loading' | 'missing';
  /** Ids of endings that were found here, the run at hand aside. */
  readonly found: readonly string[];
  /** Other runs of the scenario, the newest first; undefined while they are being read. */
  readonly runs: readonly TreeRun[] | undefined;
  /** There are older ones, which were not read. */
  readonly hasMoreRuns: boolean;
}

/** With fewer trial runs a share says nothing. */
const MIN_RUNS = 8;
/** More endings than that are not read. */
const MAX_ENDINGS = 3;

export function presentWhatIf(present: Presenting, known: WhatIfKnown): WhatIfView {
  const outlook = typeof known.outlook === 'string' ? undefined : known.outlook;
  const { endingId } = present.frame.context;
  return {
    outlook: typeof known.outlook === 'string' ? known.outlook : 'ready',
    decisions: presentDecisions(present, outlook),
    endings: present.scenario.endings.map(
      ({ id, history, direct }): EndingCardView => ({
        id,
        ...(id === endingId || known.found.includes(id) ? { title: titleOf(present, id) } : {}),
        kind: history ? 'history' : direct ? 'early' : 'late',
        isThis: id === endingId,
      }),
    ),
    isReading: known.runs === undefined,
    tree: { ...presentTree(present, known.runs ?? []), hasMore: known.hasMoreRuns },
  };
}

function presentDecisions(present: Presenting, outlook: Outlook | undefined): readonly DecisionWaysView[] {
  const { texts, run } = present;
  const before = framesBeforeDecisions(run.frames());
  return run.decisions().map((decision, index) => {
    const { scene, choice, date } = decision;
    return {
      decision: index,
      date,
      title: texts.scenes[scene]?.title ?? scene,
      taken: presentWay(present, decision, outlook),
      others: openAt(present, before[index])
        .filter((id) => id !== choice)
        .map((id) => presentWay(present, { scene, choice: id }, outlook)),
    };
  });
}

/** The frame in which each decision was made. */
function framesBeforeDecisions(frames: readonly Frame[]): readonly Frame[] {
  return frames.filter((_, at) => frames[at + 1]?.effects.some(({ type }) => type === 'choice.taken'));
}

function openAt({ scenario, tier }: Presenting, frame: Frame | undefined): readonly string[] {
  return frame ? openChoices(runTables(scenario, tier), frame).map(({ id }) => id) : [];
}

function presentWay(present: Presenting, step: TreeStep, outlook: Outlook | undefined): WayView {
  const id = `${step.scene}/${step.choice}`;
  return {
    id,
    choice: labelOf(present, step),
    ...(outlook ? { outlook: presentOutlook(present, outlook.choices[id] ?? {}) } : {}),
  };
}

function presentOutlook(present: Presenting, counts: Readonly<Record<string, number>>): WayOutlookView {
  const sorted = Object.entries(counts).toSorted(
    ([a, some], [b, others]) => others - some || (a < b ? -1 : 1),
  );
  const runs = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (runs < MIN_RUNS) return { runs, endings: [], rest: 0 };
  const shown = sorted.slice(0, MAX_ENDINGS);
  const rest = runs - shown.reduce((sum, [, count]) => sum + count, 0);
  const percents = apportion([...shown.map(([, count]) => count), rest], 100);
  return {
    runs,
    endings: shown.map(([id], at) => ({ title: titleOf(present, id), percent: percents[at] ?? 0 })),
    rest: percents[MAX_ENDINGS] ?? 0,
  };
}

function titleOf({ texts }: Worded, ending: string): string {
  return texts.endings.endings[ending]?.title ?? ending;
}

type Worded = Pick<Presenting, 'texts'>;

/** A run in a tree; `isThis` is the one at hand. */
export interface GrownRun extends TreeRun {
  readonly isThis: boolean;
}

function presentTree(present: Presenting, others: readonly TreeRun[]): Omit<RunTreeView, 'hasMore'> {
  const { endingId } = present.frame.context;
  const own: GrownRun = {
    decisions: present.run.decisions(),
    ...(endingId === undefined ? {} : { ending: endingId }),
    isThis: true,
  };
  return presentRunTree(present, [own, ...others.map((run): GrownRun => ({ ...run, isThis: false }))]);
}

/** The tree of some runs in words. */
export function presentRunTree(present: Worded, runs: readonly GrownRun[]): Omit<RunTreeView, 'hasMore'> {
  let forks = 0;
  const nodeOf = (branch: RunBranch<GrownRun>, mark: string): RunTreeNodeView => {
    const { way, branches } = branch;
    const step = mark === '' ? undefined : way[0];
    const ending = branches.length === 0 ? branch.runs[0]?.ending : undefined;
    const node = {
      mark,
      ...(step ? { step: presentStep(present, step) } : {}),
      folded: way.length - (step ? 1 : 0),
      runs: branch.runs.length,
      isThis: branch.runs.some(({ isThis }) => isThis),
      ...(ending === undefined ? {} : { ending: titleOf(present, ending) }),
    };
    if (branches.length === 0) return node;
    forks += 1;
    const number = forks;
    const title = commonTitle(present, branches);
    return {
      ...node,
      fork: {
        number,
        ...(title === undefined ? {} : { title }),
        branches: branches.map((next, at) => nodeOf(next, `${number}${letterOf(at)}`)),
      },
    };
  };
  const root = nodeOf(growRunTree(runs) ?? { way: [], runs, branches: [] }, '');
  return { runs: runs.length, forks, root };
}

/** A decision in words. */
export function presentStep(present: Worded, step: TreeStep): { title: string; choice: string } {
  return { title: present.texts.scenes[step.scene]?.title ?? step.scene, choice: labelOf(present, step) };
}

/** Title of the scene in which all branches begin, if it is one. */
function commonTitle(
  present: Worded,
  branches: readonly Pick<RunBranch<GrownRun>, 'way'>[],
): string | undefined {
  const scenes = new Set(branches.map(({ way }) => way[0]?.scene));
  const [scene] = scenes;
  return scenes.size === 1 && scene !== undefined ? (present.texts.scenes[scene]?.title ?? scene) : undefined;
}

/** a, b, c, …; there are never more branches than letters. */
function letterOf(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}
