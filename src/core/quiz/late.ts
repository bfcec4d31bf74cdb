// What the quiz needs only when something was answered: a bundle of its own for each.

/** What says when an item comes back, with the library that reckons it. */
export const loadSpacing = async () => (await import('./spacing.ts')).meetItem;

/** What reads and writes the code for a test after a week. */
export const loadRetest = async () => {
  const { readRetest, retestOf } = await import('./retest-code.ts');
  return { readRetest, retestOf };
};
