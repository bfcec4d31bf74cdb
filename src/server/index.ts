// Serves the built game with strict headers, and the rooms of classes on the same port.

export { parseServerConfig, type ServerConfig } from './config.ts';
export { type GameServer, type GameServerOptions, type RoomOptions, startGameServer } from './game-server.ts';
