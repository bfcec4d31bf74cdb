import { createDice, type Dice } from '../domain/index.ts';
import {
  type DealSpace,
  enumerateDeals,
  type NegotiationModel,
  type OptionSets,
  reservationValue,
  surplusOf,
  type Tier,
  weightedScore,
  zoneOfAgreement,
} from '../model/index.ts';
import type { Claim, Scenario } from '../scenario/index.ts';

/** How many models are drawn, and from which seed on. */
export interface SensitivityOptions {
  readonly n: number;
  /** Model i is drawn with the seed `seed + i`. */
  readonly seed: number;
  /** How many times the usual distance a number may be off; 1 when left out. */
  readonly spread?: number;
}

/** How far the claims of a model hang on its exact numbers. */
export interface Sensitivity {
  readonly models: number;
  readonly claims: readonly {
    readonly id: string;
    /** In the model as it is. */
    readonly holds: boolean;
    /** Share 0..1 of the changed models. */
    readonly holdsFor: number;
  }[];
  /** Share 0..1 of the changed models in which every claim holds. */
  readonly all: number;
}

// How far a number may be off (`negotiation.md` 2.5, robustness): a guess about our guesses.
const WEIGHT_FACTOR = 0.2;
const SCORE_POINTS = 10;
const RESERVATION_POINTS = 2;

/**
 * Changes weights, scores and reservation values at random and asks of each changed model which claims
 * still hold. Rules, red lines, phases and court odds stay. The same options give the same result.
 */
export function sensitivity(scenario: Scenario, { n, seed, spread = 1 }: SensitivityOptions): Sensitivity {
  const { model, claims } = scenario;
  const sizes = new Map<string, number>();
  const sizeOf = (track: string): number => {
    const size = sizes.get(track) ?? enumerateDeals(model, track, wholeContract(model)).codes.length;
    sizes.set(track, size);
    return size;
  };
  const tests = claims.map((claim) => testOf(model, claim, sizeOf));
  const held = claims.map(() => 0);
  let all = 0;
  for (let index = 0; index < n; index += 1) {
    const changed = changedModel(model, createDice(seed + index), spread);
    const results = tests.map((holds) => holds(changed));
    results.forEach((isHeld, at) => {
      if (isHeld) held[at] = (held[at] ?? 0) + 1;
    });
    if (results.every((isHeld) => isHeld)) all += 1;
  }
  const share = (count: number) => (n === 0 ? 0 : count / n);
  return {
    models: n,
    claims: claims.map(({ id }, at) => ({
      id,
      holds: tests[at]?.(model) === true,
      holdsFor: share(held[at] ?? 0),
    })),
    all: share(all),
  };
}

/** Weights up to a fifth more or less, made to sum to 100 again; scores and thresholds some points. */
function changedModel(model: NegotiationModel, dice: Dice, spread: number): NegotiationModel {
  const off = (by: number) => by * spread * (2 * dice.next01() - 1);
  const around = (value: number, by: number) => Math.min(100, Math.max(0, value + off(by)));
  return {
    ...model,
    preferences: model.preferences.map((preference) => {
      const weights = mapValues(preference.weights, (weight) => weight * Math.max(0, 1 + off(WEIGHT_FACTOR)));
      const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
      return {
        ...preference,
        weights: mapValues(weights, (weight) => (weight * 100) / sum),
        scores: mapValues(preference.scores, (options) =>
          mapValues(options, (score) => around(score, SCORE_POINTS)),
        ),
      };
    }),
    phases: model.phases.map((phase) => ({
      ...phase,
      reservation: mapValues(phase.reservation, (points) => around(points, RESERVATION_POINTS)),
    })),
  };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Prepares what no change of numbers touches, so that each changed model costs little. */
function testOf(
  model: NegotiationModel,
  claim: Claim,
  sizeOf: (track: string) => number,
): (changed: NegotiationModel) => boolean {
  if ('rises' in claim) {
    const { party, phases, hasOwnSuit } = claim.rises;
    return (changed) => {
      const values = phases.map((phase) =>
        reservationValue(changed, party, { phase, hasOwnSuit, trust: {}, goodwill: {} }),
      );
      return values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));
    };
  }
  const { zone, min = 0, maxShare } = claim;
  const { track, hasOwnSuit } = zone;
  const most = maxShare === undefined ? Number.POSITIVE_INFINITY : maxShare * sizeOf(track);
  const counts = zone.phases.map((phase) => zoneCounter(model, claim.zone, phase));
  return (changed) =>
    counts.every((count) => {
      const found = count(changed, hasOwnSuit);
      return found >= min && found <= most;
    });
}

