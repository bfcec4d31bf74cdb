// The negotiation model: issues, offers, utilities, plan B, red lines and votes. Numbers are data.
export { type AgreementSearch, searchAgreement } from './agreement-search.ts';
export { type DealSpace, dealSpace, enumerateDeals, indexOfOffer, offerAt } from './deal-space.ts';
export { paretoFrontier } from './frontier.ts';
export {
  accepts,
  isSigned,
  judge,
  MAX_REASONS,
  phaseAt,
  phaseOf,
  ROUNDING,
  redLineSets,
  reservationValue,
} from './judge.ts';
export { nearestOffer } from './nearest-offer.ts';
export type {
  Bargaining,
  Circumstances,
  ConcessionStyle,
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
export {
  completeOffer,
  offerUtility,
  preferenceOf,
  structureErrors,
  weightedScore,
} from './offer.ts';
export { countOverlap, type Overlap, type OverlapSide } from './overlap.ts';
export type { Blocker } from './refusals.ts';
export { kalaiSmorodinskyPoint, nashPoint } from './solutions.ts';
export { type Surplus, surplusOf, zoneOfAgreement } from './surplus.ts';
