import { EMPTY_DIARY } from '../../src/core/quiz/index.ts';
import type { DebriefKnown } from '../../src/core/view-model/index.ts';

/** A device that remembers nothing beside the run. */
export const NOTHING_KNOWN: DebriefKnown = {
  diary: EMPTY_DIARY,
  today: '',
  notes: { run: '', notes: {}, state: 'ready' },
  whatIf: { outlook: 'missing', found: [], runs: [], hasMoreRuns: false },
  taken: {},
  votes: [],
};
