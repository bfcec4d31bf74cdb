// Serves the built game with strict headers.
export { type GameServer, type GameServerOptions, startGameServer } from './game-server.ts';
