import path from 'node:path';
import fc from 'fast-check';
import { readScenario } from '../src/author/index.ts';
import {
  type Circumstances,
  dealSpace,
  enumerateDeals,
  indexOfOffer,
  kalaiSmorodinskyPoint,
  type NegotiationModel,
  nashPoint,
  nearestOffer,
  offerAt,
  paretoFrontier,
  surplusOf,
  type Tier,
  zoneOfAgreement,
} from '../src/core/model/index.ts';
import { arbitraryCircumstances, arbitraryMixedModel } from '../tests/support/random-model.ts';
import { differences } from '../tests/support/reference-deals.ts';
import type { BenchContext } from './bench-context.ts';
import { largeModel } from './large-model.ts';
import { type Spread, spreadOf } from './spread.ts';

export interface TableBench {
  /** All valid deals of the three tables on the expert level, and everyone's votes in one phase. */
  readonly shippedModelMs: Spread;
  /** The very first of these runs, before the engine is compiled. */
  readonly shippedModelColdMs: number;
  readonly shippedDeals: number;
  /** A million offers, votes, the exact frontier of all, and both solutions in the zone. Each run has its own model. */
  readonly millionOutcomesMs: Spread;
  /** Offers on the frontier and in the zone, by run. */
  readonly millionOutcomes: readonly { readonly frontier: number; readonly zone: number }[];
  /** Processor time of all threads for the same runs: says more than the clock on a busy machine. */
  readonly processorMs: { readonly shippedModel: Spread; readonly millionOutcomes: Spread };
  /** One search for the nearest offer that all accept, at the largest shipped table. */
  readonly nearestOfferMs: Spread;
  /** One search for the index of an offer, at the same table. */
  readonly indexOfOfferMs: Spread;
  /** The engine says the same as asking everyone about every offer and comparing every pair. */
  readonly agreesWithReference: boolean;
  /** Where the time goes. */
  readonly split: {
    readonly shippedModel: Readonly<Record<'enumerateMs' | 'votesMs', Spread>>;
    readonly millionOutcomes: Readonly<Record<Step, Spread>>;
  };
}

type Step = 'enumerateMs' | 'votesMs' | 'paretoMs' | 'solutionsMs';

const SHIPPED_RUNS = 21;
const LARGE_RUNS = 7;
const RANDOM_MODELS = 300;
const AT: Circumstances = { phase: 'P6', hasOwnSuit: true, trust: {}, goodwill: {} };

/** Measures the engine of the deal table, and compares it with the slow, obvious way. */
export async function run({ root }: BenchContext): Promise<TableBench> {
  const { scenario } = readScenario(path.join(root, 'scenarios/tiktok-2020'));
  if (!scenario) throw new Error('the scenario cannot be read; see "npm run scenario -- check"');
  const { model } = scenario;
  const cold = measureShipped(model);
  const shipped = Array.from({ length: SHIPPED_RUNS }, () => measureShipped(model));
  const large = Array.from({ length: LARGE_RUNS }, (_, seed) => measureLarge(largeModel(seed)));
  const spread = <K extends string>(samples: readonly Readonly<Record<K, number>>[], key: K) =>
    spreadOf(
      samples.map((sample) => sample[key]),
      'time',
    );
  return {
    shippedModelMs: spread(shipped, 'totalMs'),
    shippedModelColdMs: Number(cold.totalMs.toPrecision(4)),
    shippedDeals: cold.deals,
    millionOutcomesMs: spread(large, 'totalMs'),
    millionOutcomes: large.map(({ frontier, zone }) => ({ frontier, zone })),
    processorMs: {
      shippedModel: spread(shipped, 'processorMs'),
      millionOutcomes: spread(large, 'processorMs'),
    },
    ...measureSearch(model),
    agreesWithReference: agreesWithReference(model),
    split: {
      shippedModel: { enumerateMs: spread(shipped, 'enumerateMs'), votesMs: spread(shipped, 'votesMs') },
      millionOutcomes: {
        enumerateMs: spread(large, 'enumerateMs'),
        votesMs: spread(large, 'votesMs'),
        paretoMs: spread(large, 'paretoMs'),
        solutionsMs: spread(large, 'solutionsMs'),
      },
    },
  };
}

