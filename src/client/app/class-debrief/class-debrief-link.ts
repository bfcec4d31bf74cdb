import type { ClassSummary } from '../../../core/classroom/index.ts';
import {
  type ClassDebriefView,
  type ClassTakeIntent,
  loadClassDebriefView,
} from '../../../core/view-model/index.ts';
import type { GamePorts } from '../game-ports.ts';
import type { ClassDebriefDesk, ClassDebriefOptions } from './class-debrief-desk.ts';

export interface ClassDebriefLink {
  readonly isLoaded: () => boolean;
  /** Brings what makes it, where it is wanted before there is anything to show. Rejects without a network. */
  load(): Promise<void>;
  /** The same with what writes its files. */
  loadAll(): Promise<void>;
  /** Undefined while what makes it is on the way. */
  viewOf(summary: ClassSummary, tier: string): ClassDebriefView | undefined;
  take(what: ClassTakeIntent['what']): Promise<void>;
}

interface LinkOptions extends ClassDebriefOptions {
  readonly ports: Pick<GamePorts, 'work' | 'download' | 'now' | 'loadLateWords'>;
  readonly onFailed: (error: unknown) => void;
}

/** The debrief of a class: nothing of it is fetched before there is a summary. */
export function createClassDebriefLink(options: LinkOptions): ClassDebriefLink {
  const { ports, update, onFailed } = options;
  let desk: ClassDebriefDesk | undefined;
  let loading: Promise<void> | undefined;
  /** For this one it could not be had: it is tried again when there is something new to show. */
  let failed: ClassSummary | undefined;
  const load = async (): Promise<void> => {
    const [{ createClassDebriefDesk }, views] = await Promise.all([
      import('./class-debrief-desk.ts'),
      loadClassDebriefView(),
      ...(['debrief', 'class-debrief'] as const).map((area) => ports.loadLateWords(area)),
    ]);
    desk = createClassDebriefDesk(options, views);
    update();
  };
  const loadOnce = async (): Promise<void> => {
    if (desk) return;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    await loading;
  };
  return {
    isLoaded: () => desk !== undefined,
    load: loadOnce,
    loadAll: async () => {
      await loadOnce();
      await desk?.prepareFiles();
    },
    viewOf: (summary, tier) => {
      if (desk) return desk.viewOf(summary, tier);
      if (!loading && failed !== summary)
        loadOnce().catch((error: unknown) => {
          failed = summary;
          onFailed(error);
        });
      return undefined;
    },
    take: async (what) => {
      await desk?.take(what).catch(onFailed);
    },
  };
}
