import type { ComponentChildren } from 'preact';
import { useDom } from './env.ts';
import { useFact } from './lookup.ts';

export interface SourceButtonProps {
  readonly id: string;
  /** Number of the footnote, if it has one. */
  readonly number?: number;
  /** Spoken instead of what is seen. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** Opens the source of a fact; nothing where the fact is not known here. */
export function SourceButton({ id, number, label, children }: SourceButtonProps) {
  const { open } = useDom();
  const fact = useFact(id);
  if (!fact) return null;
  return (
    <button
      type="button"
      class="footnote"
      data-action="source"
      data-fact={id}
      aria-haspopup="dialog"
      aria-label={label}
      onClick={() => open({ kind: 'fact', fact, ...(number === undefined ? {} : { number }) })}
    >
      {children}
    </button>
  );
}
