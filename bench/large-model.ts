import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { NegotiationModel } from '../src/core/model/index.ts';

const ISSUES = ['a', 'b', 'c', 'd', 'e', 'f'];
const OPTIONS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const PARTIES = ['F', 'I', 'M', 'W', 'B'] as const;
const ROLES = { F: 'self', I: 'self', M: 'buyer', W: 'ratifier', B: 'ratifier' } as const;
/** Points from which a party accepts: near the mean of what random scores are worth. */
const RESERVATION = 50;

/** A model with exactly a million offers, no two parties alike: 6 issues of 10 options, 5 parties. */
export function largeModel(seed: number): NegotiationModel {
  const dice = xoroshiro128plus(seed);
  const points = (from: number) => uniformInt(dice, from, 100);
  const record = <T>(keys: readonly string[], make: () => T) =>
    Object.fromEntries(keys.map((key) => [key, make()]));
  return {
    issues: ISSUES.map((id) => ({ id, options: OPTIONS })),
    structure: [],
    tracks: [{ id: 'M', buyer: 'M', allow: {}, signs: 'DEAL.SIGNED' }],
    preferences: PARTIES.map((party) => ({
      party,
      role: ROLES[party],
      weights: weightsOf(ISSUES.map(() => points(10))),
      scores: record(ISSUES, () => record(OPTIONS, () => points(0))),
      redLines: {},
      trustShift: 0,
    })),
    phases: [
      {
        id: 'P1',
        date: '2030-01-01',
        courtOdds: { withoutSuit: 0, withSuit: 0 },
        reservation: { M: RESERVATION, W: RESERVATION, B: RESERVATION },
        vetoes: ['W', 'B'],
        redLines: {},
      },
    ],
    court: {
      F: { keep: 100, ban: RESERVATION, cost: 0 },
      I: { keep: 100, ban: RESERVATION, cost: 0 },
    },
    tiers: [{ id: 'all', issues: ISSUES, derived: [] }],
    references: [],
  };
}

/** Weights in the proportion of the numbers; they sum to 100. */
function weightsOf(numbers: readonly number[]): Readonly<Record<string, number>> {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return Object.fromEntries(ISSUES.map((id, at) => [id, (100 * (numbers[at] ?? 0)) / sum]));
}
