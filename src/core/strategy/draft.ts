import type { IssueId, OptionId } from '../domain/index.ts';
import {
  completeOffer,
  type DealSpace,
  nearestOffer,
  type Offer,
  offerAt,
  structureErrors,
} from '../model/index.ts';
import { spaceOf, type TableSetting } from './table-setting.ts';

/** An option laid on the table, and what had to move with it. */
export interface LaidLine {
  readonly offer: Offer;
  /** Other negotiated lines that moved. */
  readonly followed: readonly IssueId[];
  /** Rules of the model that moved them. */
  readonly rules: readonly string[];
}

/**
 * Chooses an option on a line. Where the rest would break a rule, the fewest other lines move; among
 * equals, as the own side likes it best. Undefined when no contract of the table has this option.
 */
export function withLine(
  setting: TableSetting,
  offer: Offer,
  issue: IssueId,
  option: OptionId,
): LaidLine | undefined {
  const { model, track, tier } = setting;
  const wanted = completeOffer(model, tier, { ...offer, [issue]: option });
  const rules = structureErrors(model, track, wanted);
  if (rules.length === 0) return { offer: wanted, followed: [], rules: [] };
  const laid = nearestLaid(setting, wanted, hasOption(spaceOf(setting), issue, option));
  if (!laid) return undefined;
  const followed = tier.issues.filter((id) => id !== issue && laid[id] !== offer[id]);
  return { offer: laid, followed, rules };
}

/** A prepared draft as it can lie on this table: hidden lines follow, and what breaks a rule moves. */
export function draftAt(setting: TableSetting, draft: Offer): Offer | undefined {
  const { model, track, tier } = setting;
  const complete = completeOffer(model, tier, draft);
  return structureErrors(model, track, complete).length === 0
    ? complete
    : nearestLaid(setting, complete, () => true);
}

/**
 * The contract with the fewest changed lines among those that `isWanted`; among equals the one the own side
 * likes best. Undefined when there is none.
 */
export function nearestLaid(
  setting: TableSetting,
  from: Offer,
  isWanted: (index: number) => boolean,
): Offer | undefined {
  const space = spaceOf(setting);
  const own = setting.model.preferences.find(({ role }) => role === 'self');
  const index = nearestOffer(space, from, isWanted, setting.tier.issues, space.utilities[own?.party ?? '']);
  return index === undefined ? undefined : offerAt(space, index);
}

/** Options that at least one contract of the table has, in the order of the model. */
export function openOptions(setting: TableSetting, issue: IssueId): readonly OptionId[] {
  const space = spaceOf(setting);
  const known = openBySpace.get(space) ?? new Map<IssueId, readonly OptionId[]>();
  openBySpace.set(space, known);
  const options = setting.model.issues.find(({ id }) => id === issue)?.options ?? [];
  const open =
    known.get(issue) ??
    options.filter((option) => {
      const isThere = hasOption(space, issue, option);
      return space.codes.some((_, index) => isThere(index));
    });
  known.set(issue, open);
  return open;
}

const openBySpace = new WeakMap<DealSpace, Map<IssueId, readonly OptionId[]>>();

/** Tests offers of the space by their number for one option; no offer object is made. */
function hasOption(
  { model, digits }: DealSpace,
  issue: IssueId,
  option: OptionId,
): (index: number) => boolean {
  const width = model.issues.length;
  const column = model.issues.findIndex(({ id }) => id === issue);
  const digit = model.issues[column]?.options.indexOf(option);
  return (index) => digits[index * width + column] === digit;
}
