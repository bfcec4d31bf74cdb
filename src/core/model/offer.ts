import type { IssueId, OptionId, PartyId, TrackId } from '../domain/index.ts';
import type { NegotiationModel, Offer, OptionSets, Preference, Tier, Track } from './negotiation-model.ts';

/** Additive utility 0..100: sum of weight times score (Raiffa 1982, "The Art and Science of Negotiation"). */
export function offerUtility(model: NegotiationModel, party: PartyId, offer: Offer): number {
  const preference = preferenceOf(model, party);
  let sum = 0;
  for (const { id } of model.issues) sum += weightedScore(preference, id, offer[id]);
  return sum / 100;
}

/**
 * Ids of the structure rules an offer breaks on a track, in the order of the model. A line outside the
 * track's own limits reads `allow.<issue>`; a missing or unknown option reads `option.<issue>`.
 * Empty: the offer is a valid contract.
 */
export function structureErrors(model: NegotiationModel, track: TrackId, offer: Offer): readonly string[] {
  const unknown = model.issues.filter(({ id, options }) => !isOneOf(options, offer[id]));
  const { allow } = trackOf(model, track);
  return [
    ...unknown.map(({ id }) => `option.${id}`),
    ...Object.keys(allow)
      .filter((issue) => !isOneOf(allow[issue] ?? [], offer[issue]))
      .map((issue) => `allow.${issue}`),
    ...model.structure
      .filter((rule) => meets(offer, rule.if) && !meets(offer, rule.then))
      .map(({ id }) => id),
  ];
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

/** True when every named issue has one of the named options. */
export function meets(offer: Offer, sets: OptionSets): boolean {
  for (const issue in sets) if (!isOneOf(sets[issue] ?? [], offer[issue])) return false;
  return true;
}

/** Hundredths of a point that one line of the contract is worth to a party. */
export function weightedScore(preference: Preference, issue: IssueId, option: OptionId | undefined): number {
  return (preference.weights[issue] ?? 0) * (preference.scores[issue]?.[option ?? ''] ?? 0);
}

/** Throws on an unknown party: a checked scenario has none. */
export function preferenceOf(model: NegotiationModel, party: PartyId): Preference {
  const found = model.preferences.find((preference) => preference.party === party);
  if (!found) throw new Error(`the model knows no party "${party}"`);
  return found;
}

/** Throws on an unknown track: a checked scenario has none. */
export function trackOf(model: NegotiationModel, id: TrackId): Track {
  const found = model.tracks.find((track) => track.id === id);
  if (!found) throw new Error(`the model knows no track "${id}"`);
  return found;
}

function isOneOf(options: readonly OptionId[], option: OptionId | undefined): boolean {
  return option !== undefined && options.includes(option);
}
