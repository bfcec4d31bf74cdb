import type { PartyId } from '../domain/index.ts';
import type { DealSpace } from '../model/index.ts';

/** Points of the two ratifiers' utilities that one bin covers on each axis. */
const BIN = 5;
/** Bins on an axis of 0..100 points, and room for the last point. */
const BINS = 21;

/** Who spans the plane, and by whose utility the deals of a bin are spread. */
export interface Axes {
  readonly ratifiers: readonly PartyId[];
  readonly player: PartyId;
}

/** At most `limit` of the deals, the same ones each time: every bin of the plane keeps one as long as there is room. */
export function thinDeals(
  { utilities }: DealSpace,
  { ratifiers, player }: Axes,
  { indices, limit }: { readonly indices: readonly number[]; readonly limit: number },
): readonly number[] {
  if (indices.length <= limit) return indices;
  const [x = '', y = ''] = ratifiers;
  const binOf = (party: PartyId, index: number) => Math.floor((utilities[party]?.[index] ?? 0) / BIN);
  const bins = new Map<number, number[]>();
  for (const index of indices) {
    const bin = binOf(x, index) * BINS + binOf(y, index);
    const members = bins.get(bin);
    if (members) members.push(index);
    else bins.set(bin, [index]);
  }
  const spare = Math.max(0, limit - bins.size);
  const own = (index: number) => utilities[player]?.[index] ?? 0;
  const kept = [...bins.values()].flatMap((members) => {
    const share = 1 + Math.floor((spare * (members.length - 1)) / indices.length);
    return spread(
      members.sort((a, b) => own(a) - own(b) || a - b),
      share,
    );
  });
  return spread(kept, limit).toSorted((a, b) => a - b);
}

/** Evenly spaced ones of a list. */
function spread(list: readonly number[], count: number): readonly number[] {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, at) => list[Math.floor(((at + 0.5) * list.length) / count)] ?? 0);
}
