import type { IsoDate, PartyId, TrackId } from '../domain/index.ts';
import { circumstancesAt, type RunState } from '../machine/index.ts';
import {
  type Circumstances,
  dealSpace,
  indexOfOffer,
  judge,
  type Offer,
  offerAt,
  offerUtility,
  paretoFrontier,
  reservationValue,
  searchAgreement,
  surplusOf,
  zoneOfAgreement,
} from '../model/index.ts';
import type { DealCloud, DealPoint, Frontier, NamedDeal } from './deals.ts';
import type { RetracedRun } from './run-record.ts';
import { type Axes, thinDeals } from './thin-deals.ts';

/** Points of a picture. */
const SAMPLE = 600;
/** Room among them for contracts that everyone accepts. */
const AGREED = 150;

/** A contract of the player on a table, and the run just before the answer. */
export interface Proposal {
  readonly track: TrackId;
  readonly offer: Offer;
  readonly before: RunState;
  /** The table ended with it. */
  readonly isLast: boolean;
}

/** By what the contracts are judged, and the date of it. */
interface Moment {
  readonly date: IsoDate;
  readonly circumstances: Circumstances;
}

/** The contracts of a track, judged as they were at a moment. */
export function dealCloud(
  run: RetracedRun,
  axes: Axes,
  {
    track,
    proposals,
    moment,
  }: {
    readonly track: TrackId;
    readonly proposals: readonly Proposal[];
    readonly moment: Moment;
  },
): DealCloud {
  const { scenario, tables } = run;
  const { model } = scenario;
  const space = dealSpace(model, track, tables.tier);
  const { circumstances } = moment;
  const surplus = surplusOf(space, circumstances);
  const zone = zoneOfAgreement(space, surplus);
  const agreed = new Set(zone);
  const parties = Object.keys(space.utilities);
  const all = Array.from(space.codes, (_, index) => index);
  const pointAt = (index: number): DealPoint => ({
    offer: offerAt(space, index),
    utilities: Object.fromEntries(parties.map((party) => [party, space.utilities[party]?.[index] ?? 0])),
    isAgreed: agreed.has(index),
  });
  const yes = thinDeals(space, axes, { indices: [...zone], limit: AGREED });
  const others = all.filter((index) => !agreed.has(index));
  const no = thinDeals(space, axes, { indices: others, limit: SAMPLE - yes.length });
  const frontierOf = (x: PartyId, y: PartyId): Frontier => {
    const points = [...paretoFrontier(space, Uint32Array.from(all), [x, y])].map(pointAt);
    const once = new Map(points.map((point) => [`${point.utilities[x]} ${point.utilities[y]}`, point]));
    return {
      x,
      y,
      points: [...once.values()].toSorted((a, b) => (a.utilities[x] ?? 0) - (b.utilities[x] ?? 0)),
    };
  };
  return {
    track,
    valid: all.length,
    agreed: zone.length,
    date: moment.date,
    phase: circumstances.phase,
    isOwn: proposals.length > 0,
    parties,
    thresholds: Object.fromEntries(
      Object.keys(surplus).map((party) => [party, reservationValue(model, party, circumstances)]),
    ),
    sample: [...yes, ...no].toSorted((a, b) => a - b).map(pointAt),
    frontiers: planesOf(axes)
      .filter((plane) => plane.every((party) => parties.includes(party)))
      .map(([x, y]) => frontierOf(x, y)),
    named: namedDeals(run, { track, proposals, circumstances, parties, player: axes.player }),
  };
}

/** The ratifiers against each other, then what the player has against what each of them has. */
function planesOf({ ratifiers, player }: Axes): readonly (readonly [x: PartyId, y: PartyId])[] {
  const [first, second] = ratifiers;
  const own = ratifiers.map((ratifier) => [ratifier, player] as const);
  return first !== undefined && second !== undefined ? [[first, second], ...own] : own;
}

interface Naming {
  readonly track: TrackId;
  readonly proposals: readonly Proposal[];
  readonly circumstances: Circumstances;
  readonly parties: readonly PartyId[];
  readonly player: PartyId;
}

function namedDeals({ scenario, tables, end }: RetracedRun, naming: Naming): readonly NamedDeal[] {
  const { track, proposals, parties, player } = naming;
  const { model } = scenario;
  const space = dealSpace(model, track, tables.tier);
  type Label = Pick<NamedDeal, 'kind' | 'ref' | 'date' | 'from'>;
  const named = (label: Label, offer: Offer, circumstances: Circumstances): NamedDeal => {
    const votes = judge(model, track, offer, circumstances);
    const refusedBy = votes.filter(({ hasSay, yes }) => hasSay && !yes).map(({ party }) => party);
    const utilities = parties.map((party) => [party, offerUtility(model, party, offer)] as const);
    return {
      ...label,
      offer,
      utilities: Object.fromEntries(utilities),
      isAgreed: refusedBy.length === 0,
      refusedBy,
    };
  };
  const judged = proposals.map(({ offer, before, isLast }) => {
    const date: IsoDate = before.context.date;
    const circumstances = circumstancesAt(scenario, before);
    return { deal: named({ kind: 'offer', date }, offer, circumstances), date, circumstances, isLast };
  });
  const final = judged.findLast(({ isLast }) => isLast);
  const once = new Map(
    judged
      .filter(({ deal }) => final === undefined || keyOf(deal) !== keyOf(final.deal))
      .map(({ deal }) => [keyOf(deal), deal]),
  );
  const later = end.context.date;
  const isFulfilled = scenario.endings.some(({ id, fulfils }) => fulfils && id === end.context.endingId);
  const atEnd = final &&
    !isFulfilled &&
    final.date < later && {
      date: later,
      refusedBy: named({ kind: 'final' }, final.deal.offer, circumstancesAt(scenario, end)).refusedBy ?? [],
    };
  const refused = judged.findLast(({ deal }) => !deal.isAgreed);
  const question = refused && { offer: refused.deal.offer, issues: tables.tier.issues, player };
  const nearest = question && searchAgreement(space, refused.circumstances, question);
  return [
    ...once.values(),
    ...(final ? [{ ...final.deal, kind: 'final' as const, ...(atEnd ? { atEnd } : {}) }] : []),
    ...model.references
      .filter((reference) => reference.track === track && indexOfOffer(space, reference.offer) >= 0)
      .map(({ id, offer }) => named({ kind: 'reference', ref: id }, offer, naming.circumstances)),
    ...(refused && nearest?.kind === 'found'
      ? [
          named(
            { kind: 'nearest', from: refused.deal.offer, date: refused.date },
            nearest.offer,
            refused.circumstances,
          ),
        ]
      : []),
  ];
}

/** The same contract with another answer is something else: what was refused may be accepted later. */
function keyOf({ offer, isAgreed }: NamedDeal): string {
  return JSON.stringify([offer, isAgreed]);
}
