import type { Vote } from '../../classroom/index.ts';
import type { Debrief } from '../../debrief/index.ts';
import { gaugeValue } from '../../machine/index.ts';
import type { Ending, Gauge, Scenario } from '../../scenario/index.ts';
import { presentPath } from '../ending-view.ts';
import type { PresentOptions } from '../present.ts';
import { createFootnotes } from '../prose.ts';
import { lastFrame, type Presenting, type RunHistory, textsOf } from '../run-history.ts';
import { presentCauses } from './causes-view.ts';
import { presentClassVotes } from './class-votes-view.ts';
import { presentDeals } from './deals-view.ts';
import type { DebriefView, DebriefWorkView, GaugeLineView } from './debrief-types.ts';
import type { LearningKnown } from './learning-types.ts';
import { presentLearning } from './learning-view.ts';
import { presentReality } from './reality-view.ts';
import type { KnownNotes } from './so-what-types.ts';
import { presentSoWhat } from './so-what-view.ts';
import type { TakeAwayView } from './take-types.ts';
import { presentWhatIf, type WhatIfKnown } from './what-if-view.ts';

/** How far the work beside the page is. */
export type DebriefWorking =
  | { readonly state: 'working'; readonly share: number }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly debrief: Debrief };

/** What this device knows beside the run. */
export interface DebriefKnown extends LearningKnown {
  /** Day on which the diary was last asked, as ISO date; empty before. */
  readonly today: string;
  readonly notes: KnownNotes;
  readonly whatIf: WhatIfKnown;
  /** What was taken along since the run ended. */
  readonly taken: TakeAwayView;
  /** Votes of a class that played the run together. */
  readonly votes: readonly Vote[];
}

export type PresentDebrief = typeof presentDebrief;

/** The debrief of a run, in one language; undefined while the run is not over. */
export function presentDebrief(
  scenario: Scenario,
  run: RunHistory,
  {
    working,
    known,
    ...options
  }: PresentOptions & { readonly working: DebriefWorking; readonly known: DebriefKnown },
): DebriefView | undefined {
  const frame = lastFrame(run);
  const ending = scenario.endings.find(({ id }) => id === frame.context.endingId);
  if (!ending) return undefined;
  const present: Presenting = {
    scenario,
    texts: textsOf(scenario, options.language, options.reading),
    language: options.language,
    tier: options.tier,
    run,
    frame,
    previous: undefined,
    footnotes: createFootnotes(),
  };
  return {
    ending: { id: ending.id, title: present.texts.endings.endings[ending.id]?.title ?? ending.id },
    path: presentPath(present),
    classVotes: presentClassVotes(present, known.votes),
    gauges: scenario.gauges.map((gauge) => presentGaugeLine(present, ending, gauge)),
    reality: presentReality(present, ending),
    work: presentWork(present, working),
    soWhat: presentSoWhat(scenario, present.texts, ending.id, known.notes),
    whatIf: presentWhatIf(present, known.whatIf),
    takeAway: known.taken,
    learning: presentLearning(present, known),
  };
}

function presentWork(present: Presenting, working: DebriefWorking): DebriefWorkView {
  if (working.state !== 'ready') return working;
  const { causes, deals } = working.debrief;
  const dealsView = presentDeals(present, deals);
  return {
    state: 'ready',
    causes: presentCauses(present, causes),
    ...(dealsView ? { deals: dealsView } : {}),
  };
}

/** One value a day, the last of it: what a day brought together. */
function presentGaugeLine({ scenario, texts, run }: Presenting, ending: Ending, gauge: Gauge): GaugeLineView {
  const frames = run.frames();
  const byDate = new Map<string, number>();
  for (const [at, frame] of frames.entries()) {
    const isLast = at === frames.length - 1;
    byDate.set(frame.context.date, gaugeValue(scenario, frame, isLast ? ending : undefined, gauge));
  }
  return {
    id: gauge.id,
    name: texts.endings.gauges[gauge.id]?.name ?? gauge.id,
    icon: gauge.icon,
    points: [...byDate].map(([date, value]) => ({ date, value })),
  };
}
