import type { Problem } from '../../core/domain/index.ts';
import type { ShellView } from '../../core/view-model/index.ts';
import type { TableRoom } from '../dom/index.ts';
import { offlineChunk } from './offline-chunk.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Loads the table when one opens, or once the first decision is made and the page has nothing else to do. A class may
 * be without a network from its first page on: it waits for no decision.
 */
export interface TableRoomLink {
  show(view: Pick<ShellView, 'screen' | 'play' | 'classroom'>): void;
}

export interface TableRoomLinkOptions {
  readonly load: () => Promise<TableRoom>;
  readonly use: (room: TableRoom) => void;
  readonly report: (problem: Problem) => void;
  /** Told how to try again while a table is open that could not be loaded; `undefined` once it is under way. */
  readonly offerRetry: (retry: (() => void) | undefined) => void;
}

export function createTableRoomLink(options: TableRoomLinkOptions): TableRoomLink {
  const { load, use, report, offerRetry } = options;
  let state: 'idle' | 'waiting' | 'loading' | 'loaded' | 'failed' = 'idle';
  let isWanted = false;
  let isOffered = false;
  const start = async (): Promise<void> => {
    if (state === 'loading') return;
    state = 'loading';
    if (isOffered) offerRetry(undefined);
    isOffered = false;
    try {
      const room = await load();
      state = 'loaded';
      use(room);
    } catch (error) {
      state = 'failed';
      // Nobody has missed it yet; when a table opens it is tried again.
      if (!isWanted) return;
      isOffered = true;
      offerRetry(() => void start());
      report(offlineChunk(error));
    }
  };
  const prefetch = async (): Promise<void> => {
    state = 'waiting';
    await whenIdle();
    // A table may have opened in the meantime.
    if (state === 'waiting') await start();
  };
  return {
    show: ({ screen, play, classroom }) => {
      const isNew = !isWanted;
      isWanted = screen === 'table';
      if (state === 'loading' || state === 'loaded') return;
      // Once for each table that opens, not with each change of the page.
      if (isWanted && (isNew || state === 'waiting')) void start();
      else if (state === 'idle' && (classroom || play?.state === 'feedback')) void prefetch();
    },
  };
}
