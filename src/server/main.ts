// What `npm run play` imports once it is built.
export { type GameServer, type GameServerOptions, startGameServer } from './game-server.ts';
