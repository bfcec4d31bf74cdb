import { loadDebriefView, type PresentDebrief } from '../../../core/view-model/index.ts';
import { createDebriefDesk } from './debrief-desk.ts';

// Loaded when a run is over: nothing of it is needed before.

/** What turns the findings of the worker into what the page shows, and does what the player asks for there. */
export interface DebriefWork {
  readonly present: PresentDebrief;
  readonly createDesk: typeof createDebriefDesk;
}

export async function loadDebriefWork(): Promise<DebriefWork> {
  const { presentDebrief } = await loadDebriefView();
  return { present: presentDebrief, createDesk: createDebriefDesk };
}
