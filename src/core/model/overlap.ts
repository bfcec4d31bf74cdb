import type { PartyId, PhaseId } from '../domain/index.ts';
import type { DealSpace } from './deal-space.ts';
import { phaseOf } from './judge.ts';
import type { Circumstances, PartyRole } from './negotiation-model.ts';
import { trackOf } from './offer.ts';
import { type Blocker, countBlockers, refusalsOf } from './refusals.ts';

/** One side of the table, counted. The own side has several wings that must all say yes. */
export interface OverlapSide {
  readonly role: PartyRole;
  readonly parties: readonly PartyId[];
  /** False for a ratifier without a veto in this phase: nobody asks it. */
  readonly hasSay: boolean;
  /** Offers that this side accepts; a side without a say stands in the way of none. */
  readonly accepted: number;
  /** Offers that this side and all before it accept. */
  readonly left: number;
}

/** Win-sets of one phase (Putnam 1988) and how they overlap: counts, nothing else. */
export interface Overlap {
  readonly phase: PhaseId;
  /** All contracts that are possible at this table. */
  readonly valid: number;
  /** In the order in which they are asked: buyer, own side, then the ratifiers as in the model. */
  readonly sides: readonly OverlapSide[];
  /** Offers that everyone accepts. */
  readonly agreed: number;
  /**
   * The offers by who accepts them: bit `n` of an index is set when the side `n` says yes. The sum is
   * `valid`; the last entry is `agreed`.
   */
  readonly regions: readonly number[];
  readonly blockers: readonly Blocker[];
}

export function countOverlap(space: DealSpace, circumstances: Circumstances): Overlap {
  const sides = sidesOf(space, circumstances);
  const refusals = refusalsOf(space, circumstances);
  const masks = sides.map(({ parties }) =>
    parties.reduce((mask, party) => mask | bitOf(refusals.parties.indexOf(party)), 0),
  );
  const regions = new Array<number>(1 << sides.length).fill(0);
  for (const refused of refusals.masks) {
    let region = 0;
    masks.forEach((mask, side) => {
      if ((refused & mask) === 0) region |= 1 << side;
    });
    regions[region] = (regions[region] ?? 0) + 1;
  }
  const count = (wanted: number) =>
    regions.reduce((sum, offers, region) => ((region & wanted) === wanted ? sum + offers : sum), 0);
  return {
    phase: circumstances.phase,
    valid: space.codes.length,
    sides: sides.map((side, at) => ({
      ...side,
      accepted: count(1 << at),
      left: count((1 << (at + 1)) - 1),
    })),
    agreed: regions.at(-1) ?? 0,
    regions,
    blockers: countBlockers(refusals),
  };
}

function sidesOf(
  { model, track }: DealSpace,
  circumstances: Circumstances,
): readonly Pick<OverlapSide, 'role' | 'parties' | 'hasSay'>[] {
  const { buyer } = trackOf(model, track);
  const { vetoes } = phaseOf(model, circumstances.phase);
  const parties = (role: PartyRole) =>
    model.preferences.filter((preference) => preference.role === role).map(({ party }) => party);
  const own = parties('self');
  return [
    ...(buyer === undefined ? [] : [{ role: 'buyer' as const, parties: [buyer], hasSay: true }]),
    ...(own.length === 0 ? [] : [{ role: 'self' as const, parties: own, hasSay: true }]),
    ...parties('ratifier').map((party) => ({
      role: 'ratifier' as const,
      parties: [party],
      hasSay: vetoes.includes(party),
    })),
  ];
}

/** A party that has no say refuses nothing. */
function bitOf(place: number): number {
  return place < 0 ? 0 : 1 << place;
}
