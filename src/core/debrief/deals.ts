import type { IsoDate, PartyId, PhaseId, TrackId } from '../domain/index.ts';
import { circumstancesAt } from '../machine/index.ts';
import type { Offer } from '../model/index.ts';
import { dealCloud, type Proposal } from './deal-cloud.ts';
import type { RetracedRun } from './run-record.ts';
import type { Axes } from './thin-deals.ts';
import { runInPhase, zoneHistory } from './zone-history.ts';

/** A contract and what it is worth to each party of its table, 0..100 points. */
export interface DealPoint {
  readonly offer: Offer;
  readonly utilities: Readonly<Record<PartyId, number>>;
  /** Everyone who had a say at the moment of the cloud accepts it. */
  readonly isAgreed: boolean;
}

/** A contract with a name. */
export interface NamedDeal extends DealPoint {
  /** An offer of the player, the last contract of the run, or a reference of the model (`ref` names it). */
  readonly kind: 'offer' | 'final' | 'reference' | 'nearest';
  readonly ref?: string;
  readonly date?: IsoDate;
  /** Who said no to it, when it was judged. */
  readonly refusedBy?: readonly PartyId[];
  /** Of the last contract: who would say no to it when the run ends; missing where it is carried out or made on that day. */
  readonly atEnd?: { readonly date: IsoDate; readonly refusedBy: readonly PartyId[] };
  /** Of the nearest one: the refused contract from which it was searched. */
  readonly from?: Offer;
}

/** The contracts of which none can be improved for one of two parties without harm to the other. */
export interface Frontier {
  readonly x: PartyId;
  readonly y: PartyId;
  /** By the points of `x`, lowest first. */
  readonly points: readonly DealPoint[];
}

/** The contracts of one table as points. */
export interface DealCloud {
  readonly track: TrackId;
  /** All that are possible, and how many of them everyone accepts. */
  readonly valid: number;
  readonly agreed: number;
  /** Moment by which it is judged. */
  readonly date: IsoDate;
  readonly phase: PhaseId;
  /** The player put a contract on this table. */
  readonly isOwn: boolean;
  readonly parties: readonly PartyId[];
  /** Least points for a yes, by party with a say; missing for who was not asked. */
  readonly thresholds: Readonly<Record<PartyId, number>>;
  /** A sample that keeps the shape of the cloud: at most some 600, the same for the same run. */
  readonly sample: readonly DealPoint[];
  /** Of the two ratifiers first, then of the player with each of them. */
  readonly frontiers: readonly Frontier[];
  readonly named: readonly NamedDeal[];
}

/** How many contracts everyone would have accepted at each moment, and what plan B was worth. */
export interface ZonePoint {
  readonly phase: PhaseId;
  readonly date: IsoDate;
  /** By track: contracts of all `valid` that everyone with a say accepts. */
  readonly zones: Readonly<Record<TrackId, { readonly agreed: number; readonly valid: number }>>;
  /** The player's reservation value, 0..100 points. */
  readonly planB: number;
  /** What the contract that was signed by then is worth to the player; missing without one. */
  readonly contract?: number;
}

export interface DealsReview {
  readonly player: PartyId;
  /** The first ones of the ratifiers, for the two axes. */
  readonly ratifiers: readonly PartyId[];
  /** The table of the last contract comes first. */
  readonly clouds: readonly DealCloud[];
  readonly zones: readonly ZonePoint[];
}

/** Empty for a scenario whose model has no tables. */
export function reviewDeals(run: RetracedRun): DealsReview {
  const { model, manifest } = run.scenario;
  const { player } = manifest;
  const ratifiers = model.preferences.filter(({ role }) => role === 'ratifier').map(({ party }) => party);
  const axes = { player, ratifiers: ratifiers.slice(0, 2) };
  const isEmpty =
    model.tracks.length === 0 ||
    model.phases.length === 0 ||
    !model.preferences.some(({ party }) => party === player);
  if (isEmpty) return { player, ratifiers: axes.ratifiers, clouds: [], zones: [] };
  const proposals = proposalsOf(run);
  const zones = zoneHistory(run);
  const sat = new Set(proposals.map(({ track }) => track).toReversed());
  const clouds = [...sat].map((track) => {
    const own = proposals.filter((proposal) => proposal.track === track);
    const { before } = own.at(-1) ?? { before: run.end };
    const moment = { date: before.context.date, circumstances: circumstancesAt(run.scenario, before) };
    return dealCloud(run, axes, { track, proposals: own, moment });
  });
  const { ratifiers: named } = axes;
  return {
    player,
    ratifiers: named,
    clouds:
      clouds.length > 0 ? clouds : [missedCloud(run, axes, zones)].filter((cloud) => cloud !== undefined),
    zones,
  };
}

/** Of a run without a contract: the table and the moment with the most room for one, the first ones of equals. */
function missedCloud(run: RetracedRun, axes: Axes, zones: readonly ZonePoint[]): DealCloud | undefined {
  const { tracks, phases } = run.scenario.model;
  const played = zones.filter(({ date }) => date <= run.end.context.date);
  const places = (played.length > 0 ? played : zones.slice(0, 1)).flatMap((zone) =>
    tracks.map(({ id: track, buyer }) => {
      const { agreed = 0, valid = 0 } = zone.zones[track] ?? {};
      return { zone, track, hasBuyer: buyer !== undefined, room: agreed / Math.max(1, valid) };
    }),
  );
  const best = places.toSorted((a, b) => b.room - a.room || Number(b.hasBuyer) - Number(a.hasBuyer))[0];
  const phase = phases.find(({ id }) => id === best?.zone.phase);
  if (!best || !phase) return undefined;
  const { circumstances } = runInPhase(run, phase);
  return dealCloud(run, axes, {
    track: best.track,
    proposals: [],
    moment: { date: phase.date, circumstances },
  });
}

/** What the player put on a table or signed, in order. */
function proposalsOf({ record, states }: RetracedRun): readonly Proposal[] {
  return record.log.flatMap((event, at): readonly Proposal[] => {
    const before = states[at];
    const talks = before?.context.talks;
    const isMove =
      event.type === 'table.propose' || event.type === 'table.final' || event.type === 'table.accept';
    if (!before || !talks || !isMove) return [];
    const table = states[at + 1]?.context.table;
    const isLast = states[at + 1]?.context.talks === undefined && table !== undefined && !table.left;
    if (isLast) return [{ track: talks.track, offer: table.offer, before, isLast }];
    return 'offer' in event ? [{ track: talks.track, offer: event.offer, before, isLast }] : [];
  });
}
