import { createServer, type Server } from 'node:http';
import sirv from 'sirv';
import type { ServerConfig } from './config.ts';
import { lanAddresses } from './http/addresses.ts';
import { createApi } from './http/api.ts';
import { cacheControl, securityHeaders } from './http/headers.ts';
import { createLog, reasonOf } from './log.ts';
import { createMetrics } from './metrics.ts';
import { type LiveServer, startLiveServer } from './rooms/live-server.ts';
import { openHostWith } from './rooms/open-host.ts';
import { createScenarioShelf } from './scenario-shelf.ts';
import type { RoomStore } from './store/room-store.ts';
import { within } from './within.ts';

/** What the rooms of classes need. Without it the game is served, and there are no rooms. */
export interface RoomOptions {
  readonly config: ServerConfig;
  /** Folder with one JSON for each scenario. */
  readonly scenarios: string;
  readonly openStore: () => Promise<RoomStore>;
  /** Where the lines of the log go. */
  readonly write: (line: string) => void;
}

export interface GameServerOptions {
  /** Folder of the built game. */
  readonly root: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly rooms?: RoomOptions;
}

export interface GameServer {
  readonly url: string;
  /** Addresses for other devices in the same network. */
  readonly lanAddresses: readonly string[];
  /** Resolves when the rooms are there, or with the reason why there are none, for whoever started the server. */
  readonly problem: Promise<string | undefined>;
  /** Commits what was taken, tells the devices that the server goes, and ends. */
  close(): Promise<void>;
}

/** What a request may take: whoever is slower holds a socket for nothing. */
const REQUEST_MS = 20_000;
/** A room that cannot be closed does not hold the process up. */
const CLOSING_MS = 8_000;

/**
 * Serves the built game, and rooms for classes, on every network of this machine. Rejects when the port is taken.
 * The game does not wait for the rooms: whoever asks for one waits until the store is open. When the rooms cannot be
 * had, the game is served all the same.
 */
export async function startGameServer({ root, port, rooms }: GameServerOptions): Promise<GameServer> {
  const serve = sirv(root, {
    etag: true,
    gzip: true,
    brotli: true,
    // No dotfiles, no list of folders: only what the build put there.
    dotfiles: false,
    setHeaders: (response, pathname) => response.setHeader('cache-control', cacheControl(pathname)),
  });
  const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders(request.headers.host)))
      response.setHeader(name, value);
    if (desk?.api(request, response)) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    serve(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    });
  });
  const desk = rooms && createRoomDesk(server, rooms);
  await listen(server, port);
  const problem = desk?.open() ?? Promise.resolve(undefined);
  return {
    url: `http://localhost:${portOf(server)}`,
    lanAddresses: lanAddresses(portOf(server)),
    problem,
    async close() {
      await desk?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function createRoomDesk(server: Server, { config, scenarios, openStore, write }: RoomOptions) {
  const log = createLog(write, config.isLogQuiet);
  const metrics = createMetrics();
  const shelf = createScenarioShelf(scenarios, log);
  let live: LiveServer | undefined;
  let store: RoomStore | undefined;
  let isDraining = false;
  let opening: Promise<string | undefined> = Promise.resolve(undefined);

  /** Why it cannot be done, if it cannot. */
  async function open(): Promise<string | undefined> {
    try {
      store = await openStore();
      const openHost = openHostWith({ store, shelf, log });
      live = await startLiveServer({ http: server, store, config, log, metrics, openHost });
    } catch (error) {
      log.error('rooms-unavailable', { reason: reasonOf(error) });
      await store?.close().catch(() => {});
      return error instanceof Error ? error.message : String(error);
    }
    // Nobody waits for the rooms of others: one that is asked for is brought back at once.
    if (!isDraining)
      live.keeper.restoreAll().catch((error) => log.error('rooms-not-restored', { reason: reasonOf(error) }));
    return undefined;
  }
  const closeLive = async () => {
    // A store that is being opened is given back like one that is open.
    await opening;
    await live?.close();
  };
  return {
    api: createApi({
      config,
      log,
      metrics,
      shelf,
      addresses: () => (config.publicUrl ? [config.publicUrl] : lanAddresses(portOf(server))),
      live: () => live,
      opened: async () => {
        await opening;
        return live;
      },
      isDraining: () => isDraining,
      check: async () => store?.check(),
    }),
    open(): Promise<string | undefined> {
      opening = open();
      return opening;
    },
    async close(): Promise<void> {
      isDraining = true;
      await within(CLOSING_MS, closeLive()).catch((error) =>
        log.error('rooms-not-closed', { reason: reasonOf(error) }),
      );
      await live?.hangUp();
      metrics.close();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
}
