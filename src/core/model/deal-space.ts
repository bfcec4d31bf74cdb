import type { IssueId, OptionId, PartyId, TrackId } from '../domain/index.ts';
import { phaseOf, redLineSets, reservationValue } from './judge.ts';
import type {
  Circumstances,
  NegotiationModel,
  Offer,
  OptionSets,
  Preference,
  Tier,
} from './negotiation-model.ts';
import { meets, structureErrors, trackOf, weightedScore } from './offer.ts';

/**
 * All valid offers of one track and tier, as numbers: `code` is the offer in mixed radix over the
 * issues, `utilities` has one value 0..100 per offer and party. Made once, judged many times.
 */
export interface DealSpace {
  readonly model: NegotiationModel;
  readonly track: TrackId;
  readonly codes: Uint32Array;
  readonly utilities: Readonly<Record<PartyId, Float64Array>>;
}

/** Enumerates the whole space. Issues outside the tier follow from the others by its rules. */
export function enumerateDeals(model: NegotiationModel, track: TrackId, tier: Tier): DealSpace {
  const codes: number[] = [];
  const visible = model.issues.filter(({ id }) => tier.issues.includes(id));
  const offer: Record<IssueId, OptionId> = {};
  const visit = (depth: number): void => {
    const issue = visible[depth];
    if (issue) {
      for (const option of issue.options) {
        offer[issue.id] = option;
        visit(depth + 1);
      }
      return;
    }
    const complete = completeOffer(model, tier, offer);
    if (structureErrors(model, track, complete).length === 0) codes.push(codeOf(model, complete));
  };
  visit(0);
  const all = Uint32Array.from(codes);
  return { model, track, codes: all, utilities: utilitiesOf(model, track, all) };
}

/** Fills the issues that a tier derives; the first case that fits wins. Open issues stay out. */
export function completeOffer(model: NegotiationModel, tier: Tier, visible: Offer): Offer {
  const offer: Record<IssueId, OptionId> = {};
  for (const { id } of model.issues) {
    const option = tier.issues.includes(id) ? visible[id] : undefined;
    if (option !== undefined) offer[id] = option;
  }
  for (const { issue, cases } of tier.derived) {
    const found = cases.find((rule) => meets(offer, rule.if));
    if (found) offer[issue] = found.option;
  }
  return offer;
}

/** The offer at an index of the space, 0 to `codes.length` - 1. */
export function offerAt({ model, codes }: DealSpace, index: number): Offer {
  let code = codes[index] ?? 0;
  const offer: Record<IssueId, OptionId> = {};
  for (const { id, options } of model.issues) {
    offer[id] = options[code % options.length] ?? '';
    code = Math.floor(code / options.length);
  }
  return offer;
}

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
  const lists = Object.values(surplus);
  const found: number[] = [];
  for (let index = 0; index < space.codes.length; index += 1) {
    if (lists.every((values) => (values[index] ?? -1) >= -ROUNDING)) found.push(index);
  }
  return Uint32Array.from(found);
}

const ROUNDING = 1e-9;

/** Offers among `indices` that nobody can improve without harm to somebody else. */
export function paretoFrontier(
  space: DealSpace,
  indices: Uint32Array,
  parties: readonly PartyId[],
): Uint32Array {
  const lists = parties.map((party) => space.utilities[party] ?? new Float64Array(space.codes.length));
  const sum = (index: number) => lists.reduce((total, values) => total + (values[index] ?? 0), 0);
  // Who dominates has the larger sum, so only offers already kept can dominate the next one.
  const order = [...indices].sort((a, b) => sum(b) - sum(a) || a - b);
  const kept: number[] = [];
  for (const candidate of order) {
    if (!kept.some((better) => dominates(lists, better, candidate))) kept.push(candidate);
  }
  return Uint32Array.from(kept.sort((a, b) => a - b));
}

/** Nash 1950: the offer with the largest product of the parties' surpluses; undefined without a zone. */
export function nashPoint(
  surplus: Surplus,
  indices: Uint32Array,
  parties: readonly PartyId[],
): number | undefined {
  return bestOf(indices, (index) =>
    parties.reduce((product, party) => product * gain(surplus, party, index), 1),
  );
}

/** Kalai and Smorodinsky 1975: the largest smallest share of what each could gain at best. */
export function kalaiSmorodinskyPoint(
  surplus: Surplus,
  indices: Uint32Array,
  parties: readonly PartyId[],
): number | undefined {
  const ideal = parties.map((party) =>
    Math.max(...Array.from(indices, (index) => gain(surplus, party, index))),
  );
  const shares = (index: number) =>
    parties.map((party, at) => ((ideal[at] ?? 0) > 0 ? gain(surplus, party, index) / (ideal[at] ?? 1) : 1));
  // Equal smallest shares are common among discrete offers: then the sum decides.
  return bestOf(indices, (index) => {
    const all = shares(index);
    return Math.min(...all) + 1e-6 * all.reduce((sum, share) => sum + share, 0);
  });
}

/** Who is not asked about an offer (no licence needed) neither gains nor loses by it: factor 1. */
function gain(surplus: Surplus, party: PartyId, index: number): number {
  const points = surplus[party]?.[index] ?? 0;
  return points === Number.POSITIVE_INFINITY ? 1 : Math.max(0, points);
}

