import {
  type Circumstances,
  enumerateDeals,
  judge,
  kalaiSmorodinskyPoint,
  type NegotiationModel,
  nashPoint,
  type Offer,
  offerAt,
  offerUtility,
  paretoFrontier,
  structureErrors,
  surplusOf,
  type Tier,
  type Vote,
  zoneOfAgreement,
} from '../../src/core/model/index.ts';

// The deal space the slow, obvious way: write down every offer, ask every party about it, compare all pairs.

const ROUNDING = 1e-9;

interface Deal {
  readonly offer: Offer;
  /** Votes of everyone on the track, asked or not. */
  readonly votes: readonly Vote[];
}

/** One table at one moment. */
export interface Case {
  readonly model: NegotiationModel;
  readonly track: string;
  readonly tier: Tier;
  readonly at: Circumstances;
}

/** All combinations of the visible issues, completed by the level, that break no rule. */
export function referenceDeals({ model, track, tier, at }: Case): readonly Deal[] {
  let offers: readonly Offer[] = [{}];
  for (const { id, options } of model.issues)
    if (tier.issues.includes(id))
      offers = offers.flatMap((offer) => options.map((option) => ({ ...offer, [id]: option })));
  return offers
    .map((offer) => derive(tier, offer))
    .filter((offer) => structureErrors(model, track, offer).length === 0)
    .map((offer) => ({ offer, votes: judge(model, track, offer, at) }));
}

function derive(tier: Tier, visible: Offer): Offer {
  const offer: Record<string, string> = { ...visible };
  for (const { issue, cases } of tier.derived) {
    const found = cases.find((rule) =>
      Object.entries(rule.if).every(([name, options]) => options.includes(offer[name] ?? '')),
    );
    if (found) offer[issue] = found.option;
  }
  return offer;
}

/** Parties that are asked at this table in this phase. */
function askedParties({ model, track, at }: Case): readonly string[] {
  const { buyer } = model.tracks.find(({ id }) => id === track)!;
  const { vetoes } = model.phases.find(({ id }) => id === at.phase)!;
  return model.preferences
    .filter(({ role, party }) => (role === 'buyer' ? party === buyer : true))
    .filter(({ role, party }) => (role === 'ratifier' ? vetoes.includes(party) : true))
    .map(({ party }) => party);
}

function referenceZone(deals: readonly Deal[]): readonly number[] {
  return deals.flatMap(({ votes }, index) => (votes.every(({ yes }) => yes) ? index : []));
}

/** Positions among `values` (utilities of one offer each) that no other dominates; every pair is compared. */
export function referenceFrontier(values: readonly (readonly number[])[]): readonly number[] {
  const dominates = (a: readonly number[], b: readonly number[]) =>
    a.every((value, party) => value - b[party]! >= -ROUNDING) &&
    a.some((value, party) => value - b[party]! > ROUNDING);
  return values.flatMap((mine, index) => (values.some((other) => dominates(other, mine)) ? [] : index));
}

/** Points above plan B; who is not asked about this offer counts 1. */
function referenceGain({ votes }: Deal, party: string): number {
  const vote = votes.find((candidate) => candidate.party === party)!;
  return vote.hasSay ? Math.max(0, vote.utility - vote.reservation) : 1;
}

function referenceProduct(deal: Deal, parties: readonly string[]): number {
  return parties.reduce((product, party) => product * referenceGain(deal, party), 1);
}

/** Shares of what each could gain at best in the zone: the smallest, and a millionth of their sum. */
function referenceShare(zone: readonly Deal[], parties: readonly string[]): (deal: Deal) => number {
  const ideals = parties.map((party) => Math.max(...zone.map((deal) => referenceGain(deal, party))));
  return (deal) => {
    const shares = parties.map((party, at) =>
      ideals[at]! > 0 ? referenceGain(deal, party) / ideals[at]! : 1,
    );
    return Math.min(...shares) + 1e-6 * shares.reduce((sum, share) => sum + share, 0);
  };
}

/** What of the engine differs from the reference at this table; empty when they agree. */
export function differences(table: Case): readonly string[] {
  const { model, track, tier, at } = table;
  const deals = referenceDeals(table);
  const parties = askedParties(table);
  const space = enumerateDeals(model, track, tier);
  const surplus = surplusOf(space, at);
  const zone = zoneOfAgreement(space, surplus);
  const zoneDeals = referenceZone(deals).map((index) => deals[index]!);
  const all = Uint32Array.from(deals.keys());
  const utilities = deals.map(({ offer }) => parties.map((party) => offerUtility(model, party, offer)));
  const zoneUtilities = referenceZone(deals).map((index) => utilities[index]!);
  const nash = nashPoint(surplus, zone, parties);
  const ks = kalaiSmorodinskyPoint(surplus, zone, parties);
  const agrees: Readonly<Record<string, () => boolean>> = {
    offers: () =>
      isSame(
        offersOf(Array.from(all, (index) => offerAt(space, index))),
        offersOf(deals.map(({ offer }) => offer)),
      ),
    size: () => space.codes.length === deals.length,
    parties: () => isSame(Object.keys(surplus), parties),
    utilities: () =>
      deals.every(({ votes, offer }, index) =>
        votes.every(({ party }) =>
          isNear(space.utilities[party]?.[index], offerUtility(model, party, offer)),
        ),
      ),
    votes: () =>
      deals.every(({ votes }, index) =>
        votes
          .filter(({ party }) => parties.includes(party))
          .every(({ party, yes }) => (surplus[party]?.[index] ?? Number.NaN) >= -ROUNDING === yes),
      ),
    points: () =>
      deals.every(({ votes }, index) =>
        votes
          .filter(({ party, redLines, hasSay }) => parties.includes(party) && hasSay && redLines.length === 0)
          .every(({ party, utility, reservation }) => isNear(surplus[party]?.[index], utility - reservation)),
      ),
    zone: () => isSame([...zone], referenceZone(deals)),
    frontier: () => isSame([...paretoFrontier(space, all, parties)], referenceFrontier(utilities)),
    'frontier of the zone': () =>
      isSame(
        [...paretoFrontier(space, zone, parties)],
        referenceFrontier(zoneUtilities).map((position) => zone[position]),
      ),
    nash: () => isBest(nash, deals, zoneDeals, (deal) => referenceProduct(deal, parties)),
    'kalai-smorodinsky': () => isBest(ks, deals, zoneDeals, referenceShare(zoneDeals, parties)),
  };
  return Object.keys(agrees).filter((name) => agrees[name]?.() !== true);
}

const offersOf = (offers: readonly Offer[]) =>
  offers.map((offer) => JSON.stringify(Object.entries(offer).sort()));
const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((value, at) => value === b[at]);
const isNear = (a: number | undefined, b: number) =>
  a !== undefined && Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(b));

/** The point is an offer of the zone and nobody's score is higher; there is none only without a zone. */
function isBest(
  point: number | undefined,
  deals: readonly Deal[],
  zone: readonly Deal[],
  scoreOf: (deal: Deal) => number,
): boolean {
  if (point === undefined || zone.length === 0) return point === undefined && zone.length === 0;
  const deal = deals[point];
  return deal !== undefined && zone.includes(deal) && isNear(scoreOf(deal), Math.max(...zone.map(scoreOf)));
}
