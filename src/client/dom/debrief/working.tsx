import { useWords } from '../parts/env.ts';
import type { ChapterProps } from './chapters.ts';

/** Stands where findings will be: how far the work is, or that it failed. */
export function Working({ debrief: { work } }: Pick<ChapterProps, 'debrief'>) {
  const t = useWords();
  if (work.state === 'failed') return <p role="alert">{t('debrief.failed')}</p>;
  const share = work.state === 'working' ? work.share : 1;
  return (
    <p class="debrief__working" role="status">
      <label>
        {t('debrief.working')} <progress max={1} value={share} />
      </label>
    </p>
  );
}
