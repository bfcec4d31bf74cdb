import type { IssueId, PartyId } from '../../domain/index.ts';
import { MAX_REASONS, type Offer, offerAt, offerUtility, ROUNDING } from '../../model/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { aspirationMargin, spaceOf, styleOf, surplusAt, votesAt } from '../../strategy/index.ts';
import { roleSetting } from './role-setting.ts';
import type { RoleTable } from './role-table.ts';

// How an empty chair plays. It knows what its party wants, and that of other empty chairs; of chairs where
// people sit it knows only what they have put on the table.

/** Who plays, and where people sit. */
interface Bot {
  readonly party: PartyId;
  readonly people: readonly PartyId[];
}

/**
 * Yes from the plan B on; a party of the table asks for more in early rounds, as its style is. A capital does
 * not bargain: it says yes or no.
 */
export function botVote(
  scenario: Scenario,
  table: RoleTable,
  { party, offer, people }: Bot & { readonly offer: Offer },
): boolean {
  const vote = votesAt(roleSetting(scenario, table), offer).find((candidate) => candidate.party === party);
  if (!vote) return true;
  if (vote.redLines.length > 0) return false;
  return vote.utility - vote.reservation >= marginOf(scenario, table, { party, people }) - ROUNDING;
}

/** Negotiated lines for which a party says no, at most three: red lines, or what costs it most. */
export function botReasons(
  scenario: Scenario,
  table: RoleTable,
  { party, offer }: { readonly party: PartyId; readonly offer: Offer },
): readonly IssueId[] {
  const setting = roleSetting(scenario, table);
  const vote = votesAt(setting, offer).find((candidate) => candidate.party === party);
  if (!vote) return [];
  const isNegotiated = (issue: IssueId) => setting.tier.issues.includes(issue);
  const lines = vote.redLines.length > 0 ? vote.redLines : vote.reasons.map(({ issue }) => issue);
  return lines.filter(isNegotiated).slice(0, MAX_REASONS);
}

/**
 * Of the contracts that are enough for the party in this round, one that as many as possible of the other
 * empty chairs could sign; then one that has not been refused yet; then the one nearest to what people
 * proposed last; then the best for the party. Undefined where the level has no contract at all.
 */
export function botProposal(scenario: Scenario, table: RoleTable, bot: Bot): Offer | undefined {
  const setting = roleSetting(scenario, table);
  const space = spaceOf(setting);
  const surplus = surplusAt(setting);
  const own = surplus[bot.party];
  if (!own) return undefined;
  const margin = marginOf(scenario, table, bot);
  const others = knownChairs(table, bot).map((party) => surplus[party]);
  const refused = new Set(table.history.map(({ offer }) => JSON.stringify(offer)));
  const heard = table.history.findLast(({ party }) => bot.people.includes(party))?.offer;
  let best: { readonly offer: Offer; readonly rank: readonly number[] } | undefined;
  for (let index = 0; index < own.length; index += 1) {
    const points = own[index] ?? 0;
    let signers = 0;
    for (const other of others) if ((other?.[index] ?? 0) >= -ROUNDING) signers += 1;
    const isEnough = points >= margin - ROUNDING ? 1 : 0;
    if (best && isBehind([isEnough, signers], best.rank)) continue;
    const offer = offerAt(space, index);
    const isNew = refused.has(JSON.stringify(offer)) ? 0 : 1;
    const kept = setting.tier.issues.filter((issue) => heard?.[issue] === offer[issue]).length;
    const rank = [isEnough, signers, isNew, kept, points];
    if (!best || isBehind(best.rank, rank)) best = { offer, rank };
  }
  return best?.offer;
}

/** True when the first number that differs is lower. */
function isBehind(rank: readonly number[], other: readonly number[]): boolean {
  const at = rank.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (rank[at] ?? 0) < (other[at] ?? 0);
}

/** Points above its plan B that a party asks for in this round. */
function marginOf(scenario: Scenario, table: RoleTable, bot: Bot): number {
  const { party } = bot;
  if (table.parties.find((chair) => chair.party === party)?.isRatifier !== false) return 0;
  const proposals = [...table.history, ...(table.proposal ? [table.proposal] : [])]
    .filter((proposal) => proposal.party !== party)
    .map(({ offer }) => offerUtility(scenario.model, party, offer));
  return aspirationMargin(styleOf(scenario.model, party), {
    span: spanOf(scenario, table, bot),
    progress: table.round / table.rounds,
    received: proposals.length === 0 ? 0 : Math.max(...proposals) - (proposals[0] ?? 0),
  });
}

/** How far the best contract that the other empty chairs could sign lies above the plan B. */
function spanOf(scenario: Scenario, table: RoleTable, bot: Bot): number {
  const surplus = surplusAt(roleSetting(scenario, table));
  const others = knownChairs(table, bot).map((party) => surplus[party]);
  let span = 0;
  surplus[bot.party]?.forEach((points, index) => {
    if (points > span && others.every((other) => (other?.[index] ?? 0) >= -ROUNDING)) span = points;
  });
  return span;
}

/** Other chairs whose yes is needed and where nobody sits. */
function knownChairs({ parties }: RoleTable, { party, people }: Bot): readonly PartyId[] {
  return parties
    .filter((chair) => chair.mustSign && chair.party !== party && !people.includes(chair.party))
    .map((chair) => chair.party);
}