function bestOf(indices: Uint32Array, scoreOf: (index: number) => number): number | undefined {
  let best: number | undefined;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const index of indices) {
    const value = scoreOf(index);
    if (value > bestValue) {
      best = index;
      bestValue = value;
    }
  }
  return best;
}

function dominates(lists: readonly Float64Array[], a: number, b: number): boolean {
  let isBetter = false;
  for (const values of lists) {
    const difference = (values[a] ?? 0) - (values[b] ?? 0);
    if (difference < -ROUNDING) return false;
    if (difference > ROUNDING) isBetter = true;
  }
  return isBetter;
}

function surplusOfParty(
  space: DealSpace,
  preference: Preference,
  circumstances: Circumstances,
): Float64Array {
  const { model } = space;
  const phase = phaseOf(model, circumstances.phase);
  const { party } = preference;
  const threshold = reservationValue(model, party, circumstances);
  const surplus = Float64Array.from(space.utilities[party] ?? [], (utility) => utility - threshold);
  for (const sets of redLineSets(preference, phase)) {
    forOffersOutside(space, sets, (index) => {
      surplus[index] = Number.NEGATIVE_INFINITY;
    });
  }
  const { licence } = model;
  if (licence && phase.vetoes.includes(licence.party)) {
    const needsNone = testerOf(model, licence.unless);
    const licensor = space.utilities[licence.party];
    const licensorThreshold = reservationValue(model, licence.party, circumstances);
    space.codes.forEach((code, index) => {
      if (!needsNone(code)) return;
      if (licence.party === party) surplus[index] = Number.POSITIVE_INFINITY;
      if (licence.homeCost.party === party) {
        const missing = Math.max(0, licensorThreshold - (licensor?.[index] ?? 0));
        surplus[index] = (surplus[index] ?? 0) - licence.homeCost.share * missing;
      }
    });
  }
  return surplus;
}

function forOffersOutside(space: DealSpace, sets: OptionSets, act: (index: number) => void): void {
  const isInside = testerOf(space.model, sets);
  space.codes.forEach((code, index) => {
    if (!isInside(code)) act(index);
  });
}

/** `meets` on codes: no offer object is made. */
function testerOf(model: NegotiationModel, sets: OptionSets): (code: number) => boolean {
  let place = 1;
  const tests: { place: number; radix: number; isAllowed: readonly boolean[] }[] = [];
  for (const { id, options } of model.issues) {
    const allowed = sets[id];
    if (allowed)
      tests.push({
        place,
        radix: options.length,
        isAllowed: options.map((option) => allowed.includes(option)),
      });
    place *= options.length;
  }
  return (code) =>
    tests.every(({ place: at, radix, isAllowed }) => isAllowed[Math.floor(code / at) % radix] === true);
}

function codeOf(model: NegotiationModel, offer: Offer): number {
  let code = 0;
  let place = 1;
  for (const { id, options } of model.issues) {
    code += Math.max(0, options.indexOf(offer[id] ?? '')) * place;
    place *= options.length;
  }
  return code;
}

function utilitiesOf(
  model: NegotiationModel,
  track: TrackId,
  codes: Uint32Array,
): Readonly<Record<PartyId, Float64Array>> {
  const { buyer } = trackOf(model, track);
  const utilities: Record<PartyId, Float64Array> = {};
  for (const preference of model.preferences) {
    if (preference.role === 'buyer' && preference.party !== buyer) continue;
    const points = model.issues.map(({ id, options }) =>
      options.map((option) => weightedScore(preference, id, option)),
    );
    utilities[preference.party] = Float64Array.from(codes, (code) => {
      let rest = code;
      let sum = 0;
      for (const options of points) {
        sum += options[rest % options.length] ?? 0;
        rest = Math.floor(rest / options.length);
      }
      return sum / 100;
    });
  }
  return utilities;
}

const spaces = new WeakMap<NegotiationModel, Map<string, DealSpace>>();
export function dealSpace(model: NegotiationModel, track: TrackId, tier: Tier): DealSpace {
  const known = spaces.get(model) ?? new Map<string, DealSpace>();
  spaces.set(model, known);
  const key = `${track} ${tier.id}`;
  const space = known.get(key) ?? enumerateDeals(model, track, tier);
  known.set(key, space);
  return space;
}
export function nearestOffer(
  space: DealSpace,
  from: Offer,
  isWanted: (index: number) => boolean,
  visibleIssues: readonly IssueId[],
  preferBy: Float64Array | undefined,
): number | undefined {
  let best: number | undefined;
  let bestChanges = 99;
  let bestValue = -1;
  for (let index = 0; index < space.codes.length; index += 1) {
    if (!isWanted(index)) continue;
    const offer = offerAt(space, index);
    const changes = visibleIssues.filter((id) => offer[id] !== from[id]).length;
    const value = preferBy?.[index] ?? 0;
    if (changes < bestChanges || (changes === bestChanges && value > bestValue + 1e-9)) {
      best = index;
      bestChanges = changes;
      bestValue = value;
    }
  }
  return best;
}
