import type { ChapterProps } from './chapters.ts';
import { DecisionWays } from './decision-ways.tsx';
import { EndingCards } from './ending-cards.tsx';
import { RunTree } from './run-tree.tsx';

/** Back to any decision, where other ways tend to lead, and what has been found and played so far. */
export function WhatIfChapter({ debrief: { whatIf } }: ChapterProps) {
  return (
    <>
      <DecisionWays whatIf={whatIf} />
      <EndingCards endings={whatIf.endings} />
      <RunTree whatIf={whatIf} />
    </>
  );
}
