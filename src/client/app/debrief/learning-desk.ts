import type { loadRetest, QuizDiary } from '../../../core/quiz/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type { LearningKnown } from '../../../core/view-model/index.ts';

/** What reads and writes codes for a test after a week. */
export type RetestCodes = Awaited<ReturnType<typeof loadRetest>>;

/** The code of this device, and the one that was typed in. It is kept while the page is open, and nowhere else. */
export interface LearningDesk {
  /** The same object as long as nothing has changed. */
  known(diary: QuizDiary): LearningKnown;
  enter(text: string): void;
}

export function createLearningDesk(scenario: Scenario, codes: RetestCodes): LearningDesk {
  let entered: LearningKnown['entered'];
  let last: { readonly diary: QuizDiary; readonly known: LearningKnown } | undefined;
  return {
    known: (diary) => {
      if (last?.diary !== diary) {
        const code = codes.retestOf(scenario, diary);
        const known = { ...(code === undefined ? {} : { code }), ...(entered ? { entered } : {}) };
        last = { diary, known };
      }
      return last.known;
    },
    enter: (text) => {
      entered = codes.readRetest(scenario, text);
      last = undefined;
    },
  };
}
