import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canPayWithRound,
  isTableSigned,
  marginIn,
  offerErrors,
  openTalks,
  playMove,
  roundsOf,
  smallestChangeNow,
  standingCounter,
  type TableSetting,
  type Talks,
  votesAt,
  wingsAgainst,
} from '../../../src/core/strategy/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';
import {
  arbitraryOpenTable,
  changedLines,
  moveBy,
  nearestOf,
  ownPoints,
  type RandomMove,
  type RandomTable,
  someMoves,
  surplusFor,
} from '../../support/random-table.ts';

/** Plays random moves and hands each step, possible or not, to `see`. */
function playRandomly(
  table: RandomTable,
  moves: readonly RandomMove[],
  see: (before: Talks, move: ReturnType<typeof moveBy>, after: Talks | undefined) => void = () => {},
): Talks {
  const { setting, contracts } = table;
  let talks = openTalks(setting, 'draft', contracts[0]!);
  for (const numbers of moves) {
    const wanted = smallestChangeNow(setting, talks, talks.offer) ?? talks.offer;
    const move = moveBy(table, wanted, numbers);
    const next = playMove(setting, talks, move);
    see(talks, move, next);
    talks = next ?? talks;
  }
  return talks;
}

describe('a table of random moves', () => {
  test('stays in its rounds, keeps what happened, and is final once it is over', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryOpenTable, someMoves, (table, moves) => {
        const { setting } = table;
        playRandomly(table, moves, (before, move, after) => {
          if (before.status !== 'open') {
            expect(after).toBeUndefined();
            return;
          }
          if (!after) return;
          seen.add(`${move.kind} ${after.status} ${after.turns.at(-1)?.reply}`);
          expect(offerErrors(setting, after.offer)).toEqual([]);
          expect(offerErrors(setting, after.base)).toEqual([]);
          expect(after.used).toBeLessThanOrEqual(after.rounds);
          expect(after.used).toBeGreaterThanOrEqual(before.used);
          expect(after.rounds).toBe(roundsOf(setting.model));
          expect(after.turns.slice(0, before.turns.length)).toEqual(before.turns);
          const isTurn = move.kind !== 'lay' && move.kind !== 'leave';
          expect(after.turns.length - before.turns.length).toBe(isTurn ? 1 : 0);
          const isFree = !isTurn || (move.kind === 'ask' && move.isFree);
          expect(after.used - before.used).toBe(isFree ? 0 : 1);
          // Whoever has used up every round has had the last word.
          if (after.used === after.rounds) expect(after.status).not.toBe('open');
        });
      }),
      { numRuns: 2000 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'propose open countered',
        'propose open blocked',
        'propose signed signed',
        'propose refused refused',
        'propose refused blocked',
        'accept signed signed',
        'final signed signed',
        'final refused refused',
        'ask open answered',
        'leave left undefined',
      ]),
    );
  });

  test('answers a proposal by what the counterpart asks for in this round, and by the nearest contract', () => {
    let counters = 0;
    fc.assert(
      fc.property(arbitraryOpenTable, someMoves, (table, moves) => {
        const { setting, contracts } = table;
        playRandomly(table, moves, (_, move, after) => {
          if (move.kind !== 'propose' || !after) return;
          const { reply, counter } = after.turns.at(-1)!;
          const isLast = after.used === after.rounds;
          // What the proposal itself gives counts as received.
          const margin = marginIn(setting, after, after.used);
          const isEnough = surplusFor(setting, move.offer, setting.counterpart) >= margin - 1e-9;
          expect(['signed', 'blocked'].includes(reply)).toBe(isEnough);
          expect(reply === 'signed').toBe(
            isEnough && wingsAgainst(votesAt(setting, move.offer)).length === 0,
          );
          const enough = contracts.filter(
            (offer) => surplusFor(setting, offer, setting.counterpart) >= margin - 1e-9,
          );
          expect(counter !== undefined).toBe(!isEnough && !isLast && enough.length > 0);
          if (!counter) return;
          counters += 1;
          expect(reply).toBe('countered');
          expect(surplusFor(setting, counter, setting.counterpart)).toBeGreaterThanOrEqual(margin - 1e-9);
          const { fewest, best } = nearestOf(setting, move.offer, enough);
          expect(changedLines(setting, move.offer, counter)).toHaveLength(fewest);
          expect(ownPoints(setting, counter)).toBe(best);
        });
      }),
      { numRuns: 2000 },
    );
    expect(counters).toBeGreaterThan(50);
  });

  test('asks for less from move to move, and in the last round for no more than the plan B', () => {
    fc.assert(
      fc.property(arbitraryOpenTable, someMoves, (table, moves) => {
        const { setting } = table;
        playRandomly(table, moves, (before, _, after) => {
          if (!after) return;
          const now = marginIn(setting, after, after.used + 1);
          expect(now).toBeLessThanOrEqual(marginIn(setting, before, before.used + 1) + 1e-9);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(marginIn(setting, after, after.rounds)).toBe(0);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('can be accepted exactly while a counter-offer stands that no own wing is against', () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryOpenTable, someMoves, (table, moves) => {
        const { setting } = table;
        playRandomly(table, moves, (before) => {
          if (before.status !== 'open') return;
          const after = playMove(setting, before, { kind: 'accept' });
          const last = before.turns.filter(({ kind }) => kind !== 'question').at(-1);
          expect(standingCounter(before)).toEqual(last?.counter);
          const isPossible =
            last?.counter !== undefined &&
            votesAt(setting, last.counter).every(({ role, yes }) => role !== 'self' || yes);
          expect(after !== undefined).toBe(isPossible);
          if (!after) return;
          accepted += 1;
          expect(after).toMatchObject({ status: 'signed', offer: last?.counter });
          // What the counterpart has offered itself, it signs.
          expect(isTableSigned(setting, votesAt(setting, after.offer))).toBe(true);
        });
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  test('sells an answer for a round, but not the last one', () => {
    let refused = 0;
    fc.assert(
      fc.property(arbitraryOpenTable, someMoves, (table, moves) => {
        const { setting } = table;
        playRandomly(table, moves, (before) => {
          if (before.status !== 'open') return;
          const isRoundLeft = before.used + 1 < before.rounds;
          expect(canPayWithRound(before)).toBe(isRoundLeft);
          const paid = playMove(setting, before, { kind: 'ask', party: 'W', isFree: false });
          expect(paid?.used).toBe(isRoundLeft ? before.used + 1 : undefined);
          if (!paid) refused += 1;
          const free = playMove(setting, before, { kind: 'ask', party: 'W', isFree: true });
          expect(free?.used).toBe(before.used);
        });
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  test('signs a last word exactly when the counterpart and every own wing say yes', () => {
    fc.assert(
      fc.property(arbitraryOpenTable, ({ setting, contracts }) => {
        for (const offer of contracts) {
          const votes = votesAt(setting, offer);
          const asked = votes.filter(({ party, role }) => role === 'self' || party === setting.counterpart);
          expect(isTableSigned(setting, votes)).toBe(asked.every(({ yes }) => yes));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('goes the same way every time, as plain data', () => {
    fc.assert(
      fc.property(arbitraryOpenTable, someMoves, (table, moves) => {
        const first = playRandomly(table, moves);
        // A copy of the model shares no memory with the first.
        const { setting, contracts } = structuredClone(table);
        const second = playRandomly({ setting: withOwnTier(setting), contracts }, moves);
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });
});

const withOwnTier = (setting: TableSetting): TableSetting => ({
  ...setting,
  tier: setting.model.tiers.find(({ id }) => id === setting.tier.id)!,
});

describe('a table of the mini scenario', () => {
  const { model } = miniScenario;
  const setting: TableSetting = {
    model: { ...model, bargaining: { rounds: 3, styles: { M: { beta: 0.4, reciprocity: 0.5 } } } },
    track: 'M',
    tier: model.tiers[0]!,
    circumstances: { phase: 'P1', hasOwnSuit: false, trust: { M: 50 }, goodwill: {} },
    counterpart: 'M',
  };
  const sold = { own: 'all', algo: 'sell', price: 'high' };
  const kept = { own: 'part', algo: 'keep', price: 'high' };

  test('gives a concession back: who has come nearer is asked for less', () => {
    const start = openTalks(setting, 'draft', kept);
    const stubborn = playMove(setting, start, { kind: 'propose', offer: kept })!;
    const better = { ...kept, own: 'all' };
    const again = (offer: typeof kept) => playMove(setting, stubborn, { kind: 'propose', offer })!;
    expect(marginIn({ ...setting }, again(better), 2)).toBeLessThan(marginIn(setting, again(kept), 2));
  });

  test('holds out for more than its plan B before the last round', () => {
    const start = openTalks(setting, 'draft', sold);
    const [early] = playMove(setting, start, { kind: 'propose', offer: sold })!.turns;
    expect(early).toMatchObject({ reply: 'countered', counter: { ...sold, price: 'low' } });
    const last = playMove(setting, { ...start, used: 2 }, { kind: 'propose', offer: sold })!;
    expect(last.status).toBe('signed');
  });
});
