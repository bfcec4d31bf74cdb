import type { PartyId } from '../domain/index.ts';
import type { Surplus } from './surplus.ts';

/** Points added to the smallest share per point of all shares: only decides between equal smallest shares. */
const SUM_COUNTS = 1e-6;

/** Nash 1950: the offer with the largest product of the parties' surpluses; undefined without a zone. */
export function nashPoint(
  surplus: Surplus,
  indices: Uint32Array,
  parties: readonly PartyId[],
): number | undefined {
  const products = new Float64Array(indices.length).fill(1);
  for (const party of parties) {
    const values = surplus[party];
    for (let at = 0; at < products.length; at += 1)
      products[at] = (products[at] ?? 0) * gain(values?.[indices[at] ?? 0] ?? 0);
  }
  return bestOf(indices, products);
}

/** Kalai and Smorodinsky 1975: the largest smallest share of what each could gain at best. */
export function kalaiSmorodinskyPoint(
  surplus: Surplus,
  indices: Uint32Array,
  parties: readonly PartyId[],
): number | undefined {
  const smallest = new Float64Array(indices.length).fill(Number.POSITIVE_INFINITY);
  const sums = new Float64Array(indices.length);
  for (const party of parties) {
    const values = surplus[party];
    let ideal = 0;
    for (const index of indices) ideal = Math.max(ideal, gain(values?.[index] ?? 0));
    for (let at = 0; at < sums.length; at += 1) {
      const share = ideal > 0 ? gain(values?.[indices[at] ?? 0] ?? 0) / ideal : 1;
      smallest[at] = Math.min(smallest[at] ?? 0, share);
      sums[at] = (sums[at] ?? 0) + share;
    }
  }
  // Equal smallest shares are common among discrete offers: then the sum decides.
  const scores = smallest.map((share, at) => share + SUM_COUNTS * (sums[at] ?? 0));
  return bestOf(indices, scores);
}

/** Who is not asked about an offer (no licence needed) neither gains nor loses by it: factor 1. */
function gain(points: number): number {
  return points === Number.POSITIVE_INFINITY ? 1 : Math.max(0, points);
}

/** The index with the highest score; of equal ones the first. */
function bestOf(indices: Uint32Array, scores: Float64Array): number | undefined {
  let best: number | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score > bestScore) {
      best = indices[at];
      bestScore = score;
    }
  }
  return best;
}
