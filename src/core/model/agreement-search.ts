import type { IssueId, PartyId } from '../domain/index.ts';
import { type DealSpace, offerAt } from './deal-space.ts';
import { nearestOffer } from './nearest-offer.ts';
import type { Circumstances, Offer } from './negotiation-model.ts';
import { type Blocker, countBlockers, refusalsOf } from './refusals.ts';

/** From where to look, and what counts as near. */
export interface AgreementQuestion {
  /** The contract on the table. */
  readonly offer: Offer;
  /** Lines that the player sets; the others follow and do not count as changes. */
  readonly issues: readonly IssueId[];
  /** Whose utility decides among contracts that are equally near. */
  readonly player: PartyId;
}

/** `none` is a proof: every contract was tried. */
export type AgreementSearch =
  | {
      readonly kind: 'found';
      readonly offer: Offer;
      /** Contracts of `valid` that everyone with a say accepts. */
      readonly accepted: number;
      readonly valid: number;
    }
  | {
      readonly kind: 'none';
      readonly valid: number;
      /** Everyone with a say by how many contracts fail on it alone, most first. */
      readonly blockers: readonly Blocker[];
    };

/** The nearest contract that all who have a say accept: fewest changed lines, then best for the player. */
export function searchAgreement(
  space: DealSpace,
  circumstances: Circumstances,
  question: AgreementQuestion,
): AgreementSearch {
  const refusals = refusalsOf(space, circumstances);
  const valid = space.codes.length;
  const own = space.utilities[question.player];
  const { offer, issues } = question;
  const nearest = nearestOffer(space, offer, (index) => refusals.masks[index] === 0, issues, own);
  if (nearest === undefined) return { kind: 'none', valid, blockers: mostFirst(countBlockers(refusals)) };
  const accepted = refusals.masks.reduce((count, mask) => count + (mask === 0 ? 1 : 0), 0);
  return { kind: 'found', offer: offerAt(space, nearest), accepted, valid };
}

function mostFirst(blockers: readonly Blocker[]): readonly Blocker[] {
  return [...blockers].sort((a, b) => b.alone - a.alone);
}
