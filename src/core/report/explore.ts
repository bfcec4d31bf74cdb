import {
  openChoices,
  type RunEvent,
  type RunState,
  type RunTables,
  runTables,
  stepKernel,
} from '../machine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { tableEvents } from './agreement-classes.ts';
import { type Coverage, createCoverage } from './coverage.ts';
import { livenessByPosition, stateKey } from './liveness.ts';
import { allBranches, joinRanges, type Ranges, rangesOf, withQuestions } from './range-quantities.ts';

/** How far to search. */
export interface ExploreOptions {
  /** Level at which tables are played; without one the last, which has most lines. */
  readonly tier?: string;
  /** Snapshots after which the search stops; unlimited when missing. */
  readonly limit?: number;
}

/** A place from which no event leads on. */
export interface DeadEnd {
  /** What is missing: `2020-11-12: no ending holds`. */
  readonly where: string;
  /** Choices of one run that comes there, `scene/choice`, in order. */
  readonly path: readonly string[];
}

/** What a search has found, and what it has not. Ids as in the scenario files. */
export interface Exploration {
  /** Different states of the search. Each stands for all runs that no gate can tell apart any more. */
  readonly snapshots: number;
  /** False when the limit stopped the search: then nothing is known about what was not reached. */
  readonly isComplete: boolean;
  readonly endingsReached: readonly string[];
  readonly unreachedEndings: readonly string[];
  /** At most 20, each of another place. */
  readonly deadEnds: readonly DeadEnd[];
  readonly unreachedStates: readonly string[];
  readonly unreachedScenes: readonly string[];
  readonly unreachedChoices: readonly string[];
}

interface Node {
  readonly state: RunState;
  ranges: Ranges;
  readonly parent?: Node | undefined;
  readonly step?: string | undefined;
}

const MAX_DEAD_ENDS = 20;
/** Order in which the states of one position are visited: every step goes to the right or a position on. */
const STORY_ORDER = [
  'decide',
  'table',
  'present',
  'feedback',
  'quiz.question',
  'quiz.explained',
  'advance',
  'ended',
] as const;

/**
 * Walks through every state that a run of one level can come to. Choices and chance branch; trust and information
 * are kept as ranges, so a number counts as possible when it lies between two that are. Nothing
 * possible is missed: no dead end found means that there is none. Something impossible may be counted
 * as reached: `simulatePlays` shows what real runs reach.
 */
export function explore(scenario: Scenario, options: ExploreOptions = {}): Exploration {
  const tables = runTables(scenario, options.tier);
  const lives = livenessByPosition(tables);
  const coverage = createCoverage(tables);
  const deadEnds = new Map<string, DeadEnd>();
  const limit = options.limit ?? Number.POSITIVE_INFINITY;

  // The agenda only goes forward, so the search goes layer by layer and meets each state once, when
  // all runs that lead there are known.
  const layers = Array.from(
    { length: (tables.agenda.length + 1) * STORY_ORDER.length },
    () => new Map<string, Node>(),
  );
  const add = (state: RunState, node: Omit<Node, 'state'>) => {
    coverage.see(state);
    const layer = layers[state.context.position * STORY_ORDER.length + STORY_ORDER.indexOf(state.story)];
    const key = stateKey(lives, state);
    const known = layer?.get(key);
    if (known) known.ranges = joinRanges(known.ranges, node.ranges);
    else layer?.set(key, { state, ...node });
  };
  add(tables.initial, { ranges: rangesOf(tables.initial) });

  let snapshots = 0;
  for (const layer of layers) {
    for (const node of layer.values()) {
      if (snapshots >= limit) return report(coverage, snapshots, [...deadEnds.values()], false);
      snapshots += 1;
      const where = visit(tables, node, coverage, add);
      if (where !== undefined && deadEnds.size < MAX_DEAD_ENDS && !deadEnds.has(where)) {
        deadEnds.set(where, { where, path: pathTo(node) });
      }
    }
    layer.clear();
  }
  return report(coverage, snapshots, [...deadEnds.values()], true);
}

