import { ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import { Timeline } from '../screens/reports.tsx';
import type { ChapterProps } from './chapters.ts';

/** What really happened, to the end of the dossier. */
export function RealityChapter({ play }: ChapterProps) {
  return (
    <>
      {play.ending && (
        <p class="debrief__reality">
          <ProseText prose={play.ending.reality} />
        </p>
      )}
      <Timeline events={play.notebook.aftermath} />
      <Footnotes facts={play.footnotes} />
    </>
  );
}
