import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeOffer, offerUtility } from '../../../src/core/model/index.ts';
import { draftAt, offerErrors, openOptions, withLine } from '../../../src/core/strategy/index.ts';
import { arbitraryMixedModel } from '../../support/random-model.ts';
import {
  arbitraryRuledModel,
  arbitraryTable,
  changedLines,
  nearestOf,
  ownPoints,
} from '../../support/random-table.ts';

const tables = fc.oneof(arbitraryTable(arbitraryRuledModel), arbitraryTable(arbitraryMixedModel));
const openTables = tables.filter(({ contracts }) => contracts.length > 0);

describe('an option laid on the table', () => {
  test('always gives a contract with it, and the fewest other lines move; else no contract has it', () => {
    let moved = 0;
    let impossible = 0;
    fc.assert(
      fc.property(openTables, fc.nat(), ({ setting, contracts }, at) => {
        const offer = contracts[at % contracts.length]!;
        for (const issue of setting.tier.issues) {
          for (const option of setting.model.issues.find(({ id }) => id === issue)!.options) {
            const possible = contracts.filter((contract) => contract[issue] === option);
            const laid = withLine(setting, offer, issue, option);
            if (!laid) {
              impossible += 1;
              expect(possible).toEqual([]);
              continue;
            }
            expect(offerErrors(setting, laid.offer)).toEqual([]);
            expect(laid.offer[issue]).toBe(option);
            const naive = { ...offer, [issue]: option };
            const { fewest, best } = nearestOf(setting, naive, possible);
            const others = changedLines(setting, naive, laid.offer);
            expect(others).toHaveLength(fewest);
            expect(ownPoints(setting, laid.offer)).toBe(best);
            expect(laid.followed).toEqual(others);
            expect(laid.rules.length > 0).toBe(others.length > 0);
            if (others.length > 0) moved += 1;
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect(moved).toBeGreaterThan(100);
    expect(impossible).toBeGreaterThan(100);
  });

  test('is none when the model does not have it', () => {
    fc.assert(
      fc.property(openTables, fc.nat(), ({ setting, contracts }, at) => {
        const offer = contracts[at % contracts.length]!;
        for (const issue of setting.tier.issues)
          expect(withLine(setting, offer, issue, 'nothing')).toBeUndefined();
      }),
    );
  });
});

describe('a prepared draft', () => {
  test('lies on the table as it is where it is a contract, and else moves in the fewest lines', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
        ({ setting, contracts }, picks) => {
          const { model, tier } = setting;
          const draft = Object.fromEntries(
            model.issues.map(({ id, options }, at) => [id, options[(picks[at] ?? 0) % options.length]!]),
          );
          const laid = draftAt(setting, draft);
          if (!laid) {
            expect(contracts).toEqual([]);
            return;
          }
          const { fewest, best } = nearestOf(setting, draft, contracts);
          expect(offerErrors(setting, laid)).toEqual([]);
          expect(changedLines(setting, draft, laid)).toHaveLength(fewest);
          if (fewest > 0) {
            moved += 1;
            expect(ownPoints(setting, laid)).toBe(best);
          } else expect(laid).toEqual(completeOffer(model, tier, draft));
        },
      ),
      { numRuns: 1000 },
    );
    expect(moved).toBeGreaterThan(100);
  });
});

describe('the open options of a line', () => {
  test('are those that some contract of the table has, in the order of the model', () => {
    fc.assert(
      fc.property(tables, ({ setting, contracts }) => {
        for (const { id, options } of setting.model.issues) {
          const there = options.filter((option) => contracts.some((offer) => offer[id] === option));
          expect(openOptions(setting, id)).toEqual(there);
          // A second look is answered from memory.
          expect(openOptions(setting, id)).toEqual(there);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('are none for a line that the model does not have', () => {
    fc.assert(
      fc.property(tables, ({ setting }) => {
        expect(openOptions(setting, 'nothing')).toEqual([]);
      }),
    );
  });
});

test('the points of the own side are reckoned here as in the model', () => {
  fc.assert(
    fc.property(openTables, ({ setting, contracts }) => {
      const own = setting.model.preferences[0]!.party;
      for (const offer of contracts)
        expect(ownPoints(setting, offer) / 100).toBeCloseTo(offerUtility(setting.model, own, offer), 9);
    }),
    { numRuns: 50 },
  );
});