function measureShipped(model: NegotiationModel) {
  const tier = tierOf(model, 'expert');
  const before = process.cpuUsage();
  const lap = stopwatch();
  const spaces = model.tracks.map(({ id }) => enumerateDeals(model, id, tier));
  const enumerateMs = lap();
  for (const space of spaces) surplusOf(space, AT);
  const votesMs = lap();
  const processorMs = processorMsSince(before);
  const deals = spaces.reduce((sum, { codes }) => sum + codes.length, 0);
  return { enumerateMs, votesMs, totalMs: enumerateMs + votesMs, processorMs, deals };
}

function measureLarge(model: NegotiationModel) {
  const before = process.cpuUsage();
  const lap = stopwatch();
  const space = enumerateDeals(model, 'M', tierOf(model, 'all'));
  const enumerateMs = lap();
  const surplus = surplusOf(space, { ...AT, phase: 'P1' });
  const zone = zoneOfAgreement(space, surplus);
  const votesMs = lap();
  const parties = Object.keys(surplus);
  const all = new Uint32Array(space.codes.length);
  for (let index = 0; index < all.length; index += 1) all[index] = index;
  const frontier = paretoFrontier(space, all, parties).length;
  const paretoMs = lap();
  nashPoint(surplus, zone, parties);
  kalaiSmorodinskyPoint(surplus, zone, parties);
  const solutionsMs = lap();
  const processorMs = processorMsSince(before);
  const totalMs = enumerateMs + votesMs + paretoMs + solutionsMs;
  return { enumerateMs, votesMs, paretoMs, solutionsMs, totalMs, processorMs, frontier, zone: zone.length };
}

function measureSearch(model: NegotiationModel) {
  const tier = tierOf(model, 'expert');
  const space = dealSpace(model, 'O', tier);
  const surplus = surplusOf(space, AT);
  const isWanted = new Uint8Array(space.codes.length);
  for (const index of zoneOfAgreement(space, surplus)) isWanted[index] = 1;
  const sample = Array.from({ length: 100 }, (_, at) => offerAt(space, at * 277));
  const times = (search: (at: number) => void) =>
    sample.map((_, at) => {
      const lap = stopwatch();
      search(at);
      return lap();
    });
  const nearest = times((at) => {
    nearestOffer(space, sample[at] ?? {}, (index) => isWanted[index] === 1, tier.issues, surplus.F);
  });
  const index = times((at) => {
    indexOfOffer(space, sample[at] ?? {});
  });
  return { nearestOfferMs: spreadOf(nearest, 'time'), indexOfOfferMs: spreadOf(index, 'time') };
}

function agreesWithReference(model: NegotiationModel): boolean {
  const shipped = ['starter', 'standard'].flatMap((id) =>
    model.tracks.map((track) => ({ model, track: track.id, tier: tierOf(model, id), at: AT })),
  );
  const random = fc
    .sample(fc.tuple(arbitraryMixedModel, arbitraryCircumstances), { seed: 1, numRuns: RANDOM_MODELS })
    .flatMap(([some, at]) => some.tiers.map((tier) => ({ model: some, track: 'M', tier, at })));
  return [...shipped, ...random].every((table) => differences(table).length === 0);
}

function tierOf(model: NegotiationModel, id: string): Tier {
  const tier = model.tiers.find((candidate) => candidate.id === id);
  if (!tier) throw new Error(`the model has no level "${id}"`);
  return tier;
}

/** Milliseconds since the last call. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const before = last;
    last = performance.now();
    return last - before;
  };
}

function processorMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
