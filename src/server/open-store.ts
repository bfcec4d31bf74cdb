import type { ServerConfig } from './config.ts';
import type { RoomStore } from './store/room-store.ts';

/** The store that is asked for. Its engines are big: what is not needed is not loaded. */
export async function openStoreOf({ databaseUrl, dataFolder }: ServerConfig): Promise<RoomStore> {
  const { openRoomStore } = await import('./store/open-room-store.ts');
  return openRoomStore(databaseUrl ? { url: databaseUrl } : { dataFolder });
}
