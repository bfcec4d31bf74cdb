import path from 'node:path';
import type { ServerConfig } from './config.ts';
import { openRoomStore } from './store/open-room-store.ts';
import type { RoomStore } from './store/room-store.ts';

/** Beside this code once it is built. */
const THREAD = path.join(import.meta.dirname, 'store-thread.js');

/** The store that is asked for. */
export function openStoreOf({ databaseUrl, dataFolder }: ServerConfig): Promise<RoomStore> {
  return openRoomStore(databaseUrl ? { url: databaseUrl } : { dataFolder, thread: THREAD });
}
