import type { TableRoom } from './parts/env.ts';
import { loadMissingStyles } from './parts/missing-styles.ts';

/** Fetches what a table needs: no first decision waits for it. Rejects when it cannot be had. */
export async function loadTableRoom(): Promise<TableRoom> {
  await loadMissingStyles();
  const { TableAnnouncer, TableScreen } = await import('./table/table-room.ts');
  return { TableAnnouncer, TableScreen };
}
