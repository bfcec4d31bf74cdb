/** What presents rounds: a bundle of its own, since nobody needs it before one is opened. */
export const loadRoundView = async () => {
  const { presentRound, presentRoundSetup } = await import('./round-view.ts');
  return { presentRound, presentRoundSetup };
};
