import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { matchMaker, Server } from '@colyseus/core';
import { type TransportOptions, WebSocketTransport } from '@colyseus/ws-transport';
import { WebSocket } from 'ws';
import type { RoomHost } from '../../core/classroom/index.ts';
import type { ServerConfig } from '../config.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { type Log, reasonOf } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RoomStore } from '../store/room-store.ts';
import { within } from '../within.ts';
import { classRoomOf, ROOM_NAME } from './class-room.ts';
import { guardedSocket } from './guarded-socket.ts';
import { watchOver } from './heartbeat.ts';
import { createRoomKeeper, type RoomKeeper } from './room-keeper.ts';

export interface LiveServer {
  readonly keeper: RoomKeeper;
  counts(): { readonly rooms: number; readonly connections: number };
  /** Commits what was taken, tells the devices, and closes the store. */
  close(): Promise<void>;
  /** Lets go of every device, also of those that say nothing any more. */
  hangUp(): Promise<void>;
}

export interface LiveServerOptions {
  readonly http: HttpServer;
  readonly store: RoomStore;
  readonly config: ServerConfig;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly openHost: (code: string) => Promise<RoomHost | undefined>;
}

const MOST_BYTES = 4096;
const CLEANING_MS = 60_000;
/** For devices that were told: they close by themselves. */
const GOODBYE_MS = 500;

class LiveTransport extends WebSocketTransport {
  constructor(options: TransportOptions) {
    super({ ...options, pingInterval: 0 });
    this.wss.on('connection', watchOver);
  }

  async hangUp(): Promise<void> {
    const { clients } = this.wss;
    const gone = Promise.all([...clients].map((client) => once(client, 'close')));
    await within(GOODBYE_MS, gone).catch(() => {});
    for (const client of clients) client.terminate();
  }
}

/**
 * Rooms and their sockets on a HTTP server. Of the framework's own routes none is bound: they answer any origin,
 * read bodies of any size and let anyone create rooms. The API asks the matchmaker itself.
 */
export async function startLiveServer(options: LiveServerOptions): Promise<LiveServer> {
  const { http, store, config, log, metrics, openHost } = options;
  // Node 20 has none, and the framework compares with its constants.
  globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket;
  const transport = new LiveTransport({
    noServer: true,
    maxPayload: MOST_BYTES,
    WebSocket: guardedSocket({
      messagesPerSecond: config.messagesPerSecond,
      onFault: (error) => log.error('frame-malformed', { reason: reasonOf(error) }),
      onFlood: () => log.error('connection-flooded'),
    }),
    beforeUpgrade: (_request, { headers }) =>
      isOwnOrigin(
        { origin: headers.get('origin') ?? undefined, host: headers.get('host') ?? undefined },
        config.origins,
      )
        ? undefined
        : new Response(null, { status: 403 }),
  });
  const server = new Server({
    transport,
    greet: false,
    gracefullyShutdown: false,
    logger: quietLogger(log),
    // Who is asked brings a room back. Asking another process to do it can take too long, and then there are two.
    selectProcessIdToCreateRoom: async () => matchMaker.processId,
    ...(config.publicAddress ? { publicAddress: config.publicAddress } : {}),
    ...(config.redisUrl ? await redisOf(config.redisUrl) : {}),
  });
  matchMaker.controller.exposedMethods = ['joinById'];
  await matchMaker.onReady;
  server.define(ROOM_NAME, classRoomOf({ store, log, metrics, openHost, leaveToOther }));
  await matchMaker.accept();
  transport.attachToServer(http);
  const keeper = createRoomKeeper({ store, log, roomHours: config.roomHours, now: Date.now });

  const clean = () =>
    keeper.removeExpired().catch((error) => log.error('cleaning-failed', { reason: reasonOf(error) }));
  const cleaning = setInterval(clean, CLEANING_MS);

  return {
    keeper,
    counts: () => ({ rooms: matchMaker.stats.local.roomCount, connections: matchMaker.stats.local.ccu }),
    async close() {
      clearInterval(cleaning);
      await server.gracefullyShutdown(false);
      await store.close();
    },
    hangUp: () => transport.hangUp(),
  };
}

/** Closing a room takes it from the list, even when the one in the list lives in another process. */
async function leaveToOther(code: string, leave: () => Promise<void>): Promise<void> {
  const room = await matchMaker.driver.findOne({ roomId: code });
  await leave();
  if (room && room.processId !== matchMaker.processId) await matchMaker.driver.persist(room, true);
}

async function redisOf(url: string) {
  const [{ RedisDriver }, { RedisPresence }] = await Promise.all([
    import('@colyseus/redis-driver'),
    import('@colyseus/redis-presence'),
  ]);
  return { driver: new RedisDriver(url), presence: new RedisPresence(url) };
}

/** Of what the framework has to say, only that something went wrong: it writes whole messages and stacks. */
function quietLogger(log: Log) {
  const error = (...args: readonly unknown[]) => log.error('framework', { reason: reasonOf(args[0]) });
  const nothing = () => {};
  return { debug: nothing, info: nothing, trace: nothing, warn: error, error };
}
