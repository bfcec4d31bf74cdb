import { useEffect, useState } from 'preact/hooks';
import type { ClassDebriefView, ClassTakeIntent } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';
import { LoadFailed } from '../parts/load-failed.tsx';
import { loadMissingStyles } from '../parts/missing-styles.ts';

type Pages = typeof import('./class-debrief-pages.ts');
let fetched: Pages | undefined;

/** Fetches its pages, or brings those that are there. */
export async function fetchClassDebrief(): Promise<Pages> {
  await loadMissingStyles();
  fetched ??= await import('./class-debrief-pages.ts');
  return fetched;
}

interface LateDebriefProps {
  /** Missing while it is on the way. */
  readonly debrief: ClassDebriefView | undefined;
  readonly take?: ClassTakeIntent['type'] | undefined;
}

/** The debrief of the class inside another page; its charts are fetched on the way. */
export function LateClassDebrief({ debrief, take }: LateDebriefProps) {
  const t = useWords();
  const [pages, setPages] = useState<Pages | 'failed' | undefined>(() => fetched);
  useEffect(() => {
    if (pages !== undefined) return;
    fetchClassDebrief().then(
      (all) => setPages(() => all),
      () => setPages('failed'),
    );
  }, [pages]);
  if (pages === 'failed') return <LoadFailed onRetry={() => setPages(undefined)} />;
  if (!pages || !debrief) return <p role="status">{t('app.loading')}</p>;
  return <pages.ClassDebrief debrief={debrief} take={take} />;
}
