import type { ClassSummary } from '../../../core/classroom/index.ts';
import {
  type ClassDebriefView,
  type ClassTakeIntent,
  loadClassDebriefView,
} from '../../../core/view-model/index.ts';
import type { GamePorts } from '../game-ports.ts';
import type { ClassDebriefDesk, ClassDebriefOptions } from './class-debrief-desk.ts';

export interface ClassDebriefLink {
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
  let desk: ClassDebriefDesk | 'loading' | undefined;
  const load = async (): Promise<void> => {
    const [{ createClassDebriefDesk }, views] = await Promise.all([
      import('./class-debrief-desk.ts'),
      loadClassDebriefView(),
      ...(['debrief', 'class-debrief'] as const).map((area) => ports.loadLateWords(area)),
    ]);
    desk = createClassDebriefDesk(options, views);
    update();
  };
  return {
    viewOf: (summary, tier) => {
      if (typeof desk === 'object') return desk.viewOf(summary, tier);
      if (desk === undefined) {
        desk = 'loading';
        load().catch((error: unknown) => {
          // Tried again when something new comes from the room.
          desk = undefined;
          onFailed(error);
        });
      }
      return undefined;
    },
    take: async (what) => {
      if (typeof desk === 'object') await desk.take(what).catch(onFailed);
    },
  };
}
