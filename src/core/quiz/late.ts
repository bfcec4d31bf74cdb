// What the quiz needs only when something was answered: a bundle of its own for each.

/** When an item comes back, with the library that reckons it. */
export const loadSpacing = () => import('./spacing.ts');

/** The code for a test after a week. */
export const loadRetest = () => import('./retest-code.ts');
