import type { Language, Problem } from '../../../core/domain/index.ts';
import type { LessonIntent, LessonsView } from '../../../core/view-model/index.ts';
import type { GamePorts } from '../game-ports.ts';
import type { GameOptions } from '../game-state.ts';
import { offlineChunk } from '../offline-chunk.ts';
import type { Ticket } from '../tickets.ts';
import type { LessonDesk } from './lesson-desk.ts';

/** Plans for a lesson and its clock: nothing of them is fetched before somebody asks. */
export interface LessonLink {
  readonly isLoaded: () => boolean;
  /** Brings them; undefined when they cannot be had, and said so if they are still wanted. */
  readonly load: (ticket: Ticket) => Promise<LessonDesk | undefined>;
  /** Fetches them ahead, once and without a word: the page that shows them goes without them until then. */
  readonly prepare: () => void;
  /** Undefined before they are there. */
  readonly viewOf: (language: Language) => LessonsView | undefined;
  /** What the teacher does on the page; nothing before `load`. */
  readonly send: (intent: LessonIntent) => void;
}

export interface LessonLinkOptions {
  readonly scenario: GameOptions['scenario'];
  readonly ports: Pick<GamePorts, 'now' | 'loadLateWords' | 'tab'>;
  readonly update: (change: object) => void;
  readonly report: (problems: readonly Problem[]) => void;
  readonly whileLoading: <T>(work: Promise<T>) => Promise<T>;
}

export function createLessonLink(options: LessonLinkOptions): LessonLink {
  const { ports, report, update, whileLoading } = options;
  let desk: LessonDesk | undefined;
  let isPrepared = false;
  const open = async () => {
    const [{ openLessonDesk }] = await Promise.all([
      import('./lesson-desk.ts'),
      ports.loadLateWords('lessons'),
    ]);
    return openLessonDesk(options);
  };
  return {
    isLoaded: () => desk !== undefined,
    load: async (ticket) => {
      let problems: readonly Problem[] = [];
      try {
        const opened = await whileLoading(open());
        if (opened.ok) desk ??= opened.value;
        else problems = opened.problems;
      } catch (error) {
        problems = [offlineChunk(error)];
      }
      if (problems.length > 0 && ticket.isWanted()) report(problems);
      else update({});
      return desk;
    },
    prepare: () => {
      if (isPrepared || desk) return;
      isPrepared = true;
      open().then(
        (opened) => {
          if (!opened.ok) return;
          desk ??= opened.value;
          update({});
        },
        () => {},
      );
    },
    viewOf: (language) => desk?.viewOf(language),
    send: (intent) => desk?.send(intent),
  };
}