type Zone = Extract<Claim, { readonly zone: unknown }>['zone'];

/** Counts the contracts of a zone in models that differ in numbers only. */
function zoneCounter(
  model: NegotiationModel,
  { track, with: wanted }: Zone,
  phase: string,
): (changed: NegotiationModel, hasOwnSuit: boolean) => number {
  const issues = openIssues(model, { track, phase, wanted });
  // An issue without an option left: nobody can agree, whatever the numbers.
  if (issues.some(({ options }) => options.length === 0)) return () => 0;
  const narrow = { ...model, issues };
  const space = enumerateDeals(narrow, track, wholeContract(narrow));
  const options = optionIndices(space);
  return (changed, hasOwnSuit) => {
    const numbers = { ...changed, issues };
    const judged = { ...space, model: numbers, utilities: utilitiesOf(numbers, space, options) };
    return zoneOfAgreement(judged, surplusOf(judged, { phase, hasOwnSuit, trust: {}, goodwill: {} })).length;
  };
}

/** Only the options that no red line of this phase forbids: all others are refused in every model. */
function openIssues(
  { issues, tracks, preferences, phases, licence }: NegotiationModel,
  { track, phase, wanted }: { readonly track: string; readonly phase: string; readonly wanted: OptionSets },
): NegotiationModel['issues'] {
  const buyer = tracks.find(({ id }) => id === track)?.buyer;
  const now = phases.find(({ id }) => id === phase);
  const asked = preferences.filter(
    ({ party, role }) =>
      // Whose licence may not be needed has red lines that may not count.
      party !== licence?.party &&
      (role === 'self' || party === buyer || (role === 'ratifier' && now?.vetoes.includes(party))),
  );
  const sets: readonly OptionSets[] = [
    wanted,
    ...asked.flatMap(({ party, redLines }) => [redLines, now?.redLines[party] ?? {}]),
  ];
  return issues.map(({ id, options }) => ({
    id,
    options: options.filter((option) => sets.every((lines) => lines[id]?.includes(option) ?? true)),
  }));
}

/** The contract as it is on the highest level: no line follows from another. */
function wholeContract({ issues }: NegotiationModel): Tier {
  return { id: 'whole', issues: issues.map(({ id }) => id), derived: [] };
}

/** For every issue, the position of the chosen option in each offer of the space. */
function optionIndices(space: DealSpace): readonly Uint8Array[] {
  const { codes, digits, model } = space;
  const width = model.issues.length;
  return model.issues.map((_, column) =>
    Uint8Array.from(codes, (_code, index) => digits[index * width + column] ?? 0),
  );
}

/** The utilities of a space under other weights and scores: its offers are not searched again. */
function utilitiesOf(
  model: NegotiationModel,
  space: DealSpace,
  chosen: readonly Uint8Array[],
): DealSpace['utilities'] {
  return Object.fromEntries(
    model.preferences
      .filter(({ party }) => space.utilities[party] !== undefined)
      .map((preference) => {
        const sums = new Float64Array(space.codes.length);
        model.issues.forEach(({ id, options }, at) => {
          const points = options.map((option) => weightedScore(preference, id, option) / 100);
          chosen[at]?.forEach((option, index) => {
            sums[index] = (sums[index] ?? 0) + (points[option] ?? 0);
          });
        });
        return [preference.party, sums];
      }),
  );
}
