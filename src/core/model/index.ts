// The negotiation model: issues, offers, utilities, plan B, red lines and votes. Numbers are data.
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
  homeCost,
  isSigned,
  judge,
  phaseAt,
  phaseOf,
  redLineSets,
  reservationValue,
} from './judge.ts';
export {
  type Circumstances,
  type CourtValue,
  type DerivedIssue,
  type Issue,
  type LicenceRule,
  type NegotiationModel,
  type Offer,
  type OptionSets,
  PARTY_ROLES,
  type PartyRole,
  type Phase,
  type Preference,
  type ReferenceOffer,
  type StructureRule,
  type Tier,
  type Track,
  type Vote,
} from './negotiation-model.ts';
export { meets, offerUtility, preferenceOf, structureErrors, trackOf, weightedScore } from './offer.ts';
