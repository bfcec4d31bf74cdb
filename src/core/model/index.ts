// The negotiation model: issues, offers, utilities, plan B, red lines and votes. Numbers are data.
export {
  completeOffer,
  type DealSpace,
  dealSpace,
  enumerateDeals,
  kalaiSmorodinskyPoint,
  nashPoint,
  nearestOffer,
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
  ROUNDING,
  reservationValue,
} from './judge.ts';
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
export { offerUtility, preferenceOf, structureErrors, trackOf, weightedScore } from './offer.ts';
