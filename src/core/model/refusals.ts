import type { PartyId } from '../domain/index.ts';
import type { DealSpace } from './deal-space.ts';
import { ROUNDING } from './judge.ts';
import type { Circumstances } from './negotiation-model.ts';
import { surplusOf } from './surplus.ts';

/** Who says no to which offer of a space: bit `n` of a mask is set when `parties[n]` refuses. */
export interface Refusals {
  /** All who have a say, in the order of the model. */
  readonly parties: readonly PartyId[];
  /** One mask for each offer, in the order of the space; 0: everyone accepts. */
  readonly masks: Uint32Array;
}

export function refusalsOf(space: DealSpace, circumstances: Circumstances): Refusals {
  const surplus = surplusOf(space, circumstances);
  const parties = space.model.preferences.map(({ party }) => party).filter((party) => surplus[party]);
  const masks = new Uint32Array(space.codes.length);
  parties.forEach((party, bit) => {
    surplus[party]?.forEach((points, index) => {
      if (points < -ROUNDING) masks[index] = (masks[index] ?? 0) | (1 << bit);
    });
  });
  return { parties, masks };
}

/** How many offers fail on one party and on nobody else. */
export interface Blocker {
  readonly party: PartyId;
  readonly alone: number;
}

/** Everyone with a say, in the order of the model. */
export function countBlockers({ parties, masks }: Refusals): readonly Blocker[] {
  return parties.map((party, bit) => ({
    party,
    alone: masks.reduce((sum, mask) => sum + (mask === 1 << bit ? 1 : 0), 0),
  }));
}
