import path from 'node:path';
import { type GameServer, startGameServer } from '../../src/server/index.ts';

export type BuiltServer = GameServer;

/** The built game on a free port, with the headers of `npm run play`. */
export function startBuiltServer(): Promise<BuiltServer> {
  return startGameServer({ root: path.resolve(import.meta.dirname, '../../dist/client'), port: 0 });
}
