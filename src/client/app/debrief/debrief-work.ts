import { loadRetest } from '../../../core/quiz/index.ts';
import { loadDebriefView, type PresentDebrief } from '../../../core/view-model/index.ts';
import { createDebriefDesk, type DebriefDesk, type DebriefDeskOptions } from './debrief-desk.ts';

// Loaded when a run is over: nothing of it is needed before.

/** What turns the findings of the worker into what the page shows, and does what the player asks for there. */
export interface DebriefWork {
  readonly present: PresentDebrief;
  createDesk(options: DebriefDeskOptions): DebriefDesk;
}

export async function loadDebriefWork(): Promise<DebriefWork> {
  const [present, codes] = await Promise.all([loadDebriefView(), loadRetest()]);
  return { present, createDesk: (options) => createDebriefDesk(options, codes) };
}
