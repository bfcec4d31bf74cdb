import type { Problem, Result } from '../../core/domain/index.ts';
import {
  choiceOf,
  EMPTY_DIARY,
  isTest,
  meetInRound,
  meetInRun,
  parseDiary,
  type QuizDiary,
  type RoundChoice,
  type RoundMove,
  startRound,
  stepRound,
  withTest,
  wrongItems,
} from '../../core/quiz/index.ts';
import type { Frame } from '../../core/session/index.ts';
import type { ShellIntent } from '../../core/view-model/index.ts';
import type { GamePorts } from './game.ts';
import type { GameOptions, GameState } from './game-state.ts';
import type { Page } from './page-history.ts';

type RoundIntent = Extract<ShellIntent, { readonly type: `round.${string}` }>;

/** What rounds of questions need of the game around them. */
export interface RoundDeskOptions {
  readonly scenario: GameOptions['scenario'];
  readonly ports: Pick<GamePorts, 'store' | 'now' | 'randomSeed'>;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  readonly showPage: (page: Page, change?: Partial<GameState>) => void;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
  readonly reportOnce: (problems: readonly Problem[]) => void;
}

/** Rounds of questions outside a run, and when an item comes back. A run that is open stays as it is. */
export interface RoundDesk {
  /** Reads what this device remembers; without it the diary is empty. */
  load(): Promise<void>;
  send(intent: RoundIntent): void;
  /** Remembers what was answered in the run. */
  note(frame: Frame): void;
}

export function createRoundDesk(options: RoundDeskOptions): RoundDesk {
  const { scenario, ports, state, update, showPage, fromStore, reportOnce } = options;
  const { id } = scenario.manifest;
  const today = () => ports.now().toISOString().slice(0, 10);
  const keep = (diary: QuizDiary): void => {
    update({ diary });
    void fromStore(ports.store.saveDiary(id, diary)).then((saved) => saved.ok || reportOnce(saved.problems));
  };

  const start = (choice: RoundChoice): void => {
    const { diary = EMPTY_DIARY } = state();
    const seed = ports.randomSeed();
    const items = choiceOf(scenario, choice, { seed, diary, today: today() });
    const round = startRound(choice.kind, items, seed);
    if (!round) return;
    if (state().page === 'round') update({ round, today: today() });
    else showPage('round', { round, today: today() });
  };
  const move = (move: RoundMove): void => {
    const { round, diary = EMPTY_DIARY } = state();
    const next = round && stepRound(scenario, round, move);
    // A doubled click names what is no longer there.
    if (!next) return;
    update({ round: next });
    // The items of a test are kept for tests: they are not brought back.
    if (move.type === 'answer' && !isTest(next.kind)) keep(meetInRound(diary, move.item, today()));
    if (next.stage === 'review' && isTest(next.kind)) {
      const count = next.items.length;
      keep(withTest(diary, next.kind, { right: count - wrongItems(scenario, next).length, count }));
    }
  };

  return {
    load: async () => {
      const stored = await fromStore(ports.store.loadDiary(id));
      if (!stored.ok) return reportOnce(stored.problems);
      update({ diary: parseDiary(stored.value), today: today() });
    },
    send: (intent) => {
      switch (intent.type) {
        case 'round.open':
          return showPage('round', { round: undefined, today: today() });
        case 'round.start':
          return start(intent);
        case 'round.move':
          return move(intent.move);
      }
    },
    note: ({ effects }) => {
      const answered = effects.flatMap((effect) => (effect.type === 'quiz.answered' ? [effect.item] : []));
      const { diary = EMPTY_DIARY } = state();
      if (answered.length > 0) keep(answered.reduce((known, item) => meetInRun(known, item, today()), diary));
    },
  };
}
