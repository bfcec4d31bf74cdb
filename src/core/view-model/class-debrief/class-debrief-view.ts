import { type ClassSummary, type SummaryVote, tallyOf } from '../../classroom/index.ts';
import type { ClassCloud, ClassDeal } from '../../debrief/index.ts';
import type { Scenario, ScenarioTexts } from '../../scenario/index.ts';
import { letterOf } from '../classroom/class-view.ts';
import { linesOf, presentCloud } from '../debrief/deals-view.ts';
import type { DealCloudView, NamedDealView } from '../debrief/debrief-types.ts';
import { presentRunTree, presentStep } from '../debrief/what-if-view.ts';
import { partyName } from '../party-view.ts';
import { plainText } from '../prose.ts';
import type {
  ClassDealsView,
  ClassDebriefView,
  ClassGainView,
  ClassTableView,
  ClassVoteResultView,
  CountedView,
} from './class-debrief-types.ts';
import { addCertainty, presentClassQuestion } from './class-questions-view.ts';

/** Fewer say nothing, and above this share there is little left to gain (Hake 1998, Brogt 2007). */
const FEW = 8;
const HIGH = 0.8;
const PROMPTS = 3;

/** How far the contracts are worked out beside the page. */
export type ClassWorking =
  | { readonly state: 'working' | 'failed' }
  | { readonly state: 'ready'; readonly clouds: readonly ClassCloud[] };

/** The contracts of a class: of its runs first, then of its negotiating tables. */
export function classDeals({ paths, tables }: ClassSummary): readonly ClassDeal[] {
  return [
    ...paths.flatMap(({ deal }) => deal ?? []),
    ...tables.flatMap(({ state, track, phase, offer }) =>
      state === 'signed' && offer ? [{ track, phase, offer }] : [],
    ),
  ];
}

/** What a class has done, in words. */
export function presentClassDebrief(
  scenario: Scenario,
  texts: ScenarioTexts,
  { summary, working }: { readonly summary: ClassSummary; readonly working: ClassWorking },
): ClassDebriefView {
  const { seats, paths, votes, gain } = summary;
  const present = { scenario, texts };
  const questions = summary.questions.flatMap((question) => presentClassQuestion(scenario, texts, question));
  const certainty = addCertainty(questions.flatMap(({ certainty }) => certainty ?? []));
  const over = paths.flatMap(({ ending }) => ending ?? []);
  const endingTitle = (id: string) => texts.endings.endings[id]?.title ?? id;
  const runs = paths.map(({ kind, steps, ending }) => ({
    decisions: steps,
    ...(ending === undefined ? {} : { ending }),
    isThis: kind === 'class',
  }));
  return {
    ...(seats === undefined ? {} : { seats }),
    runs: paths.length,
    ...(runs.length > 0 ? { tree: presentRunTree(present, runs) } : {}),
    paths: paths.map(({ kind, steps, ending }, index) => ({
      number: index + 1,
      isOfClass: kind === 'class',
      ...(ending === undefined ? {} : { ending: endingTitle(ending) }),
      steps: steps.map((step) => presentStep(present, step)),
    })),
    endings: countedBy(over, paths.length, endingTitle),
    open: paths.length - over.length,
    possibleEndings: scenario.endings.length,
    deals: presentClassDeals(scenario, texts, working),
    votes: votes.flatMap((vote) => presentVote(texts, vote)),
    questions,
    ...(certainty ? { certainty } : {}),
    ...(gain ? { gain: presentGain(gain) } : {}),
    tables: summary.tables.map(
      ({ track, phase, state, rounds, offer }, index): ClassTableView => ({
        number: index + 1,
        track: texts.model.tracks[track] ?? track,
        phase: texts.model.phases[phase] ?? phase,
        state,
        rounds,
        lines: offer ? linesOf(present, offer) : [],
      }),
    ),
    prompts: texts.endings.reflection.slice(0, PROMPTS),
  };
}

function presentVote(
  texts: ScenarioTexts,
  { place, counts, choice, reasons }: SummaryVote,
): readonly ClassVoteResultView[] {
  if (place.kind !== 'choice') return [];
  const words = texts.scenes[place.scene];
  const { total, shares } = tallyOf(counts);
  const given = tallyOf(reasons);
  return [
    {
      key: `${place.decision} ${place.scene}`,
      number: place.decision + 1,
      title: words?.title ?? place.scene,
      total,
      options: Object.entries(counts).map(([id, count], index) => ({
        id,
        letter: letterOf(index),
        label: plainText(words?.choices[id]?.label ?? id),
        count,
        percent: percentOf(shares[id]),
        isTaken: id === choice,
      })),
      reasons: Object.entries(reasons)
        .map(([id, count]) => ({ id, count, percent: percentOf(given.shares[id]) }))
        .toSorted((a, b) => b.count - a.count),
    },
  ];
}

function presentGain({ n, before, after, gain }: NonNullable<ClassSummary['gain']>): ClassGainView {
  return {
    n,
    before: percentOf(before),
    after: percentOf(after),
    ...(gain === undefined ? {} : { gain }),
    isSmall: n < FEW,
    isHigh: before > HIGH,
  };
}

function presentClassDeals(scenario: Scenario, texts: ScenarioTexts, working: ClassWorking): ClassDealsView {
  if (working.state !== 'ready') return { state: working.state };
  const present = { scenario, texts };
  const { model, manifest } = scenario;
  const ratifiers = model.preferences.filter(({ role }) => role === 'ratifier').map(({ party }) => party);
  const clouds = working.clouds.map(({ cloud, deals }): DealCloudView => {
    const view = presentCloud(present, cloud, [manifest.player, ...ratifiers.slice(0, 2)]);
    const named = deals
      .toSorted((a, b) => b.of.length - a.of.length)
      .map(
        ({ utilities, isAgreed, refusedBy, offer, phase, of }, index): NamedDealView => ({
          id: `class-${index}`,
          kind: 'reference',
          // How many have signed it: the page says it in words.
          name: String(of.length),
          ...dateOf(scenario, phase),
          values: view.axes.map(({ party }) => utilities[party] ?? 0),
          isAgreed,
          refusedBy: refusedBy.map((party) => partyName(present, party)),
          lines: linesOf(present, offer),
          changes: [],
        }),
      );
    const ofCase = view.named.map((deal): NamedDealView => ({ ...deal, kind: 'final' }));
    return { ...view, isOwn: true, named: [...named, ...ofCase] };
  });
  return { state: 'ready', clouds };
}

function dateOf({ model }: Scenario, phase: string): Pick<NamedDealView, 'date'> {
  const date = model.phases.find(({ id }) => id === phase)?.date;
  return date === undefined ? {} : { date };
}

/** Percent of `all`, which may be more than those that are counted. */
function countedBy(
  ids: readonly string[],
  all: number,
  labelOf: (id: string) => string,
): readonly CountedView[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, some], [, other]) => other - some);
  return sorted.map(([id, count]) => ({ id, label: labelOf(id), count, percent: percentOf(count / all) }));
}

function percentOf(share = 0): number {
  return Math.round(share * 100);
}
