import type { ComponentChildren } from 'preact';
import { useWords } from '../parts/env.ts';

interface CountRowProps {
  readonly count: number;
  /** 0..100 */
  readonly percent: number;
  /** The bar has a pattern of its own: what is right, what the class took. */
  readonly mark?: 'good' | 'bad' | undefined;
  readonly children: ComponentChildren;
}

/** A row of a list: words, a bar for the eye, and the same as numbers. */
export function CountRow({ count, percent, mark, children }: CountRowProps) {
  const t = useWords();
  return (
    <li class="count-row">
      <span class="count-row__words">{children}</span>
      <span class="count-row__bar" data-mark={mark} aria-hidden="true">
        <i style={{ inlineSize: `${percent}%` }} />
      </span>
      <span class="count-row__count">{t('class-debrief.count', { count, percent })}</span>
    </li>
  );
}
