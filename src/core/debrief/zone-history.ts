import { circumstancesAt, type RunState } from '../machine/index.ts';
import {
  type Circumstances,
  dealSpace,
  offerUtility,
  reservationValue,
  surplusOf,
  zoneOfAgreement,
} from '../model/index.ts';
import type { ZonePoint } from './deals.ts';
import type { RetracedRun } from './run-record.ts';

type Phase = RetracedRun['scenario']['model']['phases'][number];

/** The run at the beginning of a phase. After its end, what held there goes on. */
export function runInPhase(
  { scenario, states, end }: RetracedRun,
  { id, date }: Phase,
): { readonly state: RunState; readonly circumstances: Circumstances } {
  const state = states.findLast(({ context }) => context.date <= date) ?? states[0] ?? end;
  return { state, circumstances: { ...circumstancesAt(scenario, state), phase: id } };
}

/** A point for each phase of the model. */
export function zoneHistory(run: RetracedRun): readonly ZonePoint[] {
  const { model, manifest } = run.scenario;
  return model.phases.map((phase) => {
    const { id, date } = phase;
    const { state, circumstances } = runInPhase(run, phase);
    const zones = model.tracks.map(({ id: track }) => {
      const space = dealSpace(model, track, run.tables.tier);
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
