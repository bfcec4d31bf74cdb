import type { DealCloud, DealPoint, DealsReview, NamedDeal } from '../../debrief/index.ts';
import type { PartyId } from '../../domain/index.ts';
import { partyName } from '../party-view.ts';
import type { Presenting } from '../run-history.ts';
import type { DealCloudView, DealPointView, DealsView, NamedDealView } from './debrief-types.ts';

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

function presentCloud(present: Presenting, cloud: DealCloud, axes: readonly PartyId[]): DealCloudView {
  const { texts } = present;
  const pointOf = ({ utilities, isAgreed }: DealPoint): DealPointView => ({
    values: axes.map((party) => utilities[party] ?? 0),
    isAgreed,
  });
  return {
    track: cloud.track,
    name: texts.model.tracks[cloud.track] ?? cloud.track,
    phase: texts.model.phases[cloud.phase] ?? cloud.phase,
    valid: cloud.valid,
    agreed: cloud.agreed,
    axes: axes.map((party) => ({ party, name: partyName(present, party), ...thresholdOf(cloud, party) })),
    sample: cloud.sample.map(pointOf),
    frontier: cloud.frontier.map(pointOf),
    named: cloud.named.map((deal, index) => ({
      ...pointOf(deal),
      ...presentNamed(present, deal, `${deal.kind}-${index}`),
    })),
  };
}

function thresholdOf({ thresholds }: DealCloud, party: PartyId): { readonly threshold?: number } {
  const threshold = thresholds[party];
  return threshold === undefined ? {} : { threshold };
}

function presentNamed(
  present: Presenting,
  deal: NamedDeal,
  id: string,
): Omit<NamedDealView, keyof DealPointView> {
  const { scenario, texts } = present;
  return {
    id,
    kind: deal.kind,
    name: deal.ref === undefined ? '' : (texts.model.references[deal.ref] ?? deal.ref),
    ...(deal.date === undefined ? {} : { date: deal.date }),
    refusedBy: (deal.refusedBy ?? []).map((party) => partyName(present, party)),
    lines: scenario.model.issues.flatMap(({ id: issue }) => {
      const option = deal.offer[issue];
      const words = texts.model.issues[issue];
      return option === undefined
        ? []
        : [{ issue: words?.name ?? issue, value: words?.options[option] ?? option }];
    }),
  };
}
