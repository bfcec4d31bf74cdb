import type { PartyId } from '../domain/index.ts';
import type { DealSpace } from './deal-space.ts';
import { ROUNDING } from './judge.ts';

/** From this many offers on, the frontier of a sample removes most of the others first. */
const LARGE = 2048;
/** Offers in that sample, about. */
const SAMPLE = 2048;
/** A sketch is a small positive integer everywhere. */
const SKETCH_BITS = 30;
/** Parties by which kept offers are sorted into regions: two regions for each. */
const REGION_PARTIES = 6;

/** What the search for dominators compares; all by position in `indices`. */
interface Field {
  readonly indices: Uint32Array;
  /** Utilities by party, and by index of the space. */
  readonly lists: readonly Float64Array[];
  /**
   * A few bits per party, with a free bit above them. Offer a can dominate offer b only if no party has
   * fewer; one subtraction shows that: `(a | guards) - b` keeps all guards.
   */
  readonly sketches: Int32Array;
  readonly guards: number;
  /** A bit per party, set above its mean: who dominates has all bits of the other. */
  readonly regions: Uint8Array;
  /** The same for those who may dominate: a utility counts more by the rounding. */
  readonly raisedSketches: Int32Array;
  readonly raisedRegions: Uint8Array;
}

/** Offers of one region of which none dominates another, likely dominators first. */
interface Kept {
  readonly positions: number[];
  readonly sketches: number[];
}

/** Offers among `indices` that nobody can improve without harm to somebody else. */
export function paretoFrontier(
  space: DealSpace,
  indices: Uint32Array,
  parties: readonly PartyId[],
): Uint32Array {
  const lists = parties.map((party) => space.utilities[party] ?? new Float64Array(space.codes.length));
  const field = fieldOf(lists, indices.length < LARGE ? indices : thinned(lists, indices));
  const found = frontierOf(field).flatMap(({ positions }) => positions);
  return Uint32Array.from(found, (at) => field.indices[at] ?? 0).sort();
}

/** Most of the offers that are dominated are so by the one with the largest sum, or by a few others. */
function thinned(lists: readonly Float64Array[], indices: Uint32Array): Uint32Array {
  return withoutDominatedBySample(lists, withoutDominatedByBest(lists, indices));
}

function withoutDominatedByBest(lists: readonly Float64Array[], indices: Uint32Array): Uint32Array {
  const sums = sumsOf(lists, indices, 1);
  let best = 0;
  for (let at = 0; at < sums.length; at += 1) if ((sums[at] ?? 0) > (sums[best] ?? 0)) best = at;
  const strong = indices[best] ?? 0;
  const rest = new Uint32Array(indices.length);
  let size = 0;
  for (let at = 0; at < indices.length; at += 1) {
    const index = indices[at] ?? 0;
    if (dominates(lists, strong, index)) continue;
    rest[size] = index;
    size += 1;
  }
  return rest.subarray(0, size);
}

/** Without those that the frontier of a sample dominates. */
function withoutDominatedBySample(lists: readonly Float64Array[], indices: Uint32Array): Uint32Array {
  const field = fieldOf(lists, indices);
  // Options repeat in round steps: an odd step meets more of them.
  const step = Math.floor(indices.length / SAMPLE) | 1;
  const sample = frontierOf(field, step);
  const rest = new Uint32Array(indices.length);
  let size = 0;
  for (let at = 0; at < indices.length; at += 1) {
    if (isDominated(field, sample, at)) continue;
    rest[size] = indices[at] ?? 0;
    size += 1;
  }
  return rest.subarray(0, size);
}

/** The frontier of every `step`th offer, by region. */
function frontierOf(field: Field, step = 1): readonly Kept[] {
  const kept: readonly Kept[] = Array.from(
    { length: 1 << Math.min(REGION_PARTIES, field.lists.length) },
    () => ({
      positions: [],
      sketches: [],
    }),
  );
  // Who dominates has the larger sum, so only offers already kept can dominate the next one.
  for (const at of bySum(field, step)) {
    if (isDominated(field, kept, at)) continue;
    const group = kept[field.raisedRegions[at] ?? 0];
    group?.positions.push(at);
    group?.sketches.push(field.raisedSketches[at] ?? 0);
  }
  return kept;
}

