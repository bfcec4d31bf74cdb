/** What presents a debrief: a bundle of its own, since nobody needs it before a run is over. */
export const loadDebriefView = () => import('./debrief-view.ts');
