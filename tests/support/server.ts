import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type GameServer, parseServerConfig, startGameServer } from '../../src/server/index.ts';
import { openRoomStore } from '../../src/server/store/open-room-store.ts';

export type BuiltServer = GameServer;

const DIST = path.resolve(import.meta.dirname, '../../dist');
const root = path.join(DIST, 'client');

/** The built game on a free port, with the headers of `npm run play` and without rooms. */
export function startBuiltServer(): Promise<BuiltServer> {
  return startGameServer({ root, port: 0 });
}

/** The built game with rooms for classes in a folder of their own. Only one at a time in a process. */
export function startBuiltClassServer(
  environment: Readonly<Record<string, string>> = {},
  dataFolder = mkdtempSync(path.join(os.tmpdir(), 'class-rooms-')),
): Promise<BuiltServer> {
  const config = parseServerConfig({ LG_DATA: dataFolder, ...environment }, DIST);
  return startGameServer({
    root,
    port: 0,
    rooms: {
      config,
      scenarios: path.join(DIST, 'server/scenarios'),
      openStore: () => openRoomStore({ dataFolder: config.dataFolder }),
      write: () => {},
    },
  });
}
