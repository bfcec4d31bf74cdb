import type { ClassRun, ClassSummary } from '../../../core/classroom/index.ts';
import type { Problem, Result } from '../../../core/domain/index.ts';
import type { Scenario } from '../../../core/scenario/index.ts';
import type { Frame, Session } from '../../../core/session/index.ts';
import {
  type ClassDebriefView,
  type ClassIntent,
  type ClassView,
  type PlayView,
  textsOf,
} from '../../../core/view-model/index.ts';
import type { ClassDebriefLink } from '../class-debrief/class-debrief-link.ts';
import type { GamePorts } from '../game-ports.ts';
import type { GameState, OpenRun } from '../game-state.ts';
import { newRun } from '../new-run.ts';
import { offlineChunk } from '../offline-chunk.ts';
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
  readonly isDebriefLoaded: () => boolean;
  /** Brings what the debrief of a class needs; undefined when it cannot be had, and said so if it is still wanted. */
  readonly loadDebrief: (ticket: Ticket) => Promise<true | undefined>;
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
  /** What the class has done so far; undefined while what makes it is on the way. */
  debriefOf(state: GameState): ClassDebriefView | undefined;
}

const CLASS_PAGES: readonly Page[] = ['run', 'debrief', 'notebook', 'class-debrief'];

export function createClassLink(options: ClassLinkOptions): ClassLink {
  const { scenario, ports, state, update, report, fromStore, reportOnce, whileLoading, drawTicket } = options;
  const { store } = ports;
  const kept = new WeakMap<Session, ClassRun>();
  let work: ClassWork | undefined;
  let debriefs: ClassDebriefLink | undefined;
  let isPrepared = false;
  let summed:
    | { readonly frame: Frame; readonly votes: ClassRun['votes']; readonly summary: ClassSummary }
    | undefined;

  const fetchWork = async (): Promise<ClassWork> => {
    const [{ CLASS_WORK }] = await Promise.all([import('./class-work.ts'), ports.loadLateWords('class')]);
    work = CLASS_WORK;
    debriefs ??= CLASS_WORK.openDebriefs({
      scenario,
      ports,
      state,
      update: () => update({}),
      onFailed: (error) => report([offlineChunk(error)]),
    });
    return CLASS_WORK;
  };
  const load: ClassLink['load'] = async (ticket) => {
    try {
      return work ?? (await whileLoading(fetchWork()));
    } catch (error) {
      sayMissing(ticket, error);
      return undefined;
    }
  };
  const sayMissing = (ticket: Ticket, error: unknown): void => {
    if (ticket.isWanted()) report([offlineChunk(error)]);
    else update({});
  };
  /** A class may lose its network: its debrief is fetched as soon as it plays. */
  const prepareDebrief = (): void => {
    if (isPrepared) return;
    isPrepared = true;
    debriefs?.loadAll().catch(() => {});
  };

  return {
    isLoaded: () => work !== undefined,
    load,
    isDebriefLoaded: () => debriefs?.isLoaded() === true,
    loadDebrief: async (ticket) => {
      if (!(await load(ticket)) || !debriefs) return undefined;
      try {
        await whileLoading(debriefs.load());
        return true;
      } catch (error) {
        sayMissing(ticket, error);
        return undefined;
      }
    },
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
      if (intent.type === 'class.take') return debriefs?.take(intent.what);
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
    viewOf: ({ page, run, language }, play) => {
      if (!work || !run?.classroom?.isOpen || !CLASS_PAGES.includes(page)) return undefined;
      prepareDebrief();
      return work.present(run.classroom, play, {
        decisions: run.session.decisions().length,
        texts: textsOf(scenario, language),
      });
    },
    debriefOf: ({ run }) => {
      if (!run?.classroom || !work) return undefined;
      const { session, classroom, tier } = run;
      const { votes } = classroom;
      const frame = session.frame();
      if (summed?.frame !== frame || summed.votes !== votes)
        summed = { frame, votes, summary: work.summarize(scenario, session, votes) };
      return debriefs?.viewOf(summed.summary, tier);
    },
  };
}
