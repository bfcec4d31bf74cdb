import type { Ending, Gauge, Scenario } from '../scenario/index.ts';
import { gateHolds } from './gate-check.ts';
import { NEUTRAL_TRUST } from './quantities.ts';
import type { RunState } from './run-state.ts';

/**
 * 0..100, whole: where the ending starts, moved by trust and by what holds at the end (`negotiation.md` 3.4).
 * Without an ending, on the way: from the middle of the scale.
 */
export function gaugeValue(
  scenario: Scenario,
  state: RunState,
  ending: Ending | undefined,
  gauge: Gauge,
): number {
  let value = ending?.gauges[gauge.id] ?? NEUTRAL_TRUST;
  for (const [party, share] of Object.entries(gauge.trust)) {
    value += share * ((state.context.trust[party] ?? NEUTRAL_TRUST) - NEUTRAL_TRUST);
  }
  for (const { when, by } of gauge.shifts) if (gateHolds(scenario, state, when)) value += by;
  return Math.round(Math.min(100, Math.max(0, value)));
}
