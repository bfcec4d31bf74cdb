// What `npm run play` imports once it is built.
export { parseServerConfig } from './config.ts';
export { startGameServer } from './game-server.ts';
export { openStoreOf } from './open-store.ts';
export { qrOf } from './qr.ts';
