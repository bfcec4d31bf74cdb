import { circumstancesAt } from '../machine/index.ts';
import { dealSpace, offerUtility, reservationValue, surplusOf, zoneOfAgreement } from '../model/index.ts';
import type { ZonePoint } from './deals.ts';
import type { RetracedRun } from './run-record.ts';

/** A point for each phase of the model. After the end of the run, what held in its end goes on. */
export function zoneHistory({ scenario, tables, states, end }: RetracedRun): readonly ZonePoint[] {
  const { model, manifest } = scenario;
  return model.phases.map(({ id, date }) => {
    const state = states.findLast(({ context }) => context.date <= date) ?? states[0] ?? end;
    const circumstances = { ...circumstancesAt(scenario, state), phase: id };
    const zones = model.tracks.map(({ id: track }) => {
      const space = dealSpace(model, track, tables.tier);
      const agreed = zoneOfAgreement(space, surplusOf(space, circumstances)).length;
      return [track, { agreed, valid: space.codes.length }] as const;
    });
    const { agreement } = state.context;
    return {
      phase: id,
      date,
      zones: Object.fromEntries(zones),
      planB: reservationValue(model, manifest.player, circumstances),
      ...(agreement ? { contract: offerUtility(model, manifest.player, agreement.offer) } : {}),
    };
  });
}
