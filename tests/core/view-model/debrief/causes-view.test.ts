import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Causes, reviewCauses } from '../../../../src/core/debrief/causes.ts';
import { retraceRun } from '../../../../src/core/debrief/run-record.ts';
import { presentCauses } from '../../../../src/core/view-model/debrief/causes-view.ts';
import { createFootnotes } from '../../../../src/core/view-model/prose.ts';
import { lastFrame, type Presenting, textsOf } from '../../../../src/core/view-model/run-history.ts';
import { finished } from '../../../support/debrief-runs.ts';
import { miniWithTexts } from '../../../support/mini-texts.ts';
import { play } from '../../../support/play.ts';

const run = play(miniWithTexts).take('s1-goal/talk').toEnd().session;
const present: Presenting = {
  scenario: miniWithTexts,
  texts: textsOf(miniWithTexts, 'en'),
  language: 'en',
  tier: 'starter',
  run,
  frame: lastFrame(run),
  previous: undefined,
  footnotes: createFootnotes(),
};
const { seed, tier, events: log } = run.save('en');
const review = finished(reviewCauses(retraceRun(miniWithTexts, { seed, tier, log })));
/** The shares as the page says them, of the run and of the first decision. */
function shown(causes: Causes) {
  const [first, ...others] = review.decisions;
  const decisions = first ? [{ ...first, weight: 1, causes }, ...others] : [];
  const view = presentCauses(present, { ...review, run: causes, decisions });
  expect(view.turningPoints[0]?.shares).toEqual(view.run);
  return view.run;
}

const parts = fc.tuple(fc.nat({ max: 1000 }), fc.nat({ max: 1000 }), fc.nat({ max: 1000 }));

test('shares are whole percent, sum to a hundred, and none is moved by more than one', () => {
  fc.assert(
    fc.property(parts, ([choice, others, chance]) => {
      const sum = choice + others + chance;
      fc.pre(sum > 0);
      const causes: Causes = { choice: choice / sum, others: others / sum, chance: chance / sum };
      const percent = shown(causes);
      expect(percent.choice + percent.others + percent.chance).toBe(100);
      for (const cause of ['choice', 'others', 'chance'] as const) {
        expect(Number.isInteger(percent[cause])).toBe(true);
        expect(Math.abs(percent[cause] - causes[cause] * 100)).toBeLessThan(1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a share that is whole but for the rounding of decimals stays as it is', () => {
  // 0.29 · 100 is 28.999999999999996: it must not be given the percent that is left over.
  expect(0.29 * 100).toBeLessThan(29);
  expect(shown({ choice: 0.29, others: 0.404, chance: 0.306 })).toEqual({
    choice: 29,
    others: 40,
    chance: 31,
  });
});

test('where nothing could have come out otherwise, no cause has a share', () => {
  expect(shown({ choice: 0, others: 0, chance: 0 })).toEqual({ choice: 0, others: 0, chance: 0 });
});
