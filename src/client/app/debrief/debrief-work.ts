import { presentDebrief } from '../../../core/view-model/index.ts';

// Loaded when a run is over: nothing of it is needed before.

/** What turns the findings of the worker into what the page shows. */
export interface DebriefWork {
  readonly present: typeof presentDebrief;
}

export const debriefWork: DebriefWork = { present: presentDebrief };
