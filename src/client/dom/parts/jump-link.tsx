import type { ComponentChildren } from 'preact';

interface JumpLinkProps {
  /** Id of the element that gets the focus. */
  readonly to: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link within the page that leaves the address and the history alone: those belong to the app. */
export function JumpLink({ to, class: className, children }: JumpLinkProps) {
  return (
    <a
      href={`#${to}`}
      class={className}
      onClick={(event) => {
        event.preventDefault();
        const target = document.getElementById(to);
        target?.focus();
        target?.scrollIntoView({ block: 'start' });
      }}
    >
      {children}
    </a>
  );
}
