import type { Problem, Result } from '../../core/domain/index.ts';
import { EMPTY_DIARY, meetInRun, parseDiary, type QuizDiary } from '../../core/quiz/index.ts';
import type { Frame } from '../../core/session/index.ts';
import type { ShellIntent } from '../../core/view-model/index.ts';
import type { GamePorts } from './game.ts';
import type { GameOptions, GameState } from './game-state.ts';
import type { Page } from './page-history.ts';
import type { RoundWork } from './round-work.ts';

type RoundIntent = Extract<ShellIntent, { readonly type: `round.${string}` }>;

/** What rounds of questions need of the game around them. */
export interface RoundDeskOptions {
  readonly scenario: GameOptions['scenario'];
  readonly ports: Pick<GamePorts, 'store' | 'now' | 'randomSeed'>;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  readonly showPage: (page: Page, change?: Partial<GameState>) => void;
  readonly report: (problems: readonly Problem[]) => void;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
  readonly reportOnce: (problems: readonly Problem[]) => void;
  readonly whileLoading: <T>(work: Promise<T>) => Promise<T>;
}

/** Rounds of questions outside a run, and when an item comes back. A run that is open stays as it is. */
export interface RoundDesk {
  /** Reads what this device remembers; without it the diary is empty. */
  load(): Promise<void>;
  /** Brings what rounds need; undefined, and said so, when it cannot be had. */
  ready(): Promise<RoundWork | undefined>;
  send(intent: RoundIntent): Promise<void>;
  /** Remembers what was answered in the run. */
  note(frame: Frame): void;
}

export function createRoundDesk(options: RoundDeskOptions): RoundDesk {
  const { scenario, ports, state, update, showPage, report, fromStore, reportOnce, whileLoading } = options;
  const { id } = scenario.manifest;
  const today = () => ports.now().toISOString().slice(0, 10);
  const known = () => ({ diary: state().diary ?? EMPTY_DIARY, today: today() });
  const keep = (diary: QuizDiary): void => {
    if (diary === state().diary) return;
    update({ diary });
    void fromStore(ports.store.saveDiary(id, diary)).then((saved) => saved.ok || reportOnce(saved.problems));
  };
  const ready = async (): Promise<RoundWork | undefined> => {
    const { roundWork } = state();
    if (roundWork) return roundWork;
    try {
      const loaded = await whileLoading(import('./round-work.ts'));
      update({ roundWork: loaded.roundWork });
      return loaded.roundWork;
    } catch (error) {
      report([{ code: 'offline-chunk', path: '', message: String(error) }]);
      return undefined;
    }
  };

  return {
    ready,
    load: async () => {
      const stored = await fromStore(ports.store.loadDiary(id));
      if (!stored.ok) return reportOnce(stored.problems);
      update({ diary: parseDiary(stored.value), today: today() });
    },
    send: async (intent) => {
      const work = await ready();
      if (!work) return;
      switch (intent.type) {
        case 'round.open':
          return showPage('round', { round: undefined, today: today() });
        case 'round.start': {
          const round = work.start(scenario, intent, { ...known(), seed: ports.randomSeed() });
          if (!round) return;
          if (state().page === 'round') return update({ round, today: today() });
          return showPage('round', { round, today: today() });
        }
        case 'round.move': {
          const { round } = state();
          const next = round && work.move(scenario, round, intent.move, known());
          // A doubled click names what is no longer there.
          if (!next) return;
          update({ round: next.round });
          return keep(next.diary);
        }
      }
    },
    note: ({ effects }) => {
      const { diary, today: day } = known();
      const answered = effects.flatMap((effect) => (effect.type === 'quiz.answered' ? [effect.item] : []));
      keep(answered.reduce((before, item) => meetInRun(before, item, day), diary));
    },
  };
}
