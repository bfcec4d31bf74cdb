import { createDice, hash32, type PartyId } from '../domain/index.ts';
import { openChoices } from '../machine/index.ts';
import type { DecisionPlace, RetracedRun } from './run-record.ts';
import {
  createPlayer,
  type Outcome,
  outcomeAt,
  outcomeDistance,
  type Player,
  type Replay,
} from './what-if.ts';

/** Where an outcome came from, as shares 0..1 that sum to 1; all 0 where nothing could have come out otherwise. */
export interface Causes {
  /** What the player chose among what was open. */
  readonly choice: number;
  /** What the others would accept. */
  readonly others: number;
  /** How chance fell. */
  readonly chance: number;
}

/** What one decision came to, beside what the other choices would have come to. */
export interface DecisionReview {
  /** Index among the decisions of the run. */
  readonly decision: number;
  readonly scene: string;
  readonly choice: string;
  /** Every choice of the scene. Missing `ending`: it was not open, or the run gets stuck on that way. */
  readonly ways: readonly DecisionWay[];
  /** How far the other open choices would have led away, 0..1: their mean distance to what came out. */
  readonly weight: number;
  /** Of what came after this decision. Only for the heaviest decisions of the run: the others would cost too many replays. */
  readonly causes?: Causes;
}

export interface DecisionWay {
  readonly choice: string;
  readonly isOpen: boolean;
  readonly isTaken: boolean;
  /** Where it leads with the same chance and the same later choices, where they stay possible. */
  readonly ending?: string;
}

export interface CausesReview {
  readonly run: Causes;
  readonly decisions: readonly DecisionReview[];
  /** Replays behind it. */
  readonly replays: number;
}

/** Samples for the whole run, and for each of the heaviest decisions, in pairs: some 500 replays in all. */
const RUN_SAMPLES = 24;
const DECISION_SAMPLES = 12;
const HEAVY_DECISIONS = 5;
/** The others are tried out so many points of trust more or less ready than they were. */
const MAX_SHIFT = 30;

const NO_CAUSES: Causes = { choice: 0, others: 0, chance: 0 };

/**
 * Shares by Shapley value (Shapley 1953; Shapley effects, Owen 2014). A set of causes is worth the less, the further
 * the run leads from what came out when the causes outside of it are drawn anew: choices evenly among the open
 * ones, the others by a shift of their trust of up to 30 points either way, chance by another seed. Every set is
 * tried with the same draws. A negative share is noise of the sample: it counts as 0. In steps: each one yields how
 * much is done, 0 to 1.
 */
