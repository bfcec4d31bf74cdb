import type { IssueId, PartyId } from '../domain/index.ts';
import { type DealSpace, offerAt } from './deal-space.ts';
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
      /** Visible lines that differ from the contract on the table, in the order of the model. */
      readonly changes: readonly IssueId[];
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
  let accepted = 0;
  let best:
    | { readonly offer: Offer; readonly changes: readonly IssueId[]; readonly value: number }
    | undefined;
  refusals.masks.forEach((mask, index) => {
    if (mask !== 0) return;
    accepted += 1;
    const offer = offerAt(space, index);
    const changes = question.issues.filter((issue) => offer[issue] !== question.offer[issue]);
    const value = own?.[index] ?? 0;
    const isBetter =
      !best ||
      changes.length < best.changes.length ||
      (changes.length === best.changes.length && value > best.value);
    // Of two that are alike the first in the space stays.
    if (isBetter) best = { offer, changes, value };
  });
  if (!best) return { kind: 'none', valid, blockers: mostFirst(countBlockers(refusals)) };
  return { kind: 'found', offer: best.offer, changes: inOrder(space, best.changes), accepted, valid };
}

function mostFirst(blockers: readonly Blocker[]): readonly Blocker[] {
  return [...blockers].sort((a, b) => b.alone - a.alone);
}

function inOrder({ model }: DealSpace, issues: readonly IssueId[]): readonly IssueId[] {
  return model.issues.map(({ id }) => id).filter((id) => issues.includes(id));
}
