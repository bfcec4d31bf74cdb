import type { RunRecord } from '../../../core/debrief/index.ts';
import type { Frame } from '../../../core/session/index.ts';
import type {
  DebriefIntent,
  DebriefView,
  DebriefWorking,
  PresentOptions,
} from '../../../core/view-model/index.ts';
import type { OpenRun } from '../game-state.ts';
import { withoutNotice } from '../notices.ts';
import { offlineChunk } from '../offline-chunk.ts';
import type { Ticket } from '../tickets.ts';
import { whenIdle } from '../when-idle.ts';
import type { DebriefDesk, DebriefDeskOptions } from './debrief-desk.ts';
import type { DebriefWork } from './debrief-work.ts';

/** Has a run worked out as soon as it is over, while its end is being read. */
export interface DebriefLink {
  /** Asks for what is not known yet; while the run goes on, has the worker get ready. */
  prepare(run: OpenRun): void;
  readonly isLoaded: () => boolean;
  /** Brings what the page is made with; undefined when it cannot be had, and said so if it is still wanted. */
  readonly load: (ticket: Ticket) => Promise<DebriefWork | undefined>;
  /** As far as it is worked out; undefined while the run is not over, and before `prepare` and `load`. */
  viewOf(run: OpenRun, options: Omit<PresentOptions, 'tier'>): DebriefView | undefined;
  /** What the player does on the page; nothing before `load`. */
  send(intent: DebriefIntent): void;
}

export interface DebriefLinkOptions extends Omit<DebriefDeskOptions, 'shown'> {
  readonly whileLoading: <T>(work: Promise<T>) => Promise<T>;
}

/** Decisions of a run before the worker gets ready: what comes first on the page is fetched by then. */
const WARM_FROM = 3;

interface Worked {
  /** The last frame of the run: another run, or another end, has another one. */
  readonly frame: Frame;
  working: DebriefWorking;
}

export function createDebriefLink(options: DebriefLinkOptions): DebriefLink {
  const { scenario, ports, report, state, update, whileLoading } = options;
  const { work } = ports;
  let loaded: DebriefWork | undefined;
  let desk: DebriefDesk | undefined;
  let worked: Worked | undefined;
  /** Level for which the worker is ready: each has its own contracts. */
  let warmTier: string | undefined;
  let last: { readonly key: readonly unknown[]; readonly view: DebriefView | undefined } | undefined;

  /** Under way, or there: it is fetched once. */
  let bringing: Promise<DebriefWork> | undefined;
  const bringWork = (): Promise<DebriefWork> => {
    bringing ??= loadWork();
    bringing.catch(() => {
      bringing = undefined;
    });
    return bringing;
  };
  const loadWork = async (): Promise<DebriefWork> => {
    const [{ loadDebriefWork }] = await Promise.all([
      import('./debrief-work.ts'),
      // It speaks of the tests too.
      ...(['debrief', 'retest', 'round'] as const).map((area) => ports.loadLateWords(area)),
    ]);
    return loadDebriefWork();
  };

  const recordOf = ({ session }: OpenRun): RunRecord => {
    const { seed, tier, events: log } = session.save('');
    return { seed, tier, log };
  };

  const ask = (run: OpenRun, frame: Frame): Worked => {
    const asked: Worked = { frame, working: { state: 'working', share: 0 } };
    const learn = (working: DebriefWorking): void => {
      // Another run has ended meanwhile.
      if (worked !== asked) return;
      asked.working = working;
      // While the end is being read, nothing of it is on the page.
      if (state().page === 'debrief') update();
    };
    work
      .debrief({ run: recordOf(run) }, (share) => learn({ state: 'working', share }))
      .then(
        (debrief) => learn({ state: 'ready', debrief }),
        () => learn({ state: 'failed' }),
      );
    return asked;
  };

  const warmUp = (run: OpenRun): void => {
    if (warmTier === run.tier || run.session.decisions().length < WARM_FROM) return;
    warmTier = run.tier;
    work.warmUp({ run: recordOf(run) });
    // The page opens without waiting; when this fails it is tried again there.
    void whenIdle()
      .then(bringWork)
      .catch(() => {});
  };

  const prepare = (run: OpenRun): void => {
    const frame = run.session.frame();
    if (frame.story !== 'ended') return warmUp(run);
    if (worked?.frame !== frame) worked = ask(run, frame);
  };

  const shown: DebriefDeskOptions['shown'] = () => {
    if (!last?.view || !worked) return undefined;
    const { working } = worked;
    return { view: last.view, ...(working.state === 'ready' ? { findings: working.debrief } : {}) };
  };

  return {
    prepare,
    isLoaded: () => loaded !== undefined,
    load: async (ticket) => {
      try {
        loaded ??= await whileLoading(bringWork());
        desk ??= loaded.createDesk({ ...options, shown });
        update({ notices: withoutNotice(state().notices, 'offline-chunk') });
      } catch (error) {
        const problem = offlineChunk(error);
        if (ticket.isWanted()) report([problem], { retry: { type: 'screen.open', screen: 'debrief' } });
        else update();
      }
      return loaded;
    },
    viewOf: (run, { language, reading }) => {
      const { session, tier } = run;
      if (!loaded || !desk || !worked || worked.frame !== session.frame()) return undefined;
      const known = desk.known(run);
      const key = [worked.working, known, language, reading];
      if (last?.key.every((part, at) => part === key[at])) return last.view;
      const view = loaded.present(scenario, session, {
        language,
        tier,
        ...(reading === undefined ? {} : { reading }),
        working: worked.working,
        known,
      });
      last = { key, view };
      return view;
    },
    send: (intent) => desk?.send(intent),
  };
}
