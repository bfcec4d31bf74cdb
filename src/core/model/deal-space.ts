import type { IssueId, OptionId, PartyId, TrackId } from '../domain/index.ts';
import type { NegotiationModel, Offer, Tier } from './negotiation-model.ts';
import { trackOf, weightedScore } from './offer.ts';
import { firstOptions } from './option-bits.ts';
import { validRows } from './valid-rows.ts';

/**
 * All valid offers of one track and tier, as numbers. Made once, judged many times.
 * An offer is known by its index, 0 to `codes.length` - 1.
 */
export interface DealSpace {
  readonly model: NegotiationModel;
  readonly track: TrackId;
  readonly tier: Tier;
  /** The offer in mixed radix over the issues; the first issue is the lowest digit. */
  readonly codes: Uint32Array;
  /** The same digits one by one: a row per offer, a column per issue of the model. */
  readonly digits: Uint16Array;
  /** Utility 0..100 of every offer, by party. */
  readonly utilities: Readonly<Record<PartyId, Float64Array>>;
}

/** More offers cannot be written as codes of 32 bits. */
const MAX_OFFERS = 4_294_967_296;

/** Enumerates the whole space. Issues outside the tier follow from the others by its rules. */
export function enumerateDeals(model: NegotiationModel, track: TrackId, tier: Tier): DealSpace {
  if ((placesOf(model).at(-1) ?? 1) > MAX_OFFERS) throw new Error('a model has at most 2^32 offers');
  const digits = validRows(model, track, tier);
  const utilities = utilitiesOf(model, trackOf(model, track).buyer, digits);
  return { model, track, tier, codes: codesOf(model, digits), digits, utilities };
}

const spaces = new WeakMap<NegotiationModel, Map<string, DealSpace>>();

/** `enumerateDeals`, remembered as long as the model lives. */
export function dealSpace(model: NegotiationModel, track: TrackId, tier: Tier): DealSpace {
  const ofModel = spaces.get(model) ?? new Map<string, DealSpace>();
  spaces.set(model, ofModel);
  const key = JSON.stringify([track, tier.id]);
  const known = ofModel.get(key);
  // A level made by hand may carry the id of another.
  if (known?.tier === tier) return known;
  const space = enumerateDeals(model, track, tier);
  ofModel.set(key, space);
  return space;
}

/** The offer at an index of the space, 0 to `codes.length` - 1. */
export function offerAt({ model, digits }: DealSpace, index: number): Offer {
  const offer: Record<IssueId, OptionId> = {};
  const row = index * model.issues.length;
  model.issues.forEach(({ id, options }, at) => {
    offer[id] = options[digits[row + at] ?? 0] ?? '';
  });
  return offer;
}

/** Index of a complete offer; -1 when it is not valid on this track and tier. */
export function indexOfOffer({ model, codes }: DealSpace, offer: Offer): number {
  const places = placesOf(model);
  let code = 0;
  for (const [at, { id, options }] of model.issues.entries()) {
    const digit = options.indexOf(offer[id] ?? '');
    if (digit < 0) return -1;
    code += digit * (places[at] ?? 0);
  }
  return codes.indexOf(code);
}

/** What one step of each issue adds to a code; last, the number of all combinations. */
function placesOf({ issues }: NegotiationModel): readonly number[] {
  const places = [1];
  issues.forEach(({ options }, at) => {
    places.push((places[at] ?? 1) * options.length);
  });
  return places;
}

function codesOf(model: NegotiationModel, digits: Uint16Array): Uint32Array {
  const places = Float64Array.from(placesOf(model));
  const width = model.issues.length;
  const codes = new Uint32Array(digits.length / width);
  for (let index = 0, row = 0; index < codes.length; index += 1, row += width) {
    let code = 0;
    for (let at = 0; at < width; at += 1) code += (digits[row + at] ?? 0) * (places[at] ?? 0);
    codes[index] = code;
  }
  return codes;
}

/**
 * `offerUtility` for all offers. Neighbours differ in their last issues mostly, so a sum starts again where
 * an offer leaves the one before it. Numbers are added in the same order and so come out the same.
 */
function utilitiesOf(
  { issues, preferences }: NegotiationModel,
  buyer: PartyId | undefined,
  digits: Uint16Array,
): Readonly<Record<PartyId, Float64Array>> {
  const asked = preferences.filter(({ role, party }) => role !== 'buyer' || party === buyer);
  const parties = asked.length;
  const width = issues.length;
  const count = digits.length / width;
  const first = firstOptions(issues);
  const points = Float64Array.from(
    issues.flatMap(({ id, options }) =>
      options.flatMap((option) => asked.map((preference) => weightedScore(preference, id, option))),
    ),
  );
  const sums = new Float64Array((width + 1) * parties);
  const all = new Float64Array(count * parties);
  for (let index = 0, row = 0; index < count; index += 1, row += width) {
    let at = 0;
    if (index > 0) while (at < width && digits[row + at] === digits[row - width + at]) at += 1;
    for (; at < width; at += 1) {
      const from = ((first[at] ?? 0) + (digits[row + at] ?? 0)) * parties;
      const before = at * parties;
      for (let party = 0; party < parties; party += 1)
        sums[before + parties + party] = (sums[before + party] ?? 0) + (points[from + party] ?? 0);
    }
    const last = width * parties;
    for (let party = 0; party < parties; party += 1)
      all[party * count + index] = (sums[last + party] ?? 0) / 100;
  }
  return Object.fromEntries(
    asked.map(({ party }, at) => [party, all.subarray(at * count, (at + 1) * count)]),
  );
}
