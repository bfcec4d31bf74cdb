import type { DealCloud, DealPoint, DealsReview, NamedDeal } from '../../debrief/index.ts';
import type { PartyId } from '../../domain/index.ts';
import type { Offer } from '../../model/index.ts';
import { partyName } from '../party-view.ts';
import type { Presenting } from '../run-history.ts';
import type {
  ContractPointView,
  DealCloudView,
  DealPointView,
  DealsView,
  NamedDealView,
} from './debrief-types.ts';

/** What contracts are worded with. */
export type DealWords = Pick<Presenting, 'scenario' | 'texts'>;

/** Undefined where the model knows no contracts. */
export function presentDeals(present: Presenting, review: DealsReview): DealsView | undefined {
  const { texts } = present;
  const { clouds, zones, player, ratifiers } = review;
  if (clouds.length === 0 && zones.length === 0) return undefined;
  const phaseName = (phase: string) => texts.model.phases[phase] ?? phase;
  const tracks = [...new Set(zones.flatMap((zone) => Object.keys(zone.zones)))];
  return {
    clouds: clouds.map((cloud) => presentCloud(present, cloud, [player, ...ratifiers.slice(0, 2)])),
    zones: tracks.map((track) => ({
      track,
      name: texts.model.tracks[track] ?? track,
      points: zones.map(({ date, phase, zones: counts }) => {
        const { agreed = 0, valid = 0 } = counts[track] ?? {};
        return {
          date,
          phase: phaseName(phase),
          agreed,
          perThousand: valid === 0 ? 0 : (agreed / valid) * 1000,
        };
      }),
    })),
    planB: zones.map(({ date, phase, planB, contract }) => ({
      date,
      phase: phaseName(phase),
      value: planB,
      ...(contract === undefined ? {} : { contract }),
    })),
  };
}

/** `first`: the parties whose axes come first. */
export function presentCloud(present: DealWords, cloud: DealCloud, first: readonly PartyId[]): DealCloudView {
  const { scenario, texts } = present;
  const axes = [...new Set([...first, ...cloud.parties])].filter((party) => cloud.parties.includes(party));
  const pointOf = ({ utilities, isAgreed }: DealPoint): DealPointView => ({
    values: axes.map((party) => utilities[party] ?? 0),
    isAgreed,
  });
  return {
    track: cloud.track,
    name: texts.model.tracks[cloud.track] ?? cloud.track,
    date: cloud.date,
    phase: texts.model.phases[cloud.phase] ?? cloud.phase,
    isOwn: cloud.isOwn,
    valid: cloud.valid,
    agreed: cloud.agreed,
    axes: axes.map((party) => {
      const threshold = cloud.thresholds[party];
      const { emblem = '', color = '' } = scenario.parties.find(({ id }) => id === party) ?? {};
      return {
        party,
        name: partyName(present, party),
        emblem,
        color,
        ...(threshold === undefined ? {} : { threshold }),
      };
    }),
    planes: cloud.frontiers.map(({ x, y, points }) => ({
      x: axes.indexOf(x),
      y: axes.indexOf(y),
      frontier: points.map((point, index) => ({
        id: `frontier-${index}`,
        ...pointOf(point),
        lines: linesOf(present, point.offer),
      })),
    })),
    sample: cloud.sample.map(pointOf),
    named: cloud.named.map((deal, index) => ({
      ...pointOf(deal),
      ...presentNamed(present, deal, `${deal.kind}-${index}`),
    })),
  };
}

function presentNamed(
  present: DealWords,
  deal: NamedDeal,
  id: string,
): Omit<NamedDealView, keyof DealPointView> {
  const { texts } = present;
  const lines = linesOf(present, deal.offer);
  const namesOf = (parties: readonly PartyId[]) => parties.map((party) => partyName(present, party));
  const before = deal.from ? linesOf(present, deal.from) : [];
  return {
    id,
    kind: deal.kind,
    name: deal.ref === undefined ? '' : (texts.model.references[deal.ref] ?? deal.ref),
    ...(deal.date === undefined ? {} : { date: deal.date }),
    refusedBy: namesOf(deal.refusedBy ?? []),
    ...(deal.atEnd ? { atEnd: { date: deal.atEnd.date, refusedBy: namesOf(deal.atEnd.refusedBy) } } : {}),
    lines,
    changes: before.flatMap(({ issue, value: from }) => {
      const to = lines.find((line) => line.issue === issue)?.value;
      return to === undefined || to === from ? [] : [{ issue, from, to }];
    }),
  };
}

/** A contract in words. */
export function linesOf({ scenario, texts }: DealWords, offer: Offer): ContractPointView['lines'] {
  return scenario.model.issues.flatMap(({ id: issue }) => {
    const option = offer[issue];
    const words = texts.model.issues[issue];
    return option === undefined
      ? []
      : [{ issue: words?.name ?? issue, value: words?.options[option] ?? option }];
  });
}
