import { useEffect, useState } from 'preact/hooks';
import type { Screen } from '../../../core/view-model/index.ts';

export type QuizPages = Pick<typeof import('./quiz-pages.ts'), 'QuizScreen' | 'RoundScreen'>;

/** The code of all quiz pages, once it is there; `failed` when it cannot be had. */
export function useQuizPages(screen: Screen): QuizPages | 'failed' | undefined {
  const [pages, setPages] = useState<QuizPages | 'failed'>();
  // A scene may be followed by a question: then it is there already.
  const isNear = screen === 'quiz' || screen === 'play' || screen === 'ending';
  useEffect(() => {
    if (!isNear || typeof pages === 'object') return;
    let isWanted = true;
    import('./quiz-pages.ts').then(
      (loaded) => isWanted && setPages(loaded),
      () => isWanted && setPages('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [isNear, screen]);
  return pages;
}
