import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepts } from '../../../src/core/model/index.ts';
import {
  marginIn,
  offerErrors,
  openTalks,
  playMove,
  smallestChange,
  smallestChangeNow,
} from '../../../src/core/strategy/index.ts';
import {
  arbitraryOpenTable,
  changedLines,
  moveBy,
  nearestOf,
  ownPoints,
  someMoves,
  surplusFor,
} from '../../support/random-table.ts';

describe('the smallest change that a party would accept', () => {
  test('is accepted by it, and no contract with fewer changes is; without one there is none', () => {
    let changed = 0;
    let none = 0;
    fc.assert(
      fc.property(arbitraryOpenTable, fc.nat(), ({ setting, contracts }, at) => {
        const { model, track, circumstances } = setting;
        const offer = contracts[at % contracts.length]!;
        for (const { party } of model.preferences) {
          const accepted = contracts.filter((contract) =>
            accepts(model, party, track, contract, circumstances),
          );
          const suggested = smallestChange(setting, offer, party);
          if (!suggested) {
            none += 1;
            expect(accepted).toEqual([]);
            continue;
          }
          expect(accepts(model, party, track, suggested, circumstances)).toBe(true);
          expect(offerErrors(setting, suggested)).toEqual([]);
          const { fewest, best } = nearestOf(setting, offer, accepted);
          expect(changedLines(setting, offer, suggested)).toHaveLength(fewest);
          if (fewest === 0) continue;
          changed += 1;
          expect(ownPoints(setting, suggested)).toBe(best);
        }
      }),
      { numRuns: 3000 },
    );
    expect(changed).toBeGreaterThan(1000);
    expect(none).toBeGreaterThan(100);
  });
});

describe('the smallest change that the counterpart would accept now', () => {
  test('is accepted in the next round, after whatever moves, and never answered by a counter-offer', () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryOpenTable, fc.nat(), someMoves, (table, first, moves) => {
        const { setting, contracts } = table;
        let talks = openTalks(setting, 'draft', contracts[first % contracts.length]!);
        for (const move of moves) {
          const next = playMove(setting, talks, moveBy(table, talks.offer, move));
          talks = next?.status === 'open' ? next : talks;
        }
        const wanted = smallestChangeNow(setting, talks, talks.offer);
        const margin = marginIn(setting, talks, talks.used + 1);
        const enough = contracts.filter(
          (offer) => surplusFor(setting, offer, setting.counterpart) >= margin - 1e-9,
        );
        if (!wanted) {
          expect(enough).toEqual([]);
          return;
        }
        expect(changedLines(setting, talks.offer, wanted)).toHaveLength(
          nearestOf(setting, talks.offer, enough).fewest,
        );
        const answered = playMove(setting, talks, { kind: 'propose', offer: wanted })!;
        expect(['signed', 'blocked']).toContain(answered.turns.at(-1)?.reply);
        accepted += 1;
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });
});
