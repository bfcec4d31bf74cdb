import type { PartyId, TrackId } from '../domain/index.ts';
import { type Offer, offerUtility, ROUNDING, type Vote } from '../model/index.ts';
import { aspirationMargin, roundsOf, styleOf } from './concession.ts';
import { nearestLaid } from './draft.ts';
import { isTableSigned, surplusAt, type TableSetting, votesAt } from './table-setting.ts';

// Alternating offers at one table (stacked alternating offers protocol, Aydoğan et al. 2017), seen from
// the player's side: the player proposes, the counterpart accepts or makes a counter-offer. No dice: the
// same table and the same moves give the same answers.

/** What came of one move. */
export type Reply = 'signed' | 'countered' | 'refused' | 'blocked' | 'answered';

/** One turn of the table, in order. */
export interface Turn {
  readonly kind: 'proposal' | 'final' | 'acceptance' | 'question';
  readonly reply: Reply;
  /** What was proposed or accepted. */
  readonly offer?: Offer;
  /** The counter-offer. */
  readonly counter?: Offer;
  /** Who was asked. */
  readonly party?: PartyId;
}

/** A table as it stands. Plain data. */
export interface Talks {
  readonly track: TrackId;
  readonly counterpart?: PartyId;
  /** Prepared draft with which the table opened. */
  readonly draft: string;
  readonly rounds: number;
  /** Rounds that are over. */
  readonly used: number;
  /** The contract on the table; always one that can be written. */
  readonly offer: Offer;
  /** What lines go back to: the last proposal, or the first draft. */
  readonly base: Offer;
  readonly status: 'open' | 'signed' | 'refused' | 'left';
  readonly turns: readonly Turn[];
}

/** What the player can do at a table. Offers are checked by who hands them in (`offerErrors`). */
export type Move =
  | { readonly kind: 'lay'; readonly offer: Offer }
  | { readonly kind: 'propose'; readonly offer: Offer }
  /** Take it or leave it. `isSigned`: the verdict of `isTableSigned`. */
  | { readonly kind: 'final'; readonly offer: Offer; readonly isSigned: boolean }
  | { readonly kind: 'accept' }
  /** A question costs a round unless it is free. */
  | { readonly kind: 'ask'; readonly party: PartyId; readonly isFree: boolean }
  | { readonly kind: 'leave' };

/** Opens a table with a draft on it. */
export function openTalks({ model, track, counterpart }: TableSetting, draft: string, offer: Offer): Talks {
  return {
    track,
    ...(counterpart === undefined ? {} : { counterpart }),
    draft,
    rounds: roundsOf(model),
    used: 0,
    offer,
    base: offer,
    status: 'open',
    turns: [],
  };
}

/** The table after a move; undefined when the move is not possible now. */
export function playMove(setting: TableSetting, talks: Talks, move: Move): Talks | undefined {
  if (talks.status !== 'open') return undefined;
  switch (move.kind) {
    case 'lay':
      return { ...talks, offer: move.offer };
    case 'propose':
      return propose(setting, talks, move.offer);
    case 'final': {
      const { offer, isSigned } = move;
      return withTurn(
        talks,
        offer,
        { kind: 'final', reply: isSigned ? 'signed' : 'refused', offer },
        'closed',
      );
    }
    case 'accept': {
      const counter = standingCounter(talks);
      if (!counter || wingsAgainst(votesAt(setting, counter)).length > 0) return undefined;
      return withTurn(talks, counter, { kind: 'acceptance', reply: 'signed', offer: counter }, 'closed');
    }
    case 'ask': {
      const { party, isFree } = move;
      if (!isFree && !canPayWithRound(talks)) return undefined;
      const turn: Turn = { kind: 'question', reply: 'answered', party };
      return { ...talks, used: talks.used + (isFree ? 0 : 1), turns: [...talks.turns, turn] };
    }
    case 'leave':
      return { ...talks, status: 'left' };
  }
}

