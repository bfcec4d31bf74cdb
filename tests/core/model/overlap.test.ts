import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Circumstances,
  countOverlap,
  enumerateDeals,
  judge,
  type NegotiationModel,
  offerAt,
  type Tier,
  type Vote,
} from '../../../src/core/model/index.ts';
import { arbitraryCircumstances, arbitraryModel } from '../../support/random-model.ts';

const cases = fc.tuple(
  arbitraryModel,
  fc.constantFrom('M', 'S'),
  fc.constantFrom(0, 1),
  arbitraryCircumstances,
);

/** The slow, obvious way: every party is asked about every offer. */
function everyVote(model: NegotiationModel, track: string, tier: Tier, at: Circumstances) {
  const space = enumerateDeals(model, track, tier);
  return {
    space,
    votes: Array.from(space.codes, (_, index) => judge(model, track, offerAt(space, index), at)),
  };
}
const saysYes = (votes: readonly Vote[], parties: readonly string[]) =>
  votes.every(({ party, yes }) => yes || !parties.includes(party));

describe('the overlap of what the sides accept', () => {
  test('counts what asking everyone about every offer counts', () => {
    fc.assert(
      fc.property(cases, ([model, track, tierAt, at]) => {
        const { space, votes } = everyVote(model, track, model.tiers[tierAt] as Tier, at);
        const overlap = countOverlap(space, at);
        expect(overlap.valid).toBe(votes.length);
        overlap.sides.forEach(({ parties, accepted, left }, place) => {
          const before = overlap.sides.slice(0, place + 1).flatMap((side) => side.parties);
          expect(accepted).toBe(votes.filter((all) => saysYes(all, parties)).length);
          expect(left).toBe(votes.filter((all) => saysYes(all, before)).length);
        });
        expect(overlap.agreed).toBe(votes.filter((all) => all.every(({ yes }) => yes)).length);
        for (const { party, alone } of overlap.blockers) {
          const failing = votes.filter((all) => all.every(({ party: who, yes }) => yes !== (who === party)));
          expect(alone).toBe(failing.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('has every offer in exactly one region', () => {
    fc.assert(
      fc.property(cases, ([model, track, tierAt, at]) => {
        const { valid, regions, agreed, sides } = countOverlap(
          enumerateDeals(model, track, model.tiers[tierAt] as Tier),
          at,
        );
        expect(regions).toHaveLength(2 ** sides.length);
        expect(regions.reduce((sum, offers) => sum + offers, 0)).toBe(valid);
        expect(regions.at(-1)).toBe(agreed);
      }),
    );
  });

  test('asks the buyer first, then the own side as one, then the ratifiers; who has no veto has no say', () => {
    fc.assert(
      fc.property(cases, ([model, track, tierAt, at]) => {
        const space = enumerateDeals(model, track, model.tiers[tierAt] as Tier);
        const { sides, valid } = countOverlap(space, at);
        const buyer = track === 'M' ? [['M']] : [];
        expect(sides.map(({ parties }) => parties)).toEqual([...buyer, ['F', 'I'], ['W'], ['B']]);
        const vetoes = model.phases.find(({ id }) => id === at.phase)?.vetoes ?? [];
        for (const { role, parties, hasSay, accepted } of sides) {
          expect(hasSay).toBe(role !== 'ratifier' || vetoes.includes(parties[0] as string));
          if (!hasSay) expect(accepted).toBe(valid);
        }
      }),
    );
  });
});
