// What the quiz needs only when something was answered: a bundle of its own for each.

/** When an item comes back, with the library that reckons it. */
export const loadSpacing = () => import('./spacing.ts');
