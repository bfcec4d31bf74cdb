import { ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { Timeline } from '../screens/reports.tsx';
import type { ChapterProps } from './chapters.ts';
import { Comparisons } from './comparisons.tsx';
import { LaterDeal } from './later-deal.tsx';

/** What really happened, as far as the sources reach, and what had changed by then. */
export function RealityChapter({ debrief }: ChapterProps) {
  const { reality, aftermath, later, footnotes } = debrief.reality;
  return (
    <>
      <p class="debrief__reality">
        <ProseText prose={reality} />
      </p>
      <Timeline events={aftermath} />
      {later && (
        <>
          <Comparisons later={later} />
          <LaterDeal deal={later.deal} />
        </>
      )}
      <Footnotes facts={footnotes} />
    </>
  );
}
