import type { PartyId } from '../domain/index.ts';
import type { DealSpace } from './deal-space.ts';
import { phaseOf, ROUNDING, redLineSets, reservationValue } from './judge.ts';
import type { Circumstances, OptionSets, Preference } from './negotiation-model.ts';
import { trackOf } from './offer.ts';
import { firstOptions, missedSets } from './option-bits.ts';

/**
 * Points above the reservation value, per offer; negative or `-Infinity` (red line) is a no,
 * `Infinity` means that the party is not asked about this offer.
 */
export type Surplus = Readonly<Record<PartyId, Float64Array>>;

/** Judges every offer of the space at once. A party without a say has no entry. */
export function surplusOf(space: DealSpace, circumstances: Circumstances): Surplus {
  const { model, track } = space;
  const phase = phaseOf(model, circumstances.phase);
  const { buyer } = trackOf(model, track);
  const surplus: Record<PartyId, Float64Array> = {};
  for (const preference of model.preferences) {
    const { party, role } = preference;
    if (role === 'buyer' && party !== buyer) continue;
    if (role === 'ratifier' && !phase.vetoes.includes(party)) continue;
    surplus[party] = surplusOfParty(space, preference, circumstances);
  }
  return surplus;
}

/** Indices of the offers that everyone who has a say accepts: the zone of possible agreement. */
export function zoneOfAgreement(space: DealSpace, surplus: Surplus): Uint32Array {
  let size = space.codes.length;
  const zone = new Uint32Array(size);
  for (let index = 0; index < size; index += 1) zone[index] = index;
  for (const values of Object.values(surplus)) {
    let kept = 0;
    for (let at = 0; at < size; at += 1) {
      const index = zone[at] ?? 0;
      if ((values[index] ?? 0) >= -ROUNDING) {
        zone[kept] = index;
        kept += 1;
      }
    }
    size = kept;
  }
  return zone.slice(0, size);
}

function surplusOfParty(
  space: DealSpace,
  preference: Preference,
  circumstances: Circumstances,
): Float64Array {
  const { model } = space;
  const { party } = preference;
  const phase = phaseOf(model, circumstances.phase);
  const threshold = reservationValue(model, party, circumstances);
  const utilities = space.utilities[party] ?? new Float64Array(space.codes.length);
  const surplus = new Float64Array(utilities.length);
  for (let index = 0; index < surplus.length; index += 1)
    surplus[index] = (utilities[index] ?? 0) - threshold;
  const redLines = redLineSets(preference, phase);
  if (redLines.some((sets) => Object.keys(sets).length > 0)) {
    const missed = missedBy(space, redLines);
    for (let index = 0; index < surplus.length; index += 1)
      if (missed[index] !== 0) surplus[index] = Number.NEGATIVE_INFINITY;
  }
  const { licence } = model;
  if (licence && phase.vetoes.includes(licence.party)) {
    if (licence.homeCost.party === party) payAtHome(space, surplus, circumstances);
    if (licence.party === party) leaveUnasked(space, surplus, licence.unless);
  }
  return surplus;
}

/** What it costs at home to do without the licence: a share of what the ratifier misses. */
function payAtHome(space: DealSpace, surplus: Float64Array, circumstances: Circumstances): void {
  const { licence } = space.model;
  if (!licence) return;
  const threshold = reservationValue(space.model, licence.party, circumstances);
  const utilities = space.utilities[licence.party] ?? new Float64Array(space.codes.length);
  const missed = missedBy(space, [licence.unless]);
  for (let index = 0; index < surplus.length; index += 1) {
    if (missed[index] !== 0) continue;
    const missing = Math.max(0, threshold - (utilities[index] ?? 0));
    surplus[index] = (surplus[index] ?? 0) - licence.homeCost.share * missing;
  }
}

function leaveUnasked(space: DealSpace, surplus: Float64Array, unless: OptionSets): void {
  const missed = missedBy(space, [unless]);
  for (let index = 0; index < surplus.length; index += 1)
    if (missed[index] === 0) surplus[index] = Number.POSITIVE_INFINITY;
}

/** A word per offer, bit k set when the offer is outside set k (`meets`, turned round). */
function missedBy({ model, digits, codes }: DealSpace, sets: readonly OptionSets[]): Int32Array {
  const { issues } = model;
  const { byOption, named, always } = missedSets(issues, sets);
  const first = firstOptions(issues);
  const width = issues.length;
  const missed = new Int32Array(codes.length).fill(always);
  issues.forEach((_, at) => {
    if (named[at] === 0) return;
    const from = first[at] ?? 0;
    for (let index = 0, cell = at; index < missed.length; index += 1, cell += width)
      missed[index] = (missed[index] ?? 0) | (byOption[from + (digits[cell] ?? 0)] ?? 0);
  });
  return missed;
}
