import {
  dealSpace,
  kalaiSmorodinskyPoint,
  type NegotiationModel,
  nashPoint,
  offerAt,
  paretoFrontier,
  surplusOf,
  type Tier,
  type Track,
  zoneOfAgreement,
} from '../core/model/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import type { Report } from './report.ts';

/** Options of the verbs about contracts, as written on the command line. */
export type Values = Readonly<Record<string, string>>;

/** For every phase, table and level: how many contracts there are, and which everybody accepts. */
export function dealsReport(
  { manifest, model }: Scenario,
  values: Values,
): Report | { readonly complaint: string } {
  const levels = manifest.tiers.flatMap((id) => model.tiers.find((tier) => tier.id === id) ?? []);
  // Without a word the one in the middle: it is also what the setup page proposes.
  const ids =
    values.tier?.split(',') ??
    levels
      .slice(0, 2)
      .slice(-1)
      .map(({ id }) => id);
  const tiers = ids.map((id) => levels.find((tier) => tier.id === id));
  if (!tiers.every((tier) => tier !== undefined)) return { complaint: unknownId('level', ids, levels) };
  const deals = tiers.flatMap((tier) => model.tracks.flatMap((track) => dealsOfTable(model, tier, track)));
  const width = Math.max(...ids.map(({ length }) => length));
  const text = deals
    .map(
      ({ tier, track, phase, suit, valid, acceptedByAll, pareto }) =>
        `${tier.padEnd(width)} ${track.padEnd(3)} ${phase.padEnd(4)} suit ${suit.padEnd(4)} ${String(acceptedByAll).padStart(5)} of ${valid} accepted by all, ${pareto.length} without free improvement`,
    )
    .join('\n');
  return { code: 0, data: { deals }, text };
}

function dealsOfTable(model: NegotiationModel, tier: Tier, track: Track) {
  const space = dealSpace(model, track.id, tier);
  return model.phases.flatMap((phase) =>
    [false, true].map((hasOwnSuit) => {
      const surplus = surplusOf(space, { phase: phase.id, hasOwnSuit, trust: {}, goodwill: {} });
      const parties = Object.keys(surplus);
      const zone = zoneOfAgreement(space, surplus);
      const nash = nashPoint(surplus, zone, parties);
      const ks = kalaiSmorodinskyPoint(surplus, zone, parties);
      return {
        tier: tier.id,
        track: track.id,
        phase: phase.id,
        suit: hasOwnSuit ? 'yes' : 'no',
        valid: space.codes.length,
        acceptedByAll: zone.length,
        pareto: Array.from(paretoFrontier(space, zone, parties), (index) => offerAt(space, index)),
        ...(nash === undefined ? {} : { nash: offerAt(space, nash) }),
        ...(ks === undefined ? {} : { ks: offerAt(space, ks) }),
      };
    }),
  );
}

export function unknownId(
  what: string,
  ids: readonly string[],
  known: readonly { readonly id: string }[],
): string {
  return `There is no ${what} "${ids.join(',')}". Use ${known.map(({ id }) => id).join(', ')}.`;
}
