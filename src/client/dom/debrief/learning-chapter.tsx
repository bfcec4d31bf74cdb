import { Footnotes } from '../play/footnotes.tsx';
import type { ChapterProps } from './chapters.ts';
import { LearningMissed } from './learning-missed.tsx';
import { LearningNotebook } from './learning-notebook.tsx';
import { LearningRetest } from './learning-retest.tsx';
import { LearningTests } from './learning-tests.tsx';

/** What the player knows now: both tests compared, what was missed, and a code to ask again after a week. */
export function LearningChapter({ debrief: { learning } }: ChapterProps) {
  return (
    <div class="learn">
      <LearningTests learning={learning} />
      <LearningMissed learning={learning} />
      <LearningNotebook learning={learning} />
      {learning.hasTests && <LearningRetest learning={learning} />}
      <Footnotes facts={learning.footnotes} />
    </div>
  );
}