function report(
  coverage: Coverage,
  snapshots: number,
  deadEnds: readonly DeadEnd[],
  isComplete: boolean,
): Exploration {
  const unreached = coverage.unreached();
  return {
    snapshots,
    isComplete,
    endingsReached: coverage.endingsReached(),
    unreachedEndings: unreached.endings,
    deadEnds,
    unreachedStates: unreached.states,
    unreachedScenes: unreached.scenes,
    unreachedChoices: unreached.choices,
  };
}

/** Adds all that follows a state; says what is missing where nothing may follow. */
function visit(
  tables: RunTables,
  node: Node,
  coverage: Coverage,
  add: (state: RunState, node: Omit<Node, 'state'>) => void,
): string | undefined {
  const { state } = node;
  if (state.story === 'ended') return undefined;
  let isStuck = false;
  // At a table anybody may be asked, or nobody.
  const start = state.story === 'table' ? withQuestions(node.ranges) : node.ranges;
  for (const event of eventsAt(tables, state)) {
    for (const { result, ranges } of allBranches(start, (quantities) =>
      stepKernel(tables, state, event, quantities),
    )) {
      if (!result) {
        isStuck ||= event.type !== 'choice.take';
        continue;
      }
      const isChoice = event.type === 'choice.take';
      if (isChoice) coverage.take(event.scene, event.choice);
      add(result, { ranges, parent: node, step: isChoice ? `${event.scene}/${event.choice}` : undefined });
    }
  }
  if (state.story === 'decide' && mayLackChoices(tables, node))
    return `${state.context.sceneId}: no choice is possible`;
  return isStuck ? `${state.context.date}: no ending holds` : undefined;
}

function eventsAt(tables: RunTables, { context, story }: RunState): readonly RunEvent[] {
  const { sceneId: scene = '' } = context;
  switch (story) {
    case 'advance':
      return agendaEvents(tables, context.position);
    case 'decide':
      return [...(tables.scenes.get(scene)?.choices.keys() ?? [])].map((choice) => ({
        type: 'choice.take',
        scene,
        choice,
      }));
    case 'table':
      return tableEvents(tables, context);
    case 'present':
    case 'feedback':
    case 'quiz.explained':
      return [{ type: 'scene.continue', scene }];
    case 'quiz.question': {
      // No gate reads answers: one stands for all.
      const item = tables.quiz.get(tables.scenes.get(scene)?.scene.quiz ?? '');
      return item ? [{ type: 'quiz.answer', item: item.id, response: item.key, confidence: 'sure' }] : [];
    }
    case 'ended':
      return [];
  }
}

function agendaEvents(tables: RunTables, position: number): readonly RunEvent[] {
  const entry = tables.agenda[position];
  const chance = entry?.kind === 'calendar' ? entry.event.chance : undefined;
  if (!chance) return [{ type: 'agenda.next' }];
  const isFixed = (odds: number) => chance.odds === odds && chance.bonus.length === 0;
  const outcomes = [true, false].filter((isYes) => !isFixed(isYes ? 0 : 1));
  return outcomes.map((isYes) => ({ type: 'agenda.next', chance: { [chance.name]: isYes } }));
}

function mayLackChoices(tables: RunTables, { ranges, state }: Node): boolean {
  const scene = tables.scenes.get(state.context.sceneId ?? '')?.scene;
  if (scene?.choices.some(({ when }) => when === undefined)) return false;
  return allBranches(ranges, (quantities) => openChoices(tables, state, quantities)).some(
    ({ result }) => result.length === 0,
  );
}

function pathTo(node: Node): readonly string[] {
  const steps: string[] = [];
  for (let at: Node | undefined = node; at; at = at.parent) if (at.step !== undefined) steps.unshift(at.step);
  return steps;
}
