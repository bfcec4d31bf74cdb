import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerConfig } from '../config.ts';
import { type Log, reasonOf } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { LiveServer } from '../rooms/live-server.ts';
import type { ScenarioShelf } from '../scenario-shelf.ts';
import { isRoomCode, isToken } from '../tokens.ts';
import { within } from '../within.ts';
import { createAttempts } from './attempts.ts';
import { clientAddress } from './client-address.ts';
import { readJson } from './json-body.ts';
import { parseNewRoom } from './new-room.ts';
import { isOwnOrigin } from './origin.ts';

/** What the API may find: rooms, or why there are none. */
export interface ApiWorld {
  readonly config: ServerConfig;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly shelf: ScenarioShelf;
  readonly addresses: () => readonly string[];
  /** Missing while they are not there (yet). */
  readonly live: () => LiveServer | undefined;
  /** Waits for them while the store is being opened. */
  readonly opened: () => Promise<LiveServer | undefined>;
  readonly isDraining: () => boolean;
  /** Rejects when nothing can be written or read. */
  readonly check: () => Promise<void>;
}

type Answer = {
  readonly status: number;
  readonly body: object | string;
  /** Why it is no. */
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Answers what belongs to it; says whether it did. */
export type Api = (request: IncomingMessage, response: ServerResponse) => boolean;

const CHECK_MS = 5_000;

const STATUS: Readonly<Record<string, number>> = {
  malformed: 400,
  'not-allowed': 403,
  'foreign-origin': 403,
  'room-locked': 403,
  removed: 403,
  'room-unknown': 404,
  unknown: 404,
  'not-possible': 405,
  'room-full': 409,
  'too-large': 413,
  'too-many-attempts': 429,
  'rooms-unavailable': 503,
  draining: 503,
};

export function createApi(world: ApiWorld): Api {
  const { config, log, metrics } = world;
  const openings = createAttempts(config.roomsPerHour, 3600);
  const misses = createAttempts(config.failedJoinsPerMinute, 60);

  /** Only what fails counts: a whole school has one address, and all of it may come. */
  async function guessing(request: IncomingMessage, answer: () => Promise<Answer>): Promise<Answer> {
    const address = clientAddress(request, config.isProxyTrusted);
    const waitMs = await misses.waitMs(address);
    if (waitMs > 0) return tooMany(waitMs);
    const given = await answer();
    if (given.code === 'room-unknown' || given.code === 'not-allowed') await misses.count(address);
    return given;
  }

  async function openRoom(request: IncomingMessage): Promise<Answer> {
    if (world.isDraining()) return failed('draining');
    const live = await world.opened();
    if (!live) return failed('rooms-unavailable');
    const address = clientAddress(request, config.isProxyTrusted);
    const waitMs = await openings.waitMs(address);
    if (waitMs > 0) return tooMany(waitMs);
    const body = await readJson(request);
    if (body.kind !== 'json') return failed(body.kind);
    const wanted = await parseNewRoom(body.value, world.shelf);
    if (!wanted) return failed('malformed');
    await openings.count(address);
    const opened = await live.keeper.open(wanted);
    if (!opened) return failed('malformed');
    return { status: 201, body: { ...opened, addresses: world.addresses() } };
  }

  async function aboutRoom(request: IncomingMessage, code: string): Promise<Answer> {
    const live = await world.opened();
    if (!live) return failed('rooms-unavailable');
    return guessing(request, async () => {
      const about = isRoomCode(code) ? await live.keeper.about(code) : undefined;
      return about
        ? { status: 200, body: { code, ...about, addresses: world.addresses() } }
        : failed('room-unknown');
    });
  }

  async function join(request: IncomingMessage, code: string): Promise<Answer> {
    if (world.isDraining()) return failed('draining');
    const live = await world.opened();
    if (!live) return failed('rooms-unavailable');
    const body = await readJson(request);
    if (body.kind !== 'json') return failed(body.kind);
    const asking = parseAsking(body.value);
    if (!asking) return failed('malformed');
    return guessing(request, async () => {
      if (!isRoomCode(code)) return failed('room-unknown');
      const joined = await live.keeper.join(code, asking.as, asking.token);
      return joined.ok ? { status: 200, body: joined.reservation } : failed(joined.code);
    });
  }

  async function health(): Promise<Answer> {
    if (world.isDraining()) return { status: 503, body: { ok: false, code: 'draining' } };
    if (!world.live()) return { status: 503, body: { ok: false, code: 'rooms-unavailable' } };
    try {
      // A disk that hangs is no better than one that is gone.
      await within(CHECK_MS, world.check());
      return { status: 200, body: { ok: true } };
    } catch {
      return { status: 503, body: { ok: false, code: 'rooms-unavailable' } };
    }
  }

  function answerTo(request: IncomingMessage, path: string): Promise<Answer> | Answer | undefined {
    const [, area, name, rest] = path.split('/', 4);
    if (area !== 'api' && area !== 'matchmake') return undefined;
    const { headers, method = '' } = request;
    if (!isOwnOrigin({ origin: headers.origin, host: headers.host }, config.origins))
      return failed('foreign-origin');
    const isGet = method === 'GET' || method === 'HEAD';
    if (area === 'matchmake')
      return name !== 'joinById' || rest === undefined
        ? failed('unknown')
        : method === 'POST'
          ? join(request, rest)
          : failed('not-possible');
    if (name === 'rooms' && rest === undefined)
      return method === 'POST' ? openRoom(request) : failed('not-possible');
    if (!isGet) return failed('not-possible');
    if (name === 'rooms' && rest !== undefined) return aboutRoom(request, rest);
    if (name === 'live') return { status: 200, body: { ok: true } };
    if (name === 'health') return health();
    if (name === 'metrics')
      return { status: 200, body: metrics.text(world.live()?.counts() ?? { rooms: 0, connections: 0 }) };
    return failed('unknown');
  }

  return (request, response) => {
    const answer = answerTo(request, (request.url ?? '').split('?')[0] ?? '');
    if (!answer) return false;
    Promise.resolve(answer)
      .catch((error: unknown) => {
        log.error('request-failed', { reason: reasonOf(error) });
        return failed('rooms-unavailable');
      })
      .then((given) => send(response, given));
    return true;
  };
}

/** `error` is what the client library hands on as the message. */
function failed(code: string): Answer {
  return { status: STATUS[code] ?? 403, code, body: { code, error: code } };
}

function tooMany(waitMs: number): Answer {
  return { ...failed('too-many-attempts'), headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) } };
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  response
    .writeHead(status, {
      'cache-control': 'no-store',
      'content-type': isText ? 'text/plain; version=0.0.4; charset=utf-8' : 'application/json',
      'content-length': Buffer.byteLength(text),
      // What was not read of a request that was too large is not waited for.
      ...(status === 413 ? { connection: 'close' } : {}),
      ...headers,
    })
    .end(text);
}

function parseAsking(value: unknown): { readonly as: 'seat' | 'host'; readonly token: string } | undefined {
  if (typeof value !== 'object' || value === null || !('as' in value) || !('token' in value))
    return undefined;
  const { as, token } = value;
  return (as === 'seat' || as === 'host') && isToken(token) ? { as, token } : undefined;
}
