import type { PartyId, PhaseId, TrackId } from '../domain/index.ts';
import { circumstancesAt } from '../machine/index.ts';
import { judge, type Offer, offerUtility } from '../model/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { dealCloud } from './deal-cloud.ts';
import type { DealCloud, DealPoint } from './deals.ts';
import { retraceRun } from './run-record.ts';
import { runInPhase } from './zone-history.ts';

/** A contract of a class, of a run or of a negotiating table. */
export interface ClassDeal {
  readonly track: TrackId;
  readonly phase: PhaseId;
  readonly offer: Offer;
}

/** A contract and what the model says to it in its own phase. */
export interface JudgedDeal extends DealPoint {
  readonly phase: PhaseId;
  readonly refusedBy: readonly PartyId[];
  /** Whose it is, as indices of the contracts that were asked for. */
  readonly of: readonly number[];
}

/** The contracts of a class on one track, among all that are possible there. */
export interface ClassCloud {
  /** Without contracts of the class; judged in the phase in which most of them were signed. */
  readonly cloud: DealCloud;
  readonly deals: readonly JudgedDeal[];
}

/**
 * The contracts of a class against the frontier, one cloud for each track. What parties trust differs from run to
 * run: here everyone is judged as at the beginning, without favour. Yields how much is done, 0 to 1.
 */
export function* workOutClassDeals(
  scenario: Scenario,
  tier: string,
  deals: readonly ClassDeal[],
): Generator<number, readonly ClassCloud[], void> {
  const { model, manifest } = scenario;
  const run = retraceRun(scenario, { seed: 0, tier, log: [] });
  const ratifiers = model.preferences.filter(({ role }) => role === 'ratifier').map(({ party }) => party);
  const axes = { player: manifest.player, ratifiers: ratifiers.slice(0, 2) };
  const all = deals.map((deal, index) => ({ ...deal, index }));
  const tracks = [...new Set(deals.map(({ track }) => track))];
  const clouds: ClassCloud[] = [];
  for (const track of tracks) {
    yield clouds.length / tracks.length;
    const own = all.filter((deal) => deal.track === track);
    const phase = model.phases.find(({ id }) => id === mostOf(own.map((deal) => deal.phase)));
    if (!phase || !model.tracks.some(({ id }) => id === track)) continue;
    const { circumstances } = runInPhase(run, phase);
    const moment = { date: phase.date, circumstances };
    const cloud = dealCloud(run, axes, { track, proposals: [], moment });
    const base = circumstancesAt(scenario, run.end);
    const judged = new Map<string, JudgedDeal>();
    for (const { phase, offer, index } of own) {
      const key = JSON.stringify([phase, offer]);
      const known = judged.get(key);
      const votes = known ? [] : judge(model, track, offer, { ...base, phase });
      const refusedBy = votes.filter(({ hasSay, yes }) => hasSay && !yes).map(({ party }) => party);
      const points = cloud.parties.map((party) => [party, offerUtility(model, party, offer)] as const);
      judged.set(
        key,
        known
          ? { ...known, of: [...known.of, index] }
          : {
              phase,
              offer,
              utilities: Object.fromEntries(points),
              isAgreed: refusedBy.length === 0,
              refusedBy,
              of: [index],
            },
      );
    }
    clouds.push({ cloud, deals: [...judged.values()] });
  }
  return clouds;
}

/** The first one of equals. */
function mostOf(list: readonly string[]): string | undefined {
  const countOf = (id: string) => list.filter((other) => other === id).length;
  return list.toSorted((a, b) => countOf(b) - countOf(a))[0];
}
