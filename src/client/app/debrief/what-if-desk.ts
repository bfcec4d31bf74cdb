import { openSave } from '../../../core/session/index.ts';
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

/** Each run is played again to be read: more would take long, and no tree of them could be taken in. */
const MAX_RUNS = 20;

const NOTHING: WhatIfKnown = { outlook: 'loading', found: [], runs: undefined };

export function createWhatIfDesk({
  scenario,
  ports,
  update,
  fromStore,
  reportOnce,
}: DebriefDeskOptions): WhatIfDesk {
  const { id } = scenario.manifest;
  let outlook: WhatIfKnown['outlook'] = 'loading';
  let last: { readonly run: OpenRun['session']; readonly end: unknown; known: WhatIfKnown } | undefined;

  const begin = (run: OpenRun, end: unknown): NonNullable<typeof last> => {
    const begun = { run: run.session, end, known: { ...NOTHING, outlook } };
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

  const readOthers = async (run: OpenRun, isWanted: () => boolean): Promise<Partial<WhatIfKnown>> => {
    const listed = await fromStore(ports.store.list());
    if (!listed.ok) reportOnce(listed.problems);
    const others = (listed.ok ? listed.value : [])
      .filter((stored) => stored.id !== run.id)
      .toSorted((a, b) => savedAtOf(b).localeCompare(savedAtOf(a)));
    const own = run.session.frame().context.endingId;
    const seen = new Set(own === undefined ? [] : [own]);
    const runs: TreeRun[] = [];
    for (const stored of others) {
      // Clicks and keys come first.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!isWanted()) return {};
      const { record, problem } = readSavedRun({ scenario, scenarios: [] }, stored);
      if (problem) continue;
      if (record.summary?.ending !== undefined) seen.add(record.summary.ending);
      const opened = runs.length < MAX_RUNS ? openRun(record.save) : undefined;
      if (opened) runs.push(opened);
    }
    const kept = await fromStore(
      ports.store.updateMemory('collection', id, (stored) => [
        ...new Set([...parseCollection(stored), ...seen]),
      ]),
    );
    if (!kept.ok) reportOnce(kept.problems);
    return { found: kept.ok ? kept.value : [...seen], runs };
  };

  const openRun = (save: unknown): TreeRun | undefined => {
    const opened = openSave(scenario, save);
    if (!opened.ok) return undefined;
    const { context, story } = opened.value.frame();
    const decisions = opened.value.decisions();
    if (decisions.length === 0) return undefined;
    return {
      decisions,
      ...(story === 'ended' && context.endingId !== undefined ? { ending: context.endingId } : {}),
    };
  };

  return {
    known: (run) => {
      const end = run.session.frame();
      if (last?.run !== run.session || last.end !== end) last = begin(run, end);
      return last.known;
    },
  };
}

/** Ids of endings as they lie in the store; what is no id is left out. */
function parseCollection(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : [];
}
