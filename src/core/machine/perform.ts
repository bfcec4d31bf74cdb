import { type IssueId, type OptionId, unreachable } from '../domain/index.ts';
import type { Offer } from '../model/index.ts';
import type { Effect, Scenario } from '../scenario/index.ts';
import type { GateView } from './gate-check.ts';
import { talksFor } from './open-table.ts';
import type { RunContext } from './run.ts';
import { type Chance, DEAL_REFUSED } from './run-state.ts';

/** An event for all regions, handled after the present microstep. */
export interface DomainEvent {
  readonly type: string;
  readonly chance?: Chance;
}

/** What a list of effects came to: the next context and the events to raise, in order. */
export interface Outcome {
  readonly context: RunContext;
  readonly raised: readonly DomainEvent[];
}

/** Performs effects one after another; each sees what those before it did. */
export function performEffects(effects: readonly Effect[], view: GateView): Outcome {
  let { context } = view.state;
  const raised: DomainEvent[] = [];
  const raise = (type: string) => {
    context = markFired(context, type);
    raised.push({ type });
  };
  for (const effect of effects) {
    if ('trust' in effect) context = view.quantities.addTrust(context, effect.trust, effect.by);
    else if ('info' in effect) context = view.quantities.addInfo(context, effect.info, effect.by);
    else if ('send' in effect) raise(effect.send);
    else if ('set' in effect)
      context = { ...context, flags: setFlags(view.scenario, context.flags, effect.set) };
    else if ('amend' in effect) context = amend(view.scenario, context, effect.amend);
    else if ('table' in effect) {
      const talks = talksFor(effect.table, { ...view, state: { ...view.state, context } });
      // No such table, or no draft for it: nobody signs anything.
      if (talks) context = { ...context, talks };
      else raise(DEAL_REFUSED);
    } else if ('cancel' in effect) context = withoutAgreement(context);
    else if ('end' in effect) context = { ...context, endingId: context.endingId ?? effect.end };
    else unreachable(effect);
  }
  return { context, raised };
}

/** Notes that an event has happened, once. */
export function markFired(context: RunContext, event: string): RunContext {
  return context.fired.includes(event) ? context : { ...context, fired: [...context.fired, event] };
}

/** Flags in the order of the manifest, so that equal contexts are equal as text. */
function setFlags(
  scenario: Scenario,
  flags: RunContext['flags'],
  set: RunContext['flags'],
): RunContext['flags'] {
  const all = { ...flags, ...set };
  if (Object.keys(set).every((id) => id in flags)) return all;
  const ordered: Record<string, string | boolean> = {};
  for (const { id } of scenario.manifest.flags) {
    const value = all[id];
    if (value !== undefined) ordered[id] = value;
  }
  return ordered;
}

function amend(
  scenario: Scenario,
  context: RunContext,
  lines: Readonly<Record<IssueId, OptionId>>,
): RunContext {
  const { agreement } = context;
  if (!agreement) return context;
  return {
    ...context,
    agreement: { ...agreement, offer: inIssueOrder(scenario, { ...agreement.offer, ...lines }) },
  };
}

function withoutAgreement(context: RunContext): RunContext {
  const { agreement: _, ...rest } = context;
  return rest;
}

/** Lines in the order of the model, so that equal contracts are equal as text. */
export function inIssueOrder(scenario: Scenario, offer: Offer): Offer {
  return Object.fromEntries(
    scenario.model.issues.flatMap(({ id }) => {
      const option = offer[id];
      return option === undefined ? [] : [[id, option] as const];
    }),
  );
}
