import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client, type Room } from '@colyseus/sdk';
import { WebSocket } from 'ws';
import type { SeatCommand } from '../../src/core/classroom/index.ts';
import { type GameServer, parseServerConfig, startGameServer } from '../../src/server/index.ts';
import type { RoomStore } from '../../src/server/store/room-store.ts';
import { createMemoryStore } from './memory-store.ts';
import { miniScenario } from './mini-scenario.ts';

globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket;

export interface ClassServer extends GameServer {
  readonly lines: readonly string[];
  /** Opens a room of the mini scenario. */
  open(): Promise<{ readonly code: string; readonly hostToken: string }>;
}

interface Options {
  readonly store?: RoomStore;
  readonly openStore?: () => Promise<RoomStore>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The real server with a room store in memory and a scenario of one page. Only one at a time in a process. */
export async function startClassServer(options: Options = {}): Promise<ClassServer> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'class-server-'));
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>game</title>');
  const scenarios = mkdtempSync(path.join(os.tmpdir(), 'class-scenarios-'));
  writeFileSync(path.join(scenarios, 'mini.json'), JSON.stringify({ scenario: miniScenario }));
  const lines: string[] = [];
  const server = await startGameServer({
    root,
    port: 0,
    rooms: {
      config: parseServerConfig(options.environment ?? {}, root),
      scenarios,
      openStore: options.openStore ?? (async () => options.store ?? createMemoryStore()),
      write: (line) => lines.push(line),
    },
  });
  return {
    ...server,
    lines,
    async open() {
      const response = await post(`${server.url}/api/rooms`, NEW_ROOM);
      if (response.status !== 201) throw new Error(await response.text());
      return (await response.json()) as { code: string; hostToken: string };
    },
  };
}

export const NEW_ROOM = { scenario: 'mini', tier: 'starter', language: 'en' };

export function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export const newToken = () => randomBytes(24).toString('base64url');

// biome-ignore lint/suspicious/noExplicitAny: tests look into messages of every kind
type Loose = any;
export type Received = readonly [type: string, message: Loose];

/** A device that keeps everything it is sent. */
export interface Device {
  readonly room: Room;
  readonly received: readonly Received[];
  /** All parts as they are now. */
  readonly parts: Readonly<Record<string, Loose>>;
  send(n: number, command: SeatCommand | object, key?: string): string;
  /** Waits until something like this has come. */
  until<T>(find: (device: Device) => T | undefined | false): Promise<T>;
  ack(key: string): Promise<{ ok: boolean; code?: string }>;
  readonly closed: () => number | undefined;
}

export async function joinClass(
  url: string,
  code: string,
  token: string,
  as: 'seat' | 'host' = 'seat',
): Promise<Device> {
  const room = await new Client(url).joinById(code, { as, token });
  room.reconnection.enabled = false;
  const received: [string, Loose][] = [];
  const parts: Record<string, Loose> = {};
  let closed: number | undefined;
  for (const type of ['view', 'ack', 'out'])
    room.onMessage(type, (message: Loose) => {
      received.push([type, message]);
      if (type !== 'view') return;
      if (message.full) for (const name of Object.keys(parts)) delete parts[name];
      for (const [name, part] of Object.entries<Loose>(message.parts))
        parts[name] =
          name === 'run' && part.from > 0
            ? { ...part, from: 0, steps: [...parts.run.steps, ...part.steps] }
            : part;
      for (const name of message.gone) delete parts[name];
    });
  room.onLeave((code) => {
    closed = code;
  });
  room.onError(() => {});
  const device: Device = {
    room,
    received,
    parts,
    closed: () => closed,
    send(n, command, key = newToken()) {
      room.send('command', { key, n, command });
      return key;
    },
    until: (find) => waitFor(() => find(device)),
    ack: (key) =>
      waitFor(() => received.find(([type, message]) => type === 'ack' && message.key === key)?.[1]),
  };
  return device;
}

/** A socket that has a reserved seat and says nothing by itself: for what no device of ours would do. */
export async function rawSocket(
  url: string,
  code: string,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<WebSocket> {
  const response = await post(`${url}/matchmake/joinById/${code}`, { as: 'seat', token });
  if (!response.ok) throw new Error(await response.text());
  const { processId, roomId, sessionId } = (await response.json()) as Loose;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`, {
    headers,
  });
  socket.on('error', () => {});
  return socket;
}

/** Resolves with what is found; the time is the limit of a broken test, not of a good one. */
export async function waitFor<T>(find: () => T | undefined | false, limitMs = 10_000): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
