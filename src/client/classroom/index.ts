// A device in a live room: its line to the server, what it knows, and what it still has to say.
export { createColyseusTransport } from './colyseus-transport.ts';
export { createLiveClient, type LiveClient, type LiveState } from './live-client.ts';
export type { LiveTransport, LiveWish } from './live-transport.ts';
