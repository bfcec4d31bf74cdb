import type { TableRoom } from './parts/env.ts';
import { withStyles } from './parts/with-styles.ts';

/** Fetches what a table needs: no first decision waits for it. Rejects when it cannot be had. */
export async function loadTableRoom(): Promise<TableRoom> {
  const { TableAnnouncer, TableScreen } = await withStyles(() => import('./table/table-room.ts'));
  return { TableAnnouncer, TableScreen };
}