/** The last round is for a proposal: no question can be paid with it. */
export function canPayWithRound({ used, rounds }: Talks): boolean {
  return used < rounds - 1;
}

/** The counter-offer that still stands: the answer to the last proposal. */
export function standingCounter({ turns }: Talks): Offer | undefined {
  return turns.findLast(({ kind }) => kind !== 'question')?.counter;
}

/** Parties of the own side that say no. */
export function wingsAgainst(votes: readonly Vote[]): readonly PartyId[] {
  return votes.filter(({ role, yes }) => role === 'self' && !yes).map(({ party }) => party);
}

/**
 * Points above its reservation value that the counterpart asks for in a round, 1 to `rounds`. In the last
 * one it takes what is better than its plan B.
 */
export function marginIn(setting: TableSetting, talks: Talks, round: number): number {
  const { model, counterpart } = setting;
  if (counterpart === undefined) return 0;
  return aspirationMargin(styleOf(model, counterpart), {
    span: spanOf(setting, counterpart),
    progress: Math.min(1, round / talks.rounds),
    received: receivedBy(setting, talks, counterpart),
  });
}

/** A proposal of the next round: is it enough for the counterpart (AC_next, Baarslag 2016)? */
function propose(setting: TableSetting, talks: Talks, offer: Offer): Talks {
  const round = talks.used + 1;
  const isLast = round >= talks.rounds;
  const laid: Talks = { ...talks, turns: [...talks.turns, { kind: 'proposal', reply: 'countered', offer }] };
  const margin = marginIn(setting, laid, round);
  const votes = votesAt(setting, offer);
  if (isEnough(setting, votes, margin)) {
    if (isTableSigned(setting, votes))
      return withTurn(talks, offer, { kind: 'proposal', reply: 'signed', offer }, 'closed');
    return withTurn(talks, offer, { kind: 'proposal', reply: 'blocked', offer }, isLast ? 'closed' : 'open');
  }
  const counter = isLast ? undefined : counterOffer(setting, offer, margin);
  return withTurn(
    talks,
    offer,
    counter
      ? { kind: 'proposal', reply: 'countered', offer, counter }
      : { kind: 'proposal', reply: 'refused', offer },
    isLast ? 'closed' : 'open',
  );
}

function isEnough({ counterpart }: TableSetting, votes: readonly Vote[], margin: number): boolean {
  const vote = votes.find(({ party }) => party === counterpart);
  if (!vote?.hasSay) return true;
  return vote.redLines.length === 0 && vote.utility - vote.reservation >= margin - ROUNDING;
}

/**
 * Of all contracts that would be enough, the one most similar to the proposal: fewest lines changed, then
 * best for the own side of the player (trade-off, Faratin, Sierra and Jennings 2002).
 */
export function counterOffer(setting: TableSetting, offer: Offer, margin: number): Offer | undefined {
  const surplus = surplusAt(setting)[setting.counterpart ?? ''];
  if (!surplus) return undefined;
  return nearestLaid(setting, offer, (index) => (surplus[index] ?? -1) >= margin - ROUNDING);
}

function withTurn(talks: Talks, offer: Offer, turn: Turn, then: 'open' | 'closed'): Talks {
  const status = then === 'open' ? 'open' : turn.reply === 'signed' ? 'signed' : 'refused';
  return { ...talks, used: talks.used + 1, offer, base: offer, status, turns: [...talks.turns, turn] };
}

/** How far the best contract of the table lies above the reservation value. */
function spanOf(setting: TableSetting, party: PartyId): number {
  let best = 0;
  for (const points of surplusAt(setting)[party] ?? []) if (points > best && points < Infinity) best = points;
  return best;
}

/** How far the proposals have come towards a party since the first one, at best. */
function receivedBy({ model }: TableSetting, { turns }: Talks, party: PartyId): number {
  const values = turns.flatMap(({ kind, offer }) =>
    kind === 'proposal' && offer ? [offerUtility(model, party, offer)] : [],
  );
  return values.length === 0 ? 0 : Math.max(...values) - (values[0] ?? 0);
}
