/** What presents the debrief of a class: a bundle of its own, since nobody needs it before there is one. */
export const loadClassDebriefView = async () => {
  const { classDeals, presentClassDebrief } = await import('./class-debrief-view.ts');
  return { classDeals, presentClassDebrief };
};
