import {
  enumerateDeals,
  judge,
  kalaiSmorodinskyPoint,
  type NegotiationModel,
  nashPoint,
  type Offer,
  offerAt,
  paretoFrontier,
  structureErrors,
  surplusOf,
  type Tier,
  type Track,
  zoneOfAgreement,
} from '../core/model/index.ts';
import type { Scenario } from '../core/scenario/index.ts';
import type { Report } from './report.ts';

/** Options of the two verbs about contracts, as written on the command line. */
type Values = Readonly<Record<string, string>>;

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
  if (!tiers.every((tier) => tier !== undefined)) return { complaint: unknown('level', ids, levels) };
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
  const space = enumerateDeals(model, track.id, tier);
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

/** Who accepts one contract in one phase, why not, and the nearest contract that all accept. */
export function evaluateReport({ model }: Scenario, values: Values): Report | { readonly complaint: string } {
  const { phase = '', track = '', deal = '', suit = 'no' } = values;
  if (!model.phases.some(({ id }) => id === phase))
    return { complaint: unknown('phase', [phase], model.phases) };
  if (!model.tracks.some(({ id }) => id === track))
    return { complaint: unknown('table', [track], model.tracks) };
  if (suit !== 'yes' && suit !== 'no') return { complaint: '"--suit" is yes or no.' };
  const offer = Object.fromEntries(deal.split(',').map((line) => line.split('=', 2) as [string, string]));
  const errors = [
    ...structureErrors(model, track, offer),
    ...Object.keys(offer).filter((issue) => !model.issues.some(({ id }) => id === issue)),
  ];
  if (errors.length > 0) return { complaint: dealComplaint(model, errors) };

  const circumstances = { phase, hasOwnSuit: suit === 'yes', trust: {}, goodwill: {} };
  const asked = judge(model, track, offer, circumstances);
  const votes = Object.fromEntries(
    asked.map(({ party, redLines, role: _, ...vote }) => [party, { ...vote, redLine: redLines }]),
  );
  const accepted = asked.every(({ yes }) => yes);
  const nearestAcceptable = accepted ? offer : nearest(model, track, offer, circumstances);
  const lines = asked.map(
    ({ party, yes, utility, reservation, redLines }) =>
      `${party}: ${yes ? 'yes' : 'no '} ${utility.toFixed(1)} of ${reservation.toFixed(1)}${redLines.length > 0 ? `, red line ${redLines.join(', ')}` : ''}`,
  );
  return {
    code: 0,
    data: { votes, accepted, ...(nearestAcceptable ? { nearestAcceptable } : {}) },
    text: [...lines, accepted ? 'accepted by all' : 'not accepted'].join('\n'),
  };
}

/** The acceptable contract that changes fewest lines; none when nothing is acceptable. */
function nearest(
  model: NegotiationModel,
  track: string,
  offer: Offer,
  circumstances: Parameters<typeof surplusOf>[1],
): Offer | undefined {
  const whole: Tier = { id: 'all', issues: model.issues.map(({ id }) => id), derived: [] };
  const space = enumerateDeals(model, track, whole);
  const changes = (other: Offer) => model.issues.filter(({ id }) => other[id] !== offer[id]).length;
  const zone = Array.from(zoneOfAgreement(space, surplusOf(space, circumstances)), (at) =>
    offerAt(space, at),
  );
  return zone.toSorted((a, b) => changes(a) - changes(b))[0];
}

function dealComplaint({ issues, structure }: NegotiationModel, errors: readonly string[]): string {
  // While lines are missing, rules between lines say nothing new.
  const lines = errors.filter((error) => error.startsWith('option.'));
  const words = (lines.length > 0 ? lines : errors).map((error) => {
    const [kind, issue = ''] = error.split('.', 2);
    const options = issues.find(({ id }) => id === issue)?.options ?? [];
    if (kind === 'option') return `${issue} must be one of ${options.join(', ')}`;
    if (kind === 'allow') return `this option of ${issue} is not open at this table`;
    return structure.some(({ id }) => id === error)
      ? `it breaks the rule ${error}`
      : `there is no line "${error}"`;
  });
  return `This is no valid contract: ${words.join('; ')}.`;
}

function unknown(what: string, ids: readonly string[], known: readonly { readonly id: string }[]): string {
  return `There is no ${what} "${ids.join(',')}". Use ${known.map(({ id }) => id).join(', ')}.`;
}
