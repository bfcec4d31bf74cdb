import type { PartyId, TrackId } from '../domain/index.ts';
import { accepts, type Circumstances, isSigned, type Offer } from '../model/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Agreement, RunContext } from './run.ts';

/**
 * How trust, information and votes are read and changed. Runs use the exact numbers; the exhaustive
 * search puts ranges in their place, so that one state of the search stands for many runs.
 */
export interface Quantities {
  addTrust(context: RunContext, party: PartyId, by: number): RunContext;
  addInfo(context: RunContext, party: PartyId, by: number): RunContext;
  isTrustAtLeast(context: RunContext, party: PartyId, min: number): boolean;
  isInfoAtLeast(context: RunContext, party: PartyId, min: number): boolean;
  isSigned(scenario: Scenario, track: TrackId, offer: Offer, circumstances: Circumstances): boolean;
  isAcceptable(
    scenario: Scenario,
    party: PartyId,
    agreement: Agreement,
    circumstances: Circumstances,
  ): boolean;
}

/** Where trust starts, and where it moves no threshold. */
export const NEUTRAL_TRUST = 50;
const MAX_TRUST = 100;

/** Trust 0..100 after a change; what goes beyond the ends of the scale is lost. */
export function clampTrust(trust: number): number {
  return Math.min(MAX_TRUST, Math.max(0, trust));
}

/** Numbers as they are: for runs, bots and views. */
export const exactQuantities: Quantities = {
  addTrust: (context, party, by) => ({
    ...context,
    trust: { ...context.trust, [party]: clampTrust((context.trust[party] ?? NEUTRAL_TRUST) + by) },
  }),
  addInfo: (context, party, by) => ({
    ...context,
    info: { ...context.info, [party]: (context.info[party] ?? 0) + by },
  }),
  isTrustAtLeast: (context, party, min) => (context.trust[party] ?? NEUTRAL_TRUST) >= min,
  isInfoAtLeast: (context, party, min) => (context.info[party] ?? 0) >= min,
  isSigned: ({ model }, track, offer, circumstances) => isSigned(model, track, offer, circumstances),
  isAcceptable: ({ model }, party, { track, offer }, circumstances) =>
    accepts(model, party, track, offer, circumstances),
};
