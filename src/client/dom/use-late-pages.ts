import { useEffect, useState } from 'preact/hooks';
import type { Screen } from '../../core/view-model/index.ts';

export type LatePages = Pick<typeof import('./late-pages.ts'), 'EndingScreen' | 'QuizScreen' | 'RoundScreen'>;

const LATE_SCREENS: ReadonlySet<Screen> = new Set(['quiz', 'ending']);

export function isLate(screen: Screen): boolean {
  return LATE_SCREENS.has(screen);
}

/** Pages that come later in a run, once their code is there; `failed` when it cannot be had. */
export function useLatePages(screen: Screen): LatePages | 'failed' | undefined {
  const [pages, setPages] = useState<LatePages | 'failed'>();
  // A scene may be followed by a question or by an ending: then it is there already.
  const isNear = isLate(screen) || screen === 'play' || screen === 'table';
  useEffect(() => {
    if (!isNear || typeof pages === 'object') return;
    let isWanted = true;
    import('./late-pages.ts').then(
      (loaded) => isWanted && setPages(loaded),
      () => isWanted && setPages('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [isNear, screen]);
  return pages;
}