function bySum({ lists, indices }: Field, step: number): Uint32Array {
  const sums = sumsOf(lists, indices, step);
  const order = new Uint32Array(Math.ceil(indices.length / step));
  for (let at = 0; at < order.length; at += 1) order[at] = at * step;
  return order.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
}

/** Sums over the parties, by position in `indices`; of every `step`th offer. */
function sumsOf(lists: readonly Float64Array[], indices: Uint32Array, step: number): Float64Array {
  const sums = new Float64Array(indices.length);
  for (const list of lists)
    for (let at = 0; at < sums.length; at += step) sums[at] = (sums[at] ?? 0) + (list[indices[at] ?? 0] ?? 0);
  return sums;
}

function isDominated(field: Field, kept: readonly Kept[], at: number): boolean {
  const region = field.regions[at] ?? 0;
  for (let other = kept.length - 1; other >= region; other -= 1) {
    const group = kept[other];
    if ((other & region) === region && group && isDominatedBy(field, group, at)) return true;
  }
  return false;
}

function isDominatedBy({ lists, indices, sketches, guards }: Field, group: Kept, at: number): boolean {
  const sketch = sketches[at] ?? 0;
  const index = indices[at] ?? 0;
  const others = group.sketches;
  for (let row = 0; row < others.length; row += 1) {
    if (((((others[row] ?? 0) | guards) - sketch) & guards) !== guards) continue;
    if (!dominates(lists, indices[group.positions[row] ?? 0] ?? 0, index)) continue;
    moveForward(group, row);
    return true;
  }
  return false;
}

/** Half the way to the front: who dominates one offer often dominates its neighbours. */
function moveForward({ positions, sketches }: Kept, row: number): void {
  const to = row >> 1;
  const position = positions[row] ?? 0;
  const sketch = sketches[row] ?? 0;
  positions[row] = positions[to] ?? 0;
  sketches[row] = sketches[to] ?? 0;
  positions[to] = position;
  sketches[to] = sketch;
}

function fieldOf(lists: readonly Float64Array[], indices: Uint32Array): Field {
  const field = {
    indices,
    lists,
    sketches: new Int32Array(indices.length),
    raisedSketches: new Int32Array(indices.length),
    guards: 0,
    regions: new Uint8Array(indices.length),
    raisedRegions: new Uint8Array(indices.length),
  };
  const { sketches, raisedSketches, regions, raisedRegions } = field;
  // With too many parties for a bit each, all sketches are 0 and say nothing.
  const bits = Math.max(0, Math.floor(SKETCH_BITS / Math.max(1, lists.length)) - 1);
  const top = (1 << bits) - 1;
  lists.forEach((list, party) => {
    const { low, high, mean } = rangeOf(list, indices);
    const scale = (top + 1) / Math.max(high - low, ROUNDING);
    const shift = party * (bits + 1);
    const region = party < REGION_PARTIES ? 1 << party : 0;
    for (let at = 0; at < indices.length; at += 1) {
      const value = list[indices[at] ?? 0] ?? 0;
      const raised = value + 2 * ROUNDING;
      if (value >= mean) regions[at] = (regions[at] ?? 0) | region;
      if (raised >= mean) raisedRegions[at] = (raisedRegions[at] ?? 0) | region;
      sketches[at] = (sketches[at] ?? 0) | (Math.min(top, (value - low) * scale) << shift);
      raisedSketches[at] = (raisedSketches[at] ?? 0) | (Math.min(top, (raised - low) * scale) << shift);
    }
    if (bits > 0) field.guards |= 1 << (shift + bits);
  });
  return field;
}

function rangeOf(list: Float64Array, indices: Uint32Array) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let at = 0; at < indices.length; at += 1) {
    const value = list[indices[at] ?? 0] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    sum += value;
  }
  return { low, high, mean: sum / Math.max(1, indices.length) };
}

function dominates(lists: readonly Float64Array[], a: number, b: number): boolean {
  let isBetter = false;
  for (let party = 0; party < lists.length; party += 1) {
    const values = lists[party];
    const difference = (values?.[a] ?? 0) - (values?.[b] ?? 0);
    if (difference < -ROUNDING) return false;
    if (difference > ROUNDING) isBetter = true;
  }
  return isBetter;
}