export function* reviewCauses(run: RetracedRun): Generator<number, CausesReview, void> {
  const player = createPlayer(run);
  const actual = outcomeAt(run, run.end);
  const steps = run.decisions.length + 1 + Math.min(HEAVY_DECISIONS, run.decisions.length);
  let done = 0;
  const tried: TriedWays[] = [];
  for (const place of run.decisions) {
    tried.push(tryWays(run, player, actual, place));
    yield ++done / steps;
  }
  const whole = runCauses(run, player, actual);
  yield ++done / steps;
  const heavy = new Set(
    tried
      .map(({ weight }, decision) => ({ weight, decision }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, HEAVY_DECISIONS)
      .map(({ decision }) => decision),
  );
  const decisions: DecisionReview[] = [];
  for (const [decision, { place, ways, weight, replays }] of tried.entries()) {
    const { scene, choice } = place;
    const isHeavy = heavy.has(decision);
    const causes = isHeavy && decisionCauses(run, { player, actual, place, decision, replays });
    decisions.push({ decision, scene, choice, ways, weight, ...(causes ? { causes } : {}) });
    if (isHeavy) yield ++done / steps;
  }
  return { run: whole, decisions, replays: player.replays() };
}

interface TriedWays {
  readonly place: DecisionPlace;
  readonly ways: readonly DecisionWay[];
  readonly weight: number;
  /** Where each open choice leads; the one that was taken to what came out. */
  readonly replays: ReadonlyMap<string, Replay>;
}

function tryWays(run: RetracedRun, player: Player, actual: Outcome, place: DecisionPlace): TriedWays {
  const { before, scene, choice } = place;
  const open = new Set(openChoices(run.tables, before).map(({ id }) => id));
  const replays = new Map<string, Replay>();
  const ways = (run.tables.scenes.get(scene)?.scene.choices ?? []).map(({ id }): DecisionWay => {
    const isOpen = open.has(id);
    const isTaken = id === choice;
    if (!isOpen) return { choice: id, isOpen, isTaken };
    const replay = isTaken ? player.asItWas(before) : player.play({ from: before, choice: id });
    replays.set(id, replay);
    const { ending } = replay.outcome;
    return { choice: id, isOpen, isTaken, ...(ending === undefined ? {} : { ending }) };
  });
  const sum = [...replays.values()].reduce((all, { outcome }) => all + outcomeDistance(actual, outcome), 0);
  return { place, ways, weight: sum / Math.max(1, replays.size - 1), replays };
}

/** Causes that are drawn anew beside chance; the others are as they were. */
interface Drawn {
  readonly choice: boolean;
  readonly others: boolean;
}

/** Distances to what came out. */
interface Distances {
  readonly asItFell: number;
  readonly withChance: number;
}

function distancesOf(actual: Outcome, { outcome, withChance }: Replay, seed: number): Distances {
  return {
    asItFell: outcomeDistance(actual, outcome),
    withChance: outcomeDistance(actual, withChance(seed)),
  };
}

function runCauses(run: RetracedRun, player: Player, actual: Outcome): Causes {
  const from = run.tables.initial;
  const asItWas = player.asItWas(from);
  return shapleyShares(RUN_SAMPLES, (sample) => {
    const seed = hash32(`causes:${run.record.seed}:${sample}`);
    const shifts = drawShifts(run, 'run', sample);
    return ({ choice, others }) => {
      const drawn = { from, ...(choice ? { draws: seed } : {}), ...(others ? { shifts } : {}) };
      return distancesOf(actual, choice || others ? player.play(drawn) : asItWas, seed);
    };
  });
}

interface DecisionToTry extends Pick<TriedWays, 'replays'> {
  readonly player: Player;
  readonly actual: Outcome;
  readonly place: DecisionPlace;
  readonly decision: number;
}

function decisionCauses(
  run: RetracedRun,
  { player, actual, place, decision, replays }: DecisionToTry,
): Causes {
  const open = [...replays.keys()];
  // Choices take turns from a drawn start, each with both turns of a shift: none is left out by bad luck.
  const start = createDice(hash32(`causes:${run.record.seed}:start:${decision}`)).nextIndex(
    Math.max(1, open.length),
  );
  return shapleyShares(DECISION_SAMPLES, (sample) => {
    const seed = hash32(`causes:${run.record.seed}:${decision}:${sample}`);
    const shifts = drawShifts(run, place.scene, sample);
    const known = new Map<string, Distances>();
    return (drawn) => {
      // With one open choice there is nothing to draw: both sides of each pair are the same replay, so its share is 0.
      const choice = (drawn.choice ? open[(start + (sample >> 1)) % open.length] : undefined) ?? place.choice;
      const key = `${choice}:${drawn.others}`;
      const tried = drawn.others ? undefined : replays.get(choice);
      const distances =
        known.get(key) ??
        distancesOf(actual, tried ?? player.play({ from: place.before, choice, shifts }), seed);
      known.set(key, distances);
      return distances;
    };
  });
}

/** Every second sample turns the one before round: more ready and less ready come out even. */
function drawShifts(run: RetracedRun, place: string, sample: number): Readonly<Record<PartyId, number>> {
  const { parties, manifest } = run.scenario;
  const dice = createDice(hash32(`causes:${run.record.seed}:shifts:${place}:${sample >> 1}`));
  const sign = (sample & 1) === 0 ? 1 : -1;
  return Object.fromEntries(
    parties
      .filter(({ id }) => id !== manifest.player)
      .map(({ id }) => [id, Math.round((dice.next01() * 2 - 1) * MAX_SHIFT * sign)]),
  );
}

/** Bits of a set of causes that are drawn anew. */
const CHOICE = 1;
const OTHERS = 2;
const CHANCE = 4;
/** All of them, in order of their bits. */
const SETS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];
/** Of three causes: how often a set with so many others comes before one of them, of all orders. */
const ORDERS: readonly number[] = [1 / 3, 1 / 6, 1 / 3];

/** Shares from the mean distance to the actual outcome when these causes are drawn anew. */
function shapleyShares(
  samples: number,
  distancesIn: (sample: number) => (drawn: Drawn) => Distances,
): Causes {
  const sums = SETS.map(() => 0);
  for (let sample = 0; sample < samples; sample += 1) {
    const distances = distancesIn(sample);
    for (const set of SETS.filter((bits) => bits < CHANCE)) {
      const { asItFell, withChance } = distances({
        choice: (set & CHOICE) > 0,
        others: (set & OTHERS) > 0,
      });
      sums[set] = (sums[set] ?? 0) + asItFell;
      sums[set | CHANCE] = (sums[set | CHANCE] ?? 0) + withChance;
    }
  }
  const shareOf = (cause: number) =>
    SETS.reduce((value, bits) => {
      if ((bits & cause) > 0) return value;
      const more = (sums[bits | cause] ?? 0) - (sums[bits] ?? 0);
      return value + (ORDERS[countBits(bits)] ?? 0) * more;
    }, 0);
  const [choice, others, chance] = [CHOICE, OTHERS, CHANCE].map((cause) => Math.max(0, shareOf(cause)));
  return normalised(choice ?? 0, others ?? 0, chance ?? 0);
}

function countBits(bits: number): number {
  return (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1);
}

/** Less than this is rounding of sums, not a cause. */
const ROUNDING = 1e-12;

function normalised(choice: number, others: number, chance: number): Causes {
  const sum = choice + others + chance;
  if (sum < ROUNDING) return NO_CAUSES;
  return { choice: choice / sum, others: others / sum, chance: chance / sum };
}
