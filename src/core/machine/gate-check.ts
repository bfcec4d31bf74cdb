import { unreachable } from '../domain/index.ts';
import { type Circumstances, phaseAt } from '../model/index.ts';
import { type Gate, type Scenario, STORY_REGION } from '../scenario/index.ts';
import { exactQuantities, type Quantities } from './quantities.ts';
import type { Moment, RunState } from './run-state.ts';

/** All that a gate may read. */
export interface GateView extends Moment {
  readonly scenario: Scenario;
  readonly state: RunState;
  readonly quantities: Quantities;
}

/** Reads a gate against a state of the run: for view models, gauges and author tools. */
export function gateHolds(scenario: Scenario, state: RunState, gate: Gate | undefined): boolean {
  return holds(gate, { scenario, state, quantities: exactQuantities });
}

/** An absent gate always holds. */
export function holds(gate: Gate | undefined, view: GateView): boolean {
  if (gate === undefined) return true;
  const { context } = view.state;
  const { quantities } = view;
  if ('all' in gate) return gate.all.every((part) => holds(part, view));
  if ('any' in gate) return gate.any.some((part) => holds(part, view));
  if ('not' in gate) return !holds(gate.not, view);
  if ('region' in gate) return isInRegion(view.state, gate.region, gate.is);
  if ('event' in gate) return context.fired.includes(gate.event) === gate.fired;
  if ('trust' in gate) {
    const { min, max } = gate;
    if (min !== undefined && !quantities.isTrustAtLeast(context, gate.trust, min)) return false;
    return max === undefined || !quantities.isTrustAtLeast(context, gate.trust, max + 1);
  }
  if ('info' in gate) return quantities.isInfoAtLeast(context, gate.info, gate.min);
  // A flag that was never set counts as `false`, so that `is: false` reads as expected.
  if ('flag' in gate) return (context.flags[gate.flag] ?? false) === (gate.is ?? true);
  if ('issue' in gate) {
    const option = context.agreement?.offer[gate.issue];
    return option !== undefined && gate.in.includes(option);
  }
  if ('accepts' in gate) {
    const { agreement } = context;
    if (!agreement) return false;
    const isYes = quantities.isAcceptable(view.scenario, gate.accepts, agreement, circumstancesOf(view));
    return isYes === (gate.is ?? true);
  }
  if ('chance' in gate) return view.chance?.[gate.chance] === gate.is;
  return unreachable(gate);
}

function isInRegion({ story, values }: RunState, region: string, path: string): boolean {
  const value = region === STORY_REGION ? story : values[region];
  return value !== undefined && (value === path || value.startsWith(`${path}.`));
}

/** Circumstances of the negotiation model at this point of the run. */
export function circumstancesOf(view: GateView): Circumstances {
  const { scenario, state } = view;
  const { hasOwnSuit, goodwill } = scenario.manifest.circumstances;
  // An `accepts` gate in here would ask for itself: without an agreement it is false.
  const { agreement: _, ...context } = state.context;
  const inner: GateView = { ...view, state: { ...state, context } };
  const points: Record<string, number> = {};
  for (const { party, by, when } of goodwill) {
    if (holds(when, inner)) points[party] = (points[party] ?? 0) + by;
  }
  return {
    phase: phaseAt(scenario.model, view.date ?? state.context.date).id,
    hasOwnSuit: holds(hasOwnSuit, inner),
    trust: state.context.trust,
    goodwill: points,
  };
}

/** Circumstances for a view model that explains votes. */
export function circumstancesAt(scenario: Scenario, state: RunState): Circumstances {
  return circumstancesOf({ scenario, state, quantities: exactQuantities });
}
