import type { Problem, Result } from '../../core/domain/index.ts';
import { EMPTY_DIARY, meetInRun, mergeDiaries, parseDiary, type QuizDiary } from '../../core/quiz/index.ts';
import type { Frame } from '../../core/session/index.ts';
import type { ShellIntent } from '../../core/view-model/index.ts';
import type { GamePorts } from './game-ports.ts';
import type { GameOptions, GameState } from './game-state.ts';
import type { Page } from './page-history.ts';
import type { RoundWork } from './round-work.ts';
import type { Ticket } from './tickets.ts';

type RoundIntent = Extract<ShellIntent, { readonly type: `round.${string}` }>;

/** What rounds of questions need of the game around them. */
export interface RoundDeskOptions {
  readonly scenario: GameOptions['scenario'];
  readonly ports: Pick<GamePorts, 'store' | 'now' | 'randomSeed'>;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  /** Whoever draws another one has gone elsewhere. */
  readonly drawTicket: () => Ticket;
  readonly showPage: (page: Page, change?: Partial<GameState>) => void;
  readonly report: (problems: readonly Problem[]) => void;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
  readonly reportOnce: (problems: readonly Problem[]) => void;
  readonly whileLoading: <T>(work: Promise<T>) => Promise<T>;
}

/** Rounds of questions outside a run, and when an item comes back. A run that is open stays as it is. */
export interface RoundDesk {
  /** Reads what this device remembers, and says whether it could; without it the diary is empty. */
  load(): Promise<boolean>;
  /** Brings what rounds need; undefined when it cannot be had, and said so if it is still wanted. */
  ready(ticket: Ticket): Promise<RoundWork | undefined>;
  send(intent: RoundIntent): Promise<void>;
  /** Remembers what was answered in the run. */
  note(frame: Frame): void;
}

export function createRoundDesk(options: RoundDeskOptions): RoundDesk {
  const {
    scenario,
    ports,
    state,
    update,
    drawTicket,
    showPage,
    report,
    fromStore,
    reportOnce,
    whileLoading,
  } = options;
  const { id } = scenario.manifest;
  const today = () => ports.now().toISOString().slice(0, 10);
  const known = () => ({ diary: state().diary ?? EMPTY_DIARY, today: today() });

  /** Results of this visit that are not in the store yet. Those of another tab may be newer than what was read. */
  let unsaved: QuizDiary['tests'] = {};
  const own = (): QuizDiary => ({ items: known().diary.items, tests: unsaved });
  let reading: Promise<boolean> | undefined;
  const read = async (): Promise<boolean> => {
    const stored = await fromStore(ports.store.loadDiary(id));
    if (!stored.ok) {
      // With the next answer it is tried again.
      reading = undefined;
      reportOnce(stored.problems);
      return false;
    }
    update({ diary: mergeDiaries(parseDiary(stored.value), own()), today: today() });
    return true;
  };
  const load = (): Promise<boolean> => {
    reading ??= read();
    return reading;
  };

  /** What is not known yet must not be written over: an answer counts from what the device remembers. */
  const remember = async (change: (diary: QuizDiary) => QuizDiary): Promise<void> => {
    const isRead = await load();
    const { diary: before } = known();
    const diary = change(before);
    if (diary === before) return;
    if (diary.tests !== before.tests) unsaved = { ...unsaved, ...newTests(before, diary) };
    update({ diary });
    if (!isRead) return;
    const written = own();
    const saved = await fromStore(
      ports.store.updateDiary(id, (stored) => mergeDiaries(parseDiary(stored), written)),
    );
    if (!saved.ok) return reportOnce(saved.problems);
    if (unsaved === written.tests) unsaved = {};
    // Other tabs remember too.
    update({ diary: mergeDiaries(saved.value, own()) });
  };

  const ready = async (ticket: Ticket): Promise<RoundWork | undefined> => {
    const { roundWork } = state();
    if (roundWork) return roundWork;
    try {
      const loaded = await whileLoading(import('./round-work.ts'));
      update({ roundWork: loaded.roundWork });
      return loaded.roundWork;
    } catch (error) {
      if (ticket.isWanted()) report([{ code: 'offline-chunk', path: '', message: String(error) }]);
      else update({});
      return undefined;
    }
  };

  return {
    ready,
    load,
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
        return remember((diary) => move(diary)?.diary ?? diary);
      }
      const ticket = drawTicket();
      const work = await ready(ticket);
      if (!work || !ticket.isWanted()) return;
      if (intent.type === 'round.open') return showPage('round', { round: undefined, today: today() });
      const round = work.start(scenario, intent, { ...known(), seed: ports.randomSeed() });
      if (!round) return;
      if (state().page === 'round') update({ round, today: today() });
      else showPage('round', { round, today: today() });
    },
    note: ({ effects }) => {
      const day = today();
      const answered = effects.flatMap((effect) => (effect.type === 'quiz.answered' ? [effect.item] : []));
      if (answered.length > 0)
        void remember((diary) => answered.reduce((before, item) => meetInRun(before, item, day), diary));
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
