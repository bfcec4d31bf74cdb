import {
  type ClassCloud,
  type ClassDeal,
  type Debrief,
  type RunRecord,
  workOutClassDeals,
  workOutDebrief,
} from '../../../core/debrief/index.ts';
import {
  type AgreementSearch,
  type Circumstances,
  countOverlap,
  dealSpace,
  type NegotiationModel,
  type Offer,
  type Overlap,
  searchAgreement,
} from '../../../core/model/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';

// What takes a while: every contract of a table is made and judged, a run is played again. The same code runs in the worker,
// and in the page where there is no worker.

/** How the win-sets overlap, once for each of the circumstances. */
export interface OverlapQuestion {
  readonly kind: 'overlap';
  readonly track: string;
  readonly tier: string;
  readonly circumstances: readonly Circumstances[];
}

/** The nearest contract that everyone accepts, or who stands in the way. */
export interface NearestQuestion {
  readonly kind: 'nearest';
  readonly track: string;
  readonly tier: string;
  readonly circumstances: Circumstances;
  readonly offer: Offer;
  readonly player: string;
}

/** What a run that is over came to and why. */
export interface DebriefQuestion {
  readonly kind: 'debrief';
  readonly run: RunRecord;
}

/** The contracts of a class among all that are possible. */
export interface ClassDealsQuestion {
  readonly kind: 'class-deals';
  readonly tier: string;
  readonly deals: readonly ClassDeal[];
}

export type Question = OverlapQuestion | NearestQuestion | DebriefQuestion | ClassDealsQuestion;
export type Answer =
  | { readonly kind: 'overlap'; readonly overlaps: readonly Overlap[] }
  | { readonly kind: 'nearest'; readonly search: AgreementSearch }
  | { readonly kind: 'debrief'; readonly debrief: Debrief }
  | { readonly kind: 'class-deals'; readonly clouds: readonly ClassCloud[] };

/** Answers in steps: each one yields how much is done, 0 to 1. Throws on an unknown table or level. */
export type Work = (question: Question) => Generator<number, Answer, void>;

export function createWork(scenario: Scenario): Work {
  const { model } = scenario;
  return function* work(question) {
    yield 0;
    if (question.kind === 'debrief')
      return { kind: 'debrief', debrief: yield* workOutDebrief(scenario, question.run) };
    if (question.kind === 'class-deals') {
      const clouds = yield* workOutClassDeals(scenario, question.tier, question.deals);
      return { kind: 'class-deals', clouds };
    }
    const space = dealSpace(model, question.track, tierOf(model, question.tier));
    switch (question.kind) {
      case 'overlap': {
        const overlaps: Overlap[] = [];
        for (const circumstances of question.circumstances) {
          yield (1 + overlaps.length) / (1 + question.circumstances.length);
          overlaps.push(countOverlap(space, circumstances));
        }
        return { kind: 'overlap', overlaps };
      }
      case 'nearest': {
        yield 0.5;
        const { offer, player, circumstances } = question;
        const { issues } = tierOf(model, question.tier);
        return { kind: 'nearest', search: searchAgreement(space, circumstances, { offer, issues, player }) };
      }
    }
  };
}

function tierOf(model: NegotiationModel, id: string): NegotiationModel['tiers'][number] {
  const tier = model.tiers.find((candidate) => candidate.id === id);
  if (!tier) throw new Error(`the model knows no tier "${id}"`);
  return tier;
}
