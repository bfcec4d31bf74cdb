import type { PartyId, TrackId } from '../domain/index.ts';
import {
  type Circumstances,
  completeOffer,
  type DealSpace,
  dealSpace,
  judge,
  type NegotiationModel,
  type Offer,
  type Surplus,
  structureErrors,
  surplusOf,
  type Tier,
  type Vote,
} from '../model/index.ts';

/** A table and all that holds while it lasts. */
export interface TableSetting {
  readonly model: NegotiationModel;
  readonly track: TrackId;
  /** The lines that are negotiated; the others follow from them. */
  readonly tier: Tier;
  readonly circumstances: Circumstances;
  /** Who answers proposals; missing where nobody sits opposite. */
  readonly counterpart?: PartyId;
}

/** Every contract that can be written at this table. */
export function spaceOf({ model, track, tier }: TableSetting): DealSpace {
  return dealSpace(model, track, tier);
}

/** The last verdicts on each space: while a table lasts, nothing changes what they rest on. */
const verdicts = new WeakMap<DealSpace, { readonly key: string; readonly surplus: Surplus }>();

/** How everyone judges every contract of the table. */
export function surplusAt(setting: TableSetting): Surplus {
  const space = spaceOf(setting);
  const key = JSON.stringify(setting.circumstances);
  const last = verdicts.get(space);
  if (last?.key === key) return last.surplus;
  const surplus = surplusOf(space, setting.circumstances);
  verdicts.set(space, { key, surplus });
  return surplus;
}

/**
 * What is wrong with an offer at this table: ids as of `structureErrors`; `derived.<issue>`: a hidden line
 * that does not follow from the others; `issue.<id>`: a line that the model does not have.
 */
export function offerErrors({ model, track, tier }: TableSetting, offer: Offer): readonly string[] {
  const complete = completeOffer(model, tier, offer);
  const hidden = tier.derived.flatMap(({ issue }) =>
    complete[issue] === offer[issue] ? [] : [`derived.${issue}`],
  );
  const strange = Object.keys(offer).filter((line) => !model.issues.some(({ id }) => id === line));
  return [...structureErrors(model, track, offer), ...hidden, ...strange.map((line) => `issue.${line}`)];
}

/** The votes on one contract. */
export function votesAt({ model, track, circumstances }: TableSetting, offer: Offer): readonly Vote[] {
  return judge(model, track, offer, circumstances);
}

/** The table signs when who sits opposite and every wing of the own side say yes. */
export function isTableSigned({ counterpart }: TableSetting, votes: readonly Vote[]): boolean {
  return votes.every(({ party, role, yes }) => yes || !(role === 'self' || party === counterpart));
}
