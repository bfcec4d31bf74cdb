import type { Scenario } from '../scenario/index.ts';
import { type CausesReview, reviewCauses } from './causes.ts';
import { type DealsReview, reviewDeals } from './deals.ts';
import { type RunRecord, retraceRun } from './run-record.ts';

/** What can be worked out about a run that is over. Plain data without words. */
export interface Debrief {
  readonly causes: CausesReview;
  readonly deals: DealsReview;
}

/** Works a run out in steps: each one yields how much is done, 0 to 1. */
export function* workOutDebrief(scenario: Scenario, record: RunRecord): Generator<number, Debrief, void> {
  const run = retraceRun(scenario, record);
  yield 0.1;
  const deals = reviewDeals(run);
  yield 0.4;
  const work = reviewCauses(run);
  let step = work.next();
  for (; !step.done; step = work.next()) yield 0.4 + step.value * 0.6;
  const causes = step.value;
  return { causes, deals };
}
