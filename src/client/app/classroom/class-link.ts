import type { ClassRun } from '../../../core/classroom/index.ts';
import type { Problem, Result } from '../../../core/domain/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type { Session } from '../../../core/session/index.ts';
import { type ClassIntent, type ClassView, type PlayView, textsOf } from '../../../core/view-model/index.ts';
import type { GamePorts } from '../game-ports.ts';
import type { GameState, OpenRun } from '../game-state.ts';
import { newRun } from '../new-run.ts';
import type { Page } from '../page-history.ts';
import type { Ticket } from '../tickets.ts';
import type { ClassWork } from './class-work.ts';

export interface ClassLinkOptions {
  readonly scenario: Scenario;
  readonly ports: GamePorts;
  readonly state: () => GameState;
  readonly update: (change: Partial<GameState>) => void;
  readonly report: (problems: readonly Problem[]) => void;
  readonly fromStore: <T>(work: Promise<T>) => Promise<Result<T>>;
  readonly reportOnce: (problems: readonly Problem[]) => void;
  readonly whileLoading: <T>(work: Promise<T>) => Promise<T>;
  readonly drawTicket: () => Ticket;
  /** The run as the page shows it. */
  readonly play: () => PlayView | undefined;
  readonly showRun: (run: OpenRun) => void;
  readonly save: () => Promise<void>;
}

/** The class beside the open run: what belongs to it comes late, and is kept with the run. */
export interface ClassLink {
  readonly isLoaded: () => boolean;
  /** Brings what a class needs; undefined when it cannot be had, and said so if it is still wanted. */
  readonly load: (ticket: Ticket) => Promise<ClassWork | undefined>;
  /** The run with its class, if one is kept that can be read; else the run alone. Never rejects. */
  bring(run: OpenRun): Promise<OpenRun>;
  send(intent: ClassIntent): Promise<void>;
  /** The class where the run stands now. */
  follow(run: OpenRun): OpenRun;
  /** Writes what is new. */
  keep(run: OpenRun): Promise<void>;
  viewOf(state: GameState, play: PlayView): ClassView | undefined;
}

const CLASS_PAGES: readonly Page[] = ['run', 'debrief', 'notebook'];

export function createClassLink(options: ClassLinkOptions): ClassLink {
  const { scenario, ports, state, update, report, fromStore, reportOnce, whileLoading, drawTicket } = options;
  const { store } = ports;
  const kept = new WeakMap<Session, ClassRun>();
  let work: ClassWork | undefined;

  const fetchWork = async (): Promise<ClassWork> => {
    const [{ CLASS_WORK }] = await Promise.all([import('./class-work.ts'), ports.loadLateWords('class')]);
    work = CLASS_WORK;
    return CLASS_WORK;
  };
  const load: ClassLink['load'] = async (ticket) => {
    try {
      return work ?? (await whileLoading(fetchWork()));
    } catch (error) {
      if (ticket.isWanted()) report([{ code: 'offline-chunk', path: '', message: String(error) }]);
      else update({});
      return undefined;
    }
  };

  return {
    isLoaded: () => work !== undefined,
    load,
    bring: async (run) => {
      const stored = await fromStore(store.loadMemory('class', run.id));
      if (!stored.ok) {
        reportOnce(stored.problems);
        return run;
      }
      if (stored.value === undefined) return run;
      // Without what belongs to a class the run goes on alone; what is kept stays.
      const classroom = (await fetchWork().catch(() => undefined))?.read(stored.value);
      if (!classroom) return run;
      kept.set(run.session, classroom);
      return { ...run, classroom };
    },
    send: async (intent) => {
      const found = work ?? (await load(drawTicket()));
      if (!found) return;
      if (intent.type === 'class.start') {
        const { tier, seed = ports.randomSeed() } = intent;
        options.showRun({
          ...newRun(scenario, ports.newId(), { tier, seed }),
          classroom: found.open(undefined),
        });
        return options.save();
      }
      const { run } = state();
      const play = options.play();
      if (!run || !play) return;
      if (intent.type === 'class.open') options.showRun({ ...run, classroom: found.open(run.classroom) });
      else {
        if (!run.classroom) return;
        const at = { play, decisions: run.session.decisions().length };
        const classroom = found.take(run.classroom, intent, at);
        if (classroom === run.classroom) return;
        update({ run: { ...run, classroom } });
      }
      return options.save();
    },
    follow: (run) => {
      const classroom = run.classroom && work?.follow(run.classroom, run.session);
      return classroom && classroom !== run.classroom ? { ...run, classroom } : run;
    },
    keep: async ({ id, session, classroom }) => {
      if (!work || !classroom || kept.get(session) === classroom) return;
      const value = work.save(classroom);
      const saved = await fromStore(store.updateMemory('class', id, () => value));
      if (saved.ok) kept.set(session, classroom);
      else reportOnce(saved.problems);
    },
    viewOf: ({ page, run, language }, play) =>
      run?.classroom?.isOpen && CLASS_PAGES.includes(page)
        ? work?.present(run.classroom, play, {
            decisions: run.session.decisions().length,
            texts: textsOf(scenario, language),
          })
        : undefined,
  };
}
