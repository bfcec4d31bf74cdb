import type { EndingView } from '../../../core/view-model/index.ts';
import { AfterPaint } from '../parts/after-paint.tsx';
import { useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';
import { PathTable } from '../screens/path-table.tsx';
import type { ChapterProps } from './chapters.ts';
import { ClassVotes } from './class-votes.tsx';
import { Gauges } from './gauges.tsx';
import { TurningPoints } from './turning-points.tsx';
import { Working } from './working.tsx';

/** The run decision by decision beside history, and what its result hung on. */
export function HappenedChapter({ debrief, play }: ChapterProps) {
  const { work } = debrief;
  return (
    <>
      {play.ending && <Opening ending={play.ending} />}
      {work.state === 'ready' ? <TurningPoints causes={work.causes} /> : <Working debrief={debrief} />}
      <AfterPaint>
        <ClassVotes votes={debrief.classVotes} />
        <Gauges gauges={debrief.gauges} />
        <PathTable path={debrief.path} />
      </AfterPaint>
    </>
  );
}

/** How the run ended, in short. */
function Opening({ ending: { story, isHistory } }: { readonly ending: EndingView }) {
  const t = useWords();
  return (
    <div class="debrief__opening">
      <p class="debrief__story">
        <ProseText prose={story} />
      </p>
      {isHistory && (
        <p class="stamp stamp--mixed">
          {t('ending.stamp', { isHistory: 'yes' })}
          <small>{t('ending.stamp.note', { isHistory: 'yes' })}</small>
        </p>
      )}
    </div>
  );
}
