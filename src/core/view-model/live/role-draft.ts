import type { IssueId, OptionId } from '../../domain/index.ts';
import type { Offer } from '../../model/index.ts';
import { votesAt, withLine } from '../../strategy/index.ts';
import { lineChanges } from '../table-words.ts';
import type { LiveDraftView, LiveWorthView, RoleDesk } from './role-types.ts';

/** What a contract is worth to the party of the desk. */
export function worthOf({ party, setting, texts }: RoleDesk, offer: Offer): LiveWorthView {
  const vote = votesAt(setting, offer).find((candidate) => candidate.party === party);
  if (!vote) return { points: 0, isEnough: true, redLines: [] };
  const { utility, shortBy, redLines } = vote;
  return {
    points: toTenths(utility),
    isEnough: shortBy === 0 && redLines.length === 0,
    redLines: redLines.map((issue) => texts.model.issues[issue]?.name ?? issue),
  };
}

/** The draft with another option on a line; what would break a rule moves along. The same where it cannot be. */
export function withDraftLine(
  desk: RoleDesk,
  draft: LiveDraftView,
  issue: IssueId,
  option: OptionId,
): LiveDraftView {
  const laid = withLine(desk.setting, draft.offer, issue, option);
  if (!laid) return draft;
  return {
    offer: laid.offer,
    worth: worthOf(desk, laid.offer),
    followed: lineChanges(desk, draft.offer, laid.offer).filter((change) => change.issue !== issue),
  };
}

/** Points as they are shown: one decimal. */
export function toTenths(points: number): number {
  return Math.round(points * 10) / 10;
}
