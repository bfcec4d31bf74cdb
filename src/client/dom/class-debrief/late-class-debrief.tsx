import { useEffect, useState } from 'preact/hooks';
import { useDom, useWords } from '../parts/env.ts';
import { LoadFailed } from '../parts/load-failed.tsx';
import { loadMissingStyles } from '../parts/missing-styles.ts';

type Pages = typeof import('./class-debrief-pages.ts');
let fetched: Pages | undefined;

/** The debrief of the class inside another page; its charts are fetched on the way. */
export function LateClassDebrief({ canTake }: { readonly canTake: boolean }) {
  const { view } = useDom();
  const t = useWords();
  const [pages, setPages] = useState<Pages | 'failed' | undefined>(() => fetched);
  const debrief = view.live?.debrief;
  useEffect(() => {
    if (pages !== undefined) return;
    const fetch = async () => {
      await loadMissingStyles();
      fetched = await import('./class-debrief-pages.ts');
      return fetched;
    };
    fetch().then(
      (all) => setPages(() => all),
      () => setPages('failed'),
    );
  }, [pages]);
  if (pages === 'failed') return <LoadFailed onRetry={() => setPages(undefined)} />;
  if (!pages || !debrief) return <p role="status">{t('live.debrief.loading')}</p>;
  return <pages.ClassDebrief debrief={debrief} canTake={canTake} />;
}
