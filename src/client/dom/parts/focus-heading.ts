/** Moves the focus to the heading of what is new, or to the page where there is none; says where it went. */
export function focusHeading(): HTMLElement | null {
  const main = document.getElementById('main');
  const target =
    main?.querySelector<HTMLElement>('[data-heading="later"]') ??
    document.querySelector<HTMLElement>('[data-heading]') ??
    main;
  target?.focus({ preventScroll: target.dataset.heading !== 'later' });
  return target;
}
