import type { PartyId } from '../domain/index.ts';
import type { DealSpace } from './deal-space.ts';
import { ROUNDING } from './judge.ts';

/** From this many offers on, the frontier of a sample removes most of the others first. */
const LARGE = 2048;
/** Offers in that sample, about. */
const SAMPLE = 2048;
/** A sketch is a positive 32-bit integer. */
const SKETCH_BITS = 31;

/**
 * Offers with their utilities, a list per party, and a sketch of each: a few bits per party, with a free
 * bit above them. Offer a can dominate offer b only if no field of `b` is larger, and that is one
 * subtraction: `(a | guards) - b` keeps all guards.
 */
interface Field {
  readonly indices: Uint32Array;
  readonly lists: readonly Float64Array[];
  /** By position in `indices`. */
  readonly sketches: Int32Array;
  /** The same with utilities raised by the rounding: sketches of those who may dominate. */
  readonly raised: Int32Array;
  readonly guards: number;
}

/** Positions in a field of offers of which none dominates another, likely dominators first. */
interface Kept {
  readonly positions: Uint32Array;
  readonly sketches: Int32Array;
  size: number;
}

/** Offers among `indices` that nobody can improve without harm to somebody else. */
export function paretoFrontier(
  space: DealSpace,
  indices: Uint32Array,
  parties: readonly PartyId[],
): Uint32Array {
  const field = fieldOf(
    parties.map((party) => space.utilities[party] ?? new Float64Array(space.codes.length)),
    indices,
  );
  const { positions, size } = frontierOf(field, candidatesOf(field));
  return positions
    .subarray(0, size)
    .map((at) => indices[at] ?? 0)
    .sort();
}

/** All positions, or when there are many, those that the frontier of a sample does not dominate. */
function candidatesOf(field: Field): Uint32Array {
  const all = new Uint32Array(field.indices.length);
  for (let at = 0; at < all.length; at += 1) all[at] = at;
  if (all.length < LARGE) return all;
  // Options repeat in round steps: an odd step meets more of them.
  const step = Math.floor(all.length / SAMPLE) | 1;
  const sample = frontierOf(
    field,
    all.filter((at) => at % step === 0),
  );
  let size = 0;
  for (let at = 0; at < all.length; at += 1) {
    if (isDominated(field, sample, at)) continue;
    all[size] = at;
    size += 1;
  }
  return all.subarray(0, size);
}

function frontierOf(field: Field, positions: Uint32Array): Kept {
  const sketches = new Int32Array(positions.length);
  const kept: Kept = { positions: new Uint32Array(positions.length), sketches, size: 0 };
  // Who dominates has the larger sum, so only offers already kept can dominate the next one.
  for (const at of bySum(field, positions)) {
    if (isDominated(field, kept, at)) continue;
    kept.positions[kept.size] = at;
    sketches[kept.size] = field.raised[at] ?? 0;
    kept.size += 1;
  }
  return kept;
}

function bySum({ lists, indices }: Field, positions: Uint32Array): Uint32Array {
  const sums = new Float64Array(positions.length);
  for (const list of lists)
    for (let at = 0; at < sums.length; at += 1)
      sums[at] = (sums[at] ?? 0) + (list[indices[positions[at] ?? 0] ?? 0] ?? 0);
  const order = positions.map((_, at) => at);
  return order.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).map((at) => positions[at] ?? 0);
}

function isDominated({ lists, indices, sketches, guards }: Field, kept: Kept, at: number): boolean {
  const sketch = sketches[at] ?? 0;
  const index = indices[at] ?? 0;
  for (let row = 0; row < kept.size; row += 1) {
    if (((((kept.sketches[row] ?? 0) | guards) - sketch) & guards) !== guards) continue;
    if (!dominates(lists, indices[kept.positions[row] ?? 0] ?? 0, index)) continue;
    moveForward(kept, row);
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
  const bits = Math.floor(SKETCH_BITS / Math.max(1, lists.length)) - 1;
  const sketches = new Int32Array(indices.length);
  const raised = new Int32Array(indices.length);
  let guards = 0;
  // With too many parties for a bit each, all sketches are 0 and say nothing.
  if (bits < 1) return { indices, lists, sketches, raised, guards };
  const top = (1 << bits) - 1;
  lists.forEach((list, party) => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < indices.length; at += 1) {
      const value = list[indices[at] ?? 0] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const scale = (top + 1) / Math.max(high - low, ROUNDING);
    const shift = party * (bits + 1);
    for (let at = 0; at < indices.length; at += 1) {
      const steps = ((list[indices[at] ?? 0] ?? 0) - low) * scale;
      sketches[at] = (sketches[at] ?? 0) | (Math.min(top, steps) << shift);
      raised[at] = (raised[at] ?? 0) | (Math.min(top, steps + 2 * ROUNDING * scale) << shift);
    }
    guards |= 1 << (shift + bits);
  });
  return { indices, lists, sketches, raised, guards };
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
