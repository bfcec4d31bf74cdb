import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOverlap, enumerateDeals, type Tier } from '../../../src/core/model/index.ts';
import { type OverlapPhaseView, presentOverlap } from '../../../src/core/view-model/index.ts';
import { miniWithTexts } from '../../support/mini-texts.ts';
import { arbitraryCircumstances, arbitraryModel } from '../../support/random-model.ts';

const WISH = { track: 'M', phases: ['P1', 'P2'] };
const shown = fc.tuple(arbitraryModel, arbitraryCircumstances).map(([model, at]) => {
  const space = enumerateDeals(model, 'M', model.tiers[0] as Tier);
  const overlaps = WISH.phases.map((phase) => countOverlap(space, { ...at, phase }));
  const scenario = { ...miniWithTexts, model };
  const view = presentOverlap(scenario, 'de', { wish: WISH, counting: { state: 'ready', overlaps } });
  return { overlaps, phases: view.state === 'ready' ? view.phases : [] };
});
const rounded = (perThousand: number) => (perThousand < 1 ? 0 : Math.round(perThousand));
const dotsIn = ({ regions }: OverlapPhaseView, isIn: (answers: readonly boolean[]) => boolean) =>
  regions.filter(({ answers }) => isIn(answers)).reduce((sum, { dots }) => sum + dots, 0);

describe('the overlap picture', () => {
  test('deals out a thousand dots, as many as the rounded numbers beside them say', () => {
    fc.assert(
      fc.property(shown, ({ overlaps, phases }) => {
        phases.forEach((phase, index) => {
          const valid = overlaps[index]?.valid ?? 0;
          expect(dotsIn(phase, () => true)).toBe(valid === 0 ? 0 : 1000);
          const asked = phase.sets.filter(({ hasSay }) => hasSay);
          asked.forEach(({ left }, step) => {
            const yesSoFar = dotsIn(phase, (answers) => answers.slice(0, step + 1).every((yes) => yes));
            expect(yesSoFar).toBe(rounded(left.perThousand));
          });
          expect(dotsIn(phase, (answers) => answers.every((yes) => yes))).toBe(
            rounded(phase.agreed.perThousand),
          );
        });
      }),
      { numRuns: 300 },
    );
  });

  test('says what the model counted, and who has a say only now', () => {
    fc.assert(
      fc.property(shown, ({ overlaps, phases }) => {
        phases.forEach((phase, index) => {
          const overlap = overlaps[index];
          expect(phase.agreed.count).toBe(overlap?.agreed);
          expect(phase.sets.map(({ count, left }) => [count, left.count])).toEqual(
            overlap?.sides.map(({ accepted, left }) => [accepted, left]),
          );
          const joined = phase.sets.filter(
            ({ hasSay }, side) => index > 0 && hasSay && overlaps[index - 1]?.sides[side]?.hasSay === false,
          );
          expect(phase.sets.filter(({ isNew }) => isNew)).toEqual(joined);
          const alone = overlap?.blockers.find(({ party }) => party === joined[0]?.parties[0])?.alone;
          expect(phase.lost?.count).toBe(alone);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('waits and fails in words of its own', () => {
    const present = (counting: Parameters<typeof presentOverlap>[2]['counting']) =>
      presentOverlap(miniWithTexts, 'en', { wish: WISH, counting });
    expect(present({ state: 'working', share: 0.5 })).toEqual({
      state: 'working',
      track: 'track M',
      share: 0.5,
      phaseCount: 2,
    });
    expect(present({ state: 'failed' })).toEqual({ state: 'failed', track: 'track M' });
  });
});
