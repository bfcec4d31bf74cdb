import type { IssueId, PartyId } from '../domain/index.ts';
import { MAX_REASONS, preferenceOf, ROUNDING, type Vote } from '../model/index.ts';
import { marginIn, smallestChange, smallestChangeNow } from '../strategy/index.ts';
import type { LightView, SuggestionView } from './table-types.ts';
import { lineChanges, partyWords, type Sitting } from './table-words.ts';

/** A contract that misses at most this many points is "close" (`negotiation.md` 2.7). */
const CLOSE_POINTS = 3;

/** The own side shows its cards; who is asked once shows a verdict, and so does who has just answered. */
export function isVoteKnown(sitting: Sitting, { party, role }: Vote): boolean {
  const { info, setting } = sitting;
  return role === 'self' || (info[party] ?? 0) > 0 || (party === setting.counterpart && isAnswered(sitting));
}

/** The counterpart has given its answer to the very contract that lies on the table. */
function isAnswered({ setting, talks }: Sitting): boolean {
  const answered = talks.turns.findLast(({ kind }) => kind !== 'question')?.offer;
  return setting.model.issues.every(({ id }) => answered?.[id] === talks.offer[id]);
}

/** The light of one party for the contract on the table; grey while its mind is not known. */
export function lightFor(sitting: Sitting, vote: Vote, isKnown: boolean): LightView {
  const { texts, setting } = sitting;
  const { role } = preferenceOf(setting.model, vote.party);
  const { verdict, missing } = verdictOf(sitting, vote, isKnown);
  const isNo = verdict === 'no' || verdict === 'close' || verdict === 'more';
  const lineName = (issue: IssueId) => texts.model.issues[issue]?.name ?? issue;
  const isNegotiated = (issue: IssueId) => setting.tier.issues.includes(issue);
  return {
    ...partyWords(sitting, vote.party),
    role,
    verdict,
    ...(isNo && missing > 0 ? { shortBy: Math.ceil(missing * 10 - 1e-6) / 10 } : {}),
    reasons: isNo
      ? vote.reasons
          .map(({ issue }) => issue)
          .filter(isNegotiated)
          .slice(0, MAX_REASONS)
          .map(lineName)
      : [],
    redLines: isNo ? vote.redLines.map(lineName) : [],
    ...(isNo ? { suggestion: suggestionFor(sitting, vote.party) } : {}),
  };
}

/** While the table is open, the counterpart holds out for more than its plan B. */
function verdictOf(
  { setting, talks }: Sitting,
  vote: Vote,
  isKnown: boolean,
): { readonly verdict: LightView['verdict']; readonly missing: number } {
  if (!vote.hasSay) return { verdict: 'no-say', missing: 0 };
  if (!isKnown) return { verdict: 'unknown', missing: 0 };
  const isOpposite = vote.party === setting.counterpart && talks.status === 'open';
  const margin = isOpposite ? marginIn(setting, talks, talks.used + 1) : 0;
  const missing = Math.max(0, vote.reservation + margin - vote.utility);
  if (vote.redLines.length > 0) return { verdict: 'no', missing };
  if (missing <= ROUNDING) return { verdict: 'yes', missing: 0 };
  return { verdict: vote.yes ? 'more' : missing <= CLOSE_POINTS ? 'close' : 'no', missing };
}

function suggestionFor(sitting: Sitting, party: PartyId): SuggestionView | 'none' {
  const { setting, talks } = sitting;
  const isOpposite = party === setting.counterpart && talks.status === 'open';
  const offer = isOpposite
    ? smallestChangeNow(setting, talks, talks.offer)
    : smallestChange(setting, talks.offer, party);
  return offer ? { offer, changes: lineChanges(sitting, talks.offer, offer) } : 'none';
}
