import { useWords } from '../parts/env.ts';
import type { ChapterProps } from './chapters.ts';
import { Contracts } from './contracts.tsx';
import { Moments } from './moments.tsx';
import { Working } from './working.tsx';

/** The contracts of the run: who would have said yes, when, and what plan B was worth. */
export function WhyChapter({ debrief }: ChapterProps) {
  const t = useWords();
  const { work } = debrief;
  if (work.state !== 'ready') return <Working debrief={debrief} />;
  const { deals } = work;
  if (!deals) return <p>{t('debrief.noModel')}</p>;
  return (
    <>
      <p>{t('debrief.why.lead')}</p>
      {deals.clouds.map((cloud) => (
        <Contracts key={cloud.track} cloud={cloud} />
      ))}
      <Moments deals={deals} />
    </>
  );
}
