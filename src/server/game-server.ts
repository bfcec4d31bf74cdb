import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import sirv from 'sirv';
import { cacheControl, SECURITY_HEADERS } from './headers.ts';

export interface GameServerOptions {
  /** Folder of the built game. */
  readonly root: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface GameServer {
  readonly url: string;
  /** Addresses for other devices in the same network. */
  readonly lanAddresses: readonly string[];
  close(): Promise<void>;
}

/** Serves the built game on every network of this machine. Rejects when the port is taken. */
export async function startGameServer({ root, port }: GameServerOptions): Promise<GameServer> {
  const serve = sirv(root, {
    etag: true,
    gzip: true,
    brotli: true,
    // No dotfiles, no list of folders: only what the build put there.
    dotfiles: false,
    setHeaders: (response, pathname) => response.setHeader('cache-control', cacheControl(pathname)),
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    serve(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    });
  });
  await listen(server, port);
  const address = server.address();
  const used = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${used}`,
    lanAddresses: lanHosts().map((host) => `http://${host}:${used}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
}

function lanHosts(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
}
