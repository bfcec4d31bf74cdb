import type { ComponentChildren } from 'preact';

/** Holds a table with many columns: on a narrow page it scrolls in here, also with the keyboard. */
export function TableBox({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be scrollable with the keyboard.
    <section class="table-box" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
