import {
  gaugeValue,
  openChoices,
  type RunState,
  type RunTables,
  runTables,
  stepKernel,
} from '../machine/index.ts';
import type { Scenario, Scene } from '../scenario/index.ts';
import { RANDOM_PERSONA } from './persona.ts';
import { playOut } from './play-run.ts';

/** How much to try. */
export interface TrialOptions {
  /**
   * Plays per scene, over all its choices: at each place every open choice is played once, until the scene has so
   * many. A pair of choices has fewer (`PairTrial.n`), since a place gives it one pair and takes a play per choice.
   */
  readonly n: number;
  /** First seed of the plays that lead to the scenes. */
  readonly seed: number;
  /** Level at which tables are played; missing: the last one of the scenario. */
  readonly tier?: string;
  /** Plays that may be spent on the way to scenes that few runs come to; missing: 8 for each place of a trial. */
  readonly maxPlays?: number;
}

/** Two choices of one scene, each taken in the same places of the same runs. */
export interface PairTrial {
  /** Ids of the choices. */
  readonly choices: readonly [string, string];
  /** Places in which both were open: so many paired plays. 0 when they never were. */
  readonly n: number;
  /** Mean of the first less mean of the second, in points, by gauge. */
  readonly differences: Readonly<Record<string, number>>;
  /** Standard error of each difference, in points, by gauge; 0 for fewer than two places. */
  readonly errors: Readonly<Record<string, number>>;
  /** Standard error of the sum of all differences, in points. */
  readonly sumError: number;
  /** Total variation distance 0..1 between the endings that they lead to. */
  readonly distance: number;
}

/** What came of the choices of one scene. */
export interface SceneTrial {
  readonly scene: string;
  readonly kind: Scene['kind'];
  /** Plays from this scene on. */
  readonly plays: number;
  readonly pairs: readonly PairTrial[];
}

const MAX_TRIES = 8;

/**
 * Takes every open choice of every scene with at least two, in places to which random runs lead, and plays
 * on at random with the same seed: what differs then comes from the choice. Scenes in the order of the agenda.
 */
export function tryChoices(scenario: Scenario, options: TrialOptions): readonly SceneTrial[] {
  const { n, seed, tier } = options;
  const tables = runTables(scenario, tier);
  const samples = new Map<string, Sample>();
  for (const entry of tables.agenda) {
    if (entry.kind === 'scene' && entry.scene.choices.length > 1)
      samples.set(entry.scene.id, createSample(tables, entry.scene));
  }
  const maxPlays = options.maxPlays ?? Math.ceil(n / 2) * MAX_TRIES;
  const isHungry = () => [...samples.values()].some((sample) => sample.plays() < n);
  for (let index = 0; index < maxPlays && isHungry(); index += 1) {
    const places: Place[] = [];
    const { state: end } = playOut(tables, {
      seed: seed + index,
      persona: RANDOM_PERSONA,
      from: tables.initial,
      see: (state, event) => {
        if (event.type === 'choice.take') places.push({ state, taken: event.choice });
      },
    });
    // What the run came to itself is what its own choice comes to: the dice are the same at every place.
    const known = outcomeAt(tables, end);
    for (const place of places) {
      const sample = samples.get(place.state.context.sceneId ?? '');
      if (sample && sample.plays() < n) sample.tryAt(seed + index, place, known);
    }
  }
  return [...samples.values()].map((sample) => sample.result());
}

/** A decision of a run: before it, and what was taken. */
interface Place {
  readonly state: RunState;
  readonly taken: string;
}

interface Sample {
  readonly plays: () => number;
  readonly tryAt: (seed: number, place: Place, known: Outcome | undefined) => void;
  readonly result: () => SceneTrial;
}

interface Outcome {
  readonly ending: string;
  readonly gauges: readonly number[];
}

function createSample(tables: RunTables, scene: Scene): Sample {
  const { scenario } = tables;
  const pairs = scene.choices.flatMap(({ id: first }, index) =>
    scene.choices.slice(index + 1).map(({ id: second }) => createPair(scenario, [first, second])),
  );
  let plays = 0;
  return {
    plays: () => plays,
    tryAt: (seed, { state, taken }, known) => {
      const open = openChoices(tables, state);
      if (open.length < 2) return;
      const outcomes = new Map<string, Outcome>();
      for (const { id } of open) {
        const outcome = id === taken ? known : outcomeOf(tables, seed, state, id);
        if (outcome) outcomes.set(id, outcome);
        plays += 1;
      }
      for (const pair of pairs) pair.add(outcomes);
    },
    result: () => ({
      scene: scene.id,
      kind: scene.kind,
      plays,
      pairs: pairs.map((pair) => pair.result()),
    }),
  };
}

/** What another choice would have come to; undefined where the run gets stuck. */
function outcomeOf(tables: RunTables, seed: number, state: RunState, choice: string): Outcome | undefined {
  const scene = state.context.sceneId ?? '';
  const from = stepKernel(tables, state, { type: 'choice.take', scene, choice });
  return from && outcomeAt(tables, playOut(tables, { seed, persona: RANDOM_PERSONA, from }).state);
}

function outcomeAt({ scenario }: RunTables, state: RunState): Outcome | undefined {
  const ending = scenario.endings.find(({ id }) => id === state.context.endingId);
  return (
    ending && {
      ending: ending.id,
      gauges: scenario.gauges.map((gauge) => gaugeValue(scenario, state, ending, gauge)),
    }
  );
}

interface Pair {
  readonly add: (outcomes: ReadonlyMap<string, Outcome>) => void;
  readonly result: () => PairTrial;
}

function createPair({ endings, gauges }: Scenario, choices: readonly [string, string]): Pair {
  const sums = gauges.map(() => 0);
  const squares = gauges.map(() => 0);
  let squaresOfSum = 0;
  /** First less second, by ending. */
  const balance = new Map<string, number>(endings.map(({ id }) => [id, 0]));
  let n = 0;
  return {
    add: (outcomes) => {
      const [first, second] = choices.map((id) => outcomes.get(id));
      if (!first || !second) return;
      n += 1;
      let sum = 0;
      first.gauges.forEach((value, index) => {
        const difference = value - (second.gauges[index] ?? 0);
        sum += difference;
        sums[index] = (sums[index] ?? 0) + difference;
        squares[index] = (squares[index] ?? 0) + difference * difference;
      });
      squaresOfSum += sum * sum;
      balance.set(first.ending, (balance.get(first.ending) ?? 0) + 1);
      balance.set(second.ending, (balance.get(second.ending) ?? 0) - 1);
    },
    result: () => ({
      choices,
      n,
      differences: Object.fromEntries(
        gauges.map(({ id }, index) => [id, (sums[index] ?? 0) / Math.max(1, n)]),
      ),
      errors: Object.fromEntries(
        gauges.map(({ id }, index) => [id, standardError(n, sums[index] ?? 0, squares[index] ?? 0)]),
      ),
      sumError: standardError(
        n,
        sums.reduce((all, one) => all + one, 0),
        squaresOfSum,
      ),
      distance: [...balance.values()].reduce((sum, count) => sum + Math.abs(count), 0) / 2 / Math.max(1, n),
    }),
  };
}

/** Of the mean of n numbers, from their sum and the sum of their squares. */
function standardError(n: number, sum: number, squares: number): number {
  if (n < 2) return 0;
  const variance = (squares - (sum * sum) / n) / (n - 1);
  return Math.sqrt(Math.max(0, variance) / n);
}
