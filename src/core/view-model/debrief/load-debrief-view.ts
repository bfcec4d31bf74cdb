/** What presents a debrief: a bundle of its own, since nobody needs it before a run is over. */
export const loadDebriefView = async () => (await import('./debrief-view.ts')).presentDebrief;
