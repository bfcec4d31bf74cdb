// The negotiation model: issues, offers, utilities, plan B, red lines and votes. Numbers are data.
export { type AgreementSearch, searchAgreement } from './agreement-search.ts';
export {
  completeOffer,
  type DealSpace,
  enumerateDeals,
  kalaiSmorodinskyPoint,
  nashPoint,
  offerAt,
  paretoFrontier,
  type Surplus,
  surplusOf,
  zoneOfAgreement,
} from './deal-space.ts';
export {
  accepts,
  isSigned,
  judge,
  phaseAt,
  reservationValue,
} from './judge.ts';
export type {
  Circumstances,
  CourtValue,
  DerivedIssue,
  Issue,
  LicenceRule,
  NegotiationModel,
  Offer,
  OptionSets,
  PartyRole,
  Phase,
  Preference,
  ReferenceOffer,
  StructureRule,
  Tier,
  Track,
  Vote,
} from './negotiation-model.ts';
export { offerUtility, preferenceOf, structureErrors, weightedScore } from './offer.ts';
export { countOverlap, type Overlap, type OverlapSide } from './overlap.ts';
export type { Blocker } from './refusals.ts';
