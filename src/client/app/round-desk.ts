import type { Problem, Result } from '../../core/domain/index.ts';
import { EMPTY_DIARY, type QuizDiary } from '../../core/quiz/index.ts';
import type { Frame } from '../../core/session/index.ts';
import type { GamePorts } from './game-ports.ts';
import type { GameOptions, GameState } from './game-state.ts';
import type { IntentOf } from './intent-areas.ts';
import { type Attempt, withoutNotice } from './notices.ts';
import { offlineChunk } from './offline-chunk.ts';
import type { Page } from './page-history.ts';
import type { QuizMemory } from './quiz-memory.ts';
import type { RoundWork } from './round-work.ts';
import type { Ticket } from './tickets.ts';

type RoundIntent = IntentOf<'round'>;

/** What rounds of questions need of the game around them. */
export interface RoundDeskOptions {
  readonly scenario: GameOptions['scenario'];
  readonly ports: Pick<GamePorts, 'store' | 'now' | 'randomSeed' | 'loadLateWords'>;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  /** Whoever draws another one has gone elsewhere. */
  readonly drawTicket: () => Ticket;
  readonly showPage: (page: Page, change?: Partial<GameState>) => void;
  readonly report: (problems: readonly Problem[], attempt?: Attempt) => void;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
  readonly reportOnce: (problems: readonly Problem[]) => void;
  readonly whileLoading: <T>(work: Promise<T>) => Promise<T>;
}

/** Rounds of questions outside a run, and when an item comes back. A run that is open stays as it is. */
export interface RoundDesk {
  /** Reads what this device remembers; without it the diary is empty. */
  load(): Promise<void>;
  /** Brings what rounds need; undefined when it cannot be had, and said so if it is still wanted. */
  ready(ticket: Ticket, retry?: RoundIntent): Promise<RoundWork | undefined>;
  send(intent: RoundIntent): Promise<void>;
  /** Remembers what was answered in the run. */
  note(frame: Frame): void;
}

export function createRoundDesk(options: RoundDeskOptions): RoundDesk {
  const { scenario, ports, state, update, drawTicket, showPage, report, whileLoading } = options;
  const today = () => ports.now().toISOString().slice(0, 10);
  const known = () => ({ diary: state().diary ?? EMPTY_DIARY, today: today() });

  let memory: QuizMemory | undefined;
  /** What keeps the diary; undefined while it cannot be had: with the next answer it is tried again. */
  const remembering = async (): Promise<QuizMemory | undefined> => {
    try {
      const { createQuizMemory } = await import('./quiz-memory.ts');
      memory ??= createQuizMemory(options);
    } catch {
      // The run and the round go on without.
    }
    return memory;
  };

  const ready: RoundDesk['ready'] = async (ticket, retry = { type: 'round.open' }) => {
    const { roundWork } = state();
    if (roundWork) return roundWork;
    try {
      const loading = Promise.all([
        import('./round-work.ts').then(({ loadRoundWork }) => loadRoundWork()),
        ports.loadLateWords('round'),
        ports.loadLateWords('retest'),
      ]);
      const [loaded] = await whileLoading(loading);
      update({ roundWork: loaded, notices: withoutNotice(state().notices, 'offline-chunk') });
      return loaded;
    } catch (error) {
      const problem = offlineChunk(error);
      if (ticket.isWanted()) report([problem], { retry });
      else update({});
      return undefined;
    }
  };

  return {
    ready,
    load: async () => void (await (await remembering())?.load()),
    send: async (intent) => {
      if (intent.type === 'round.move') {
        const { round, roundWork } = state();
        const day = today();
        const move = (diary: QuizDiary) =>
          round && roundWork?.move(scenario, round, intent.move, { diary, today: day });
        const next = move(known().diary);
        // A doubled click names what is no longer there.
        if (!next) return;
        update({ round: next.round });
        return (await remembering())?.change((diary) => move(diary)?.diary ?? diary);
      }
      const ticket = drawTicket();
      const work = await ready(ticket, intent);
      if (!work || !ticket.isWanted()) return;
      if (intent.type === 'round.retest') return update({ entered: work.enterCode(scenario, intent.code) });
      if (intent.type === 'round.open') return showPage('round', { round: undefined, today: today() });
      const round = work.start(scenario, intent, { ...known(), seed: ports.randomSeed() });
      if (!round) return;
      if (state().page === 'round') update({ round, today: today() });
      else showPage('round', { round, today: today() });
    },
    note: ({ effects, context }) => {
      const day = today();
      const answers = Object.entries(context.quizAnswers).filter(([id]) =>
        effects.some((effect) => effect.type === 'quiz.answered' && effect.item === id),
      );
      if (answers.length === 0) return;
      void remembering().then((found) => found?.note(Object.fromEntries(answers), day));
    },
  };
}
