import {
  EMPTY_DIARY,
  loadSpacing,
  mergeDiaries,
  parseDiary,
  type QuizAnswer,
  type QuizDiary,
} from '../../core/quiz/index.ts';
import type { QuizItem } from '../../core/scenario/index.ts';
import type { RoundDeskOptions } from './round-desk.ts';

// Loaded beside the page: no first decision waits for it.

/** What this device remembers of the quiz. Other tabs remember too: nothing of theirs is written over. */
export interface QuizMemory {
  /** Reads the diary once, and says whether it could. One that cannot be read is tried again. */
  load(): Promise<boolean>;
  /** Writes what an answer changes, as soon as the diary is read: what is not known is not written over. */
  change(step: (diary: QuizDiary) => QuizDiary): Promise<void>;
  /** Remembers what was answered in a run on a day, by item; the day as ISO date. */
  note(answers: Readonly<Record<string, QuizAnswer>>, day: string): Promise<void>;
}

export function createQuizMemory(
  options: Pick<RoundDeskOptions, 'scenario' | 'ports' | 'state' | 'update' | 'fromStore' | 'reportOnce'>,
): QuizMemory {
  const { scenario, ports, state, update, fromStore, reportOnce } = options;
  const { id } = scenario.manifest;
  const known = (): QuizDiary => state().diary ?? EMPTY_DIARY;
  /** Results of this tab that are not in the store yet; those of another tab may be newer than what was read. */
  let unsaved: QuizDiary['tests'] = {};
  const own = (): QuizDiary => ({ items: known().items, tests: unsaved });

  /** Answers of a run that wait for what says when they come back. */
  let unnoted: readonly { readonly item: QuizItem; readonly answer: QuizAnswer; readonly today: string }[] =
    [];

  let reading: Promise<boolean> | undefined;
  const read = async (): Promise<boolean> => {
    const stored = await fromStore(ports.store.loadMemory('quiz', id));
    if (!stored.ok) {
      reading = undefined;
      reportOnce(stored.problems);
      return false;
    }
    const today = ports.now().toISOString().slice(0, 10);
    update({ diary: mergeDiaries(parseDiary(stored.value), own()), today });
    return true;
  };
  const load = (): Promise<boolean> => {
    reading ??= read();
    return reading;
  };

  const change: QuizMemory['change'] = async (step) => {
    const isRead = await load();
    const before = known();
    const diary = step(before);
    if (diary === before) return;
    unsaved = { ...unsaved, ...newTests(before, diary) };
    update({ diary });
    if (!isRead) return;
    const written = own();
    const saved = await fromStore(
      ports.store.updateMemory('quiz', id, (stored) => mergeDiaries(parseDiary(stored), written)),
    );
    if (!saved.ok) return reportOnce(saved.problems);
    if (unsaved === written.tests) unsaved = {};
    update({ diary: mergeDiaries(saved.value, own()) });
  };

  return {
    load,
    change,
    note: async (answers, day) => {
      for (const item of scenario.quiz) {
        const answer = answers[item.id];
        if (answer) unnoted = [...unnoted, { item, answer, today: day }];
      }
      const meetItem = await loadSpacing().catch(() => undefined);
      // The run goes on without; with the next answer it is tried again.
      if (!meetItem) return;
      const now = unnoted;
      unnoted = [];
      return change((diary) =>
        now.reduce((before, { item, ...answered }) => meetItem(before, item, answered), diary),
      );
    },
  };
}

/** Results that are new in a diary. */
function newTests({ tests: { pre, post } }: QuizDiary, { tests }: QuizDiary): QuizDiary['tests'] {
  return {
    ...(tests.pre && tests.pre !== pre ? { pre: tests.pre } : {}),
    ...(tests.post && tests.post !== post ? { post: tests.post } : {}),
  };
}
