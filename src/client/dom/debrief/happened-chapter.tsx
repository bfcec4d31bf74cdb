import { PathTable } from '../screens/path-table.tsx';
import type { ChapterProps } from './chapters.ts';
import { ClassVotes } from './class-votes.tsx';
import { Gauges } from './gauges.tsx';
import { TurningPoints } from './turning-points.tsx';
import { Working } from './working.tsx';

/** The run decision by decision beside history, and what its outcome hung on. */
export function HappenedChapter({ debrief }: ChapterProps) {
  const { work } = debrief;
  return (
    <>
      {work.state === 'ready' ? <TurningPoints causes={work.causes} /> : <Working debrief={debrief} />}
      <ClassVotes votes={debrief.classVotes} />
      <Gauges gauges={debrief.gauges} />
      <PathTable path={debrief.path} />
    </>
  );
}
