import { retraceRun } from '../../../core/debrief/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import { type Frame, parseSave } from '../../../core/session/index.ts';
import type { TreeRun, WhatIfKnown } from '../../../core/view-model/index.ts';
import type { OpenRun } from '../game-state.ts';
import { readSavedRun, savedAtOf } from '../saved-runs.ts';
import type { DebriefDeskOptions } from './debrief-desk.ts';
import { loadOutlook } from './load-outlook.ts';

/** Finds out how other ways tend to end, which endings this device has seen, and how its other runs went. */
export interface WhatIfDesk {
  /** The same object as long as nothing new is known. */
  known(run: OpenRun): WhatIfKnown;
}

/** Each run is walked again to be read: more would take long, and no tree of them could be taken in. */
const MAX_RUNS = 20;

const NOTHING: WhatIfKnown = { outlook: 'loading', found: [], runs: undefined, hasMoreRuns: false };

export function createWhatIfDesk({
  scenario,
  ports,
  update,
  fromStore,
  reportOnce,
}: DebriefDeskOptions): WhatIfDesk {
  const { id } = scenario.manifest;
  let outlook: WhatIfKnown['outlook'] = 'loading';
  /** Another run, or another end, has another last frame. */
  let last: { readonly end: Frame; known: WhatIfKnown } | undefined;

  const begin = (run: OpenRun, end: Frame): NonNullable<typeof last> => {
    const begun = { end, known: { ...NOTHING, outlook } };
    const isWanted = () => last === begun;
    const learn = (news: Partial<WhatIfKnown>): void => {
      begun.known = { ...begun.known, ...news };
      if (isWanted()) update();
    };
    if (typeof outlook === 'string')
      void loadOutlook(scenario).then((loaded) => {
        // What cannot be had now may be there with the next run.
        outlook = loaded.ok ? loaded.value : 'missing';
        learn({ outlook });
      });
    void readOthers(run, isWanted).then(learn);
    return begun;
  };

  const readOthers = async (own: OpenRun, isWanted: () => boolean): Promise<Partial<WhatIfKnown>> => {
    const listed = await fromStore(ports.store.list());
    if (!listed.ok) reportOnce(listed.problems);
    const others = (listed.ok ? listed.value : [])
      .filter((stored) => stored.id !== own.id)
      .toSorted((a, b) => savedAtOf(b).localeCompare(savedAtOf(a)));
    const { endingId } = own.session.frame().context;
    const seen = new Set(endingId === undefined ? [] : [endingId]);
    const runs: TreeRun[] = [];
    let hasMoreRuns = false;
    for (const stored of others) {
      // Clicks and keys come first.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!isWanted()) return {};
      const { record, problem } = readSavedRun({ scenario, scenarios: [] }, stored);
      if (problem) continue;
      if (record.summary?.ending !== undefined) seen.add(record.summary.ending);
      if (runs.length === MAX_RUNS) {
        hasMoreRuns = true;
        continue;
      }
      const run = retrace(scenario, record.save);
      if (run) runs.push(run);
    }
    const kept = await fromStore(
      ports.store.updateMemory('collection', id, (stored) => [
        ...new Set([...parseCollection(stored), ...seen]),
      ]),
    );
    if (!kept.ok) reportOnce(kept.problems);
    return { found: kept.ok ? kept.value : [...seen], runs, hasMoreRuns };
  };

  return {
    known: (run) => {
      const end = run.session.frame();
      if (last?.end !== end) last = begin(run, end);
      return last.known;
    },
  };
}

/**
 * The decisions of a stored run, walked again step by step: opened as a session it would cost the page some ten
 * times as much. Undefined when its log is not possible with the rules of today.
 */
function retrace(scenario: Scenario, value: unknown): TreeRun | undefined {
  const save = parseSave(value);
  if (!save.ok) return undefined;
  const { seed, tier, events: log } = save.value;
  try {
    const { decisions, end } = retraceRun(scenario, { seed, tier, log });
    const ending = end.story === 'ended' ? end.context.endingId : undefined;
    return { decisions, ...(ending === undefined ? {} : { ending }) };
  } catch {
    return undefined;
  }
}

/** Ids of endings as they lie in the store; what is no id is left out. */
function parseCollection(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : [];
}
