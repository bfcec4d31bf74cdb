import { randomBytes } from 'node:crypto';
import { Client, type Room } from '@colyseus/sdk';
import type { Envelope, RoomCommand } from '../../src/core/classroom/live/room-command.ts';
import type { HostParts, RunPart, SeatParts } from '../../src/core/classroom/live/room-view.ts';
import { leanFetch } from './lean-fetch.ts';

/** What a device has been sent so far, laid together. Only the teacher's has the parts of the teacher. */
export type DeviceParts = Partial<SeatParts> & Partial<HostParts>;

/** What the server said to a command, at last. */
export interface Answer {
  readonly isTaken: boolean;
  /** Why not. */
  readonly code?: string;
  /** Milliseconds from the first time it was sent. */
  readonly ackMs: number;
  readonly envelope: Envelope;
}

export interface DeviceOptions {
  /** Address of the server, as `http://host:port`. */
  readonly url: string;
  readonly code: string;
  readonly as: 'seat' | 'host';
  /** A device without one makes its own. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Other addresses to try in turn when the device has to come back: a room may live elsewhere now. */
  readonly others?: readonly string[];
  /** Every message as it came. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

/** A device of a class as the server sees it: it speaks the real protocol and shows nothing. */
export interface Device {
  readonly token: string;
  readonly parts: DeviceParts;
  /** Messages and bytes received, over all connections; views of everything, of which each connection brings one. */
  readonly received: { messages: number; bytes: number; wholeViews: number };
  /** Messages and bytes sent in rooms. */
  readonly sent: { messages: number; bytes: number };
  /** Milliseconds since 1970 of every loss of a connection that was not asked for. */
  readonly drops: number[];
  /** Connects once; rejects with what the server says. */
  join(): Promise<void>;
  /**
   * Sends a command until it is answered, through drops and restarts. One that is held waits in the outbox for
   * `shuffleOutbox` or the next connection.
   */
  send(command: RoomCommand, how?: 'held'): Promise<Answer>;
  /** Sends whatever it is once, without an answer; nothing when there is no connection. */
  sendRaw(type: string, payload: unknown): void;
  /** Sends bytes that are no message at all. */
  sendBytes(bytes: Uint8Array): void;
  /** Sends all that is unanswered again, the youngest first: late and doubled messages as of a bad network. */
  shuffleOutbox(): void;
  /** Cuts the connection without a word. The device comes back by itself. */
  drop(): void;
  /** Resolves when what the device knows fulfils the condition. */
  until(condition: (parts: DeviceParts) => boolean): Promise<void>;
  isConnected(): boolean;
  /** Code of the goodbye, if the server said one. */
  goodbye(): string | undefined;
  /** Goes and does not come back. */
  close(): void;
}

interface Waiting {
  readonly envelope: Envelope;
  readonly sentAt: number;
  readonly resolve: (answer: Answer) => void;
}

const BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 1_000;

export function newToken(): string {
  return randomBytes(18).toString('base64url');
}

export function createDevice(options: DeviceOptions): Device {
  const token = options.token ?? newToken();
  const addresses = [options.url, ...(options.others ?? [])];
  const outbox = new Map<string, Waiting>();
  const watchers = new Set<() => void>();
  const parts: Record<string, unknown> = {};
  const received = { messages: 0, bytes: 0, wholeViews: 0 };
  const sent = { messages: 0, bytes: 0 };
  const drops: number[] = [];
  let room: Room | undefined;
  let n = 0;
  let tries = 0;
  let isClosed = false;
  let goodbye: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  const join = async (): Promise<void> => {
    const url = addresses[tries % addresses.length] ?? options.url;
    const client = new Client(url, { headers: { ...options.headers }, fetchFn: leanFetch });
    const joined = await client.joinById(options.code, { as: options.as, token });
    joined.reconnection.enabled = false;
    if (isClosed) {
      socketOf(joined).terminate();
      return;
    }
    room = joined;
    tries = 0;
    countBytes(joined);
    joined.onMessage('ack', acknowledge);
    joined.onMessage('view', look);
    joined.onMessage('out', ({ code }: { code: string }) => {
      goodbye = code;
    });
    // The SDK tells a cut connection by `onDrop`, every other end by `onLeave`; here both are the same.
    let isOver = false;
    const left = () => {
      if (isOver) return;
      isOver = true;
      if (room === joined) room = undefined;
      if (isClosed || goodbye !== undefined) return;
      drops.push(Date.now());
      comeBack();
    };
    joined.onDrop(left);
    joined.onLeave(left);
    joined.onError(() => {});
  };

  const comeBack = (): void => {
    if (isClosed || goodbye !== undefined) return;
    const wait = Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** Math.min(tries, 5));
    timer = setTimeout(
      () => {
        tries += 1;
        join().catch(comeBack);
      },
      wait * (0.5 + Math.random() / 2),
    );
  };

  const countBytes = (joined: Room): void => {
    const { connection } = joined;
    const { events } = connection;
    const send = connection.send.bind(connection);
    connection.send = (data) => {
      sent.messages += 1;
      sent.bytes += data.byteLength;
      send(data);
    };
    const handle = events.onmessage;
    events.onmessage = (event: MessageEvent<ArrayBuffer>) => {
      received.messages += 1;
      received.bytes += event.data.byteLength;
      options.onBytes?.(new Uint8Array(event.data));
      handle?.(event);
    };
  };

  const acknowledge = ({ key, ok, code }: { key: string; ok: boolean; code?: string }): void => {
    const waiting = outbox.get(key);
    if (!waiting) return;
    outbox.delete(key);
    const ackMs = performance.now() - waiting.sentAt;
    waiting.resolve({
      isTaken: ok,
      ackMs,
      envelope: waiting.envelope,
      ...(code === undefined ? {} : { code }),
    });
  };

  const look = (view: { full: boolean; parts: Record<string, unknown>; gone: readonly string[] }): void => {
    if (view.full) {
      received.wholeViews += 1;
      for (const name of Object.keys(parts)) delete parts[name];
    }
    for (const [name, part] of Object.entries(view.parts))
      parts[name] = name === 'run' ? goneOn(parts.run as RunPart | undefined, part as RunPart) : part;
    for (const name of view.gone) delete parts[name];
    const self = parts.self as SeatParts['self'] | undefined;
    n = Math.max(n, self?.n ?? 0);
    if (view.full) for (const { envelope } of outbox.values()) room?.send('command', envelope);
    for (const watch of watchers) watch();
  };

  return {
    token,
    parts: parts as DeviceParts,
    received,
    sent,
    drops,
    join,
    send: (command, how) =>
      new Promise((resolve) => {
        n += 1;
        const envelope: Envelope = { key: randomBytes(9).toString('base64url'), n, command };
        outbox.set(envelope.key, { envelope, sentAt: performance.now(), resolve });
        if (how !== 'held' && isOpen(room)) room?.send('command', envelope);
      }),
    sendRaw: (type, payload) => {
      if (isOpen(room)) room?.send(type, payload);
    },
    sendBytes: (bytes) => {
      if (isOpen(room)) room?.connection.send(bytes);
    },
    shuffleOutbox: () => {
      if (!isOpen(room)) return;
      for (const { envelope } of [...outbox.values()].reverse()) {
        room?.send('command', envelope);
        if (Math.random() < 0.5) room?.send('command', envelope);
      }
    },
    drop: () => {
      if (room) socketOf(room).terminate();
    },
    until: (condition) =>
      new Promise((resolve) => {
        const watch = () => {
          if (!condition(parts as DeviceParts)) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
    isConnected: () => isOpen(room),
    goodbye: () => goodbye,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      if (room) socketOf(room).terminate();
    },
  };
}

/** A run is sent in pieces: what comes after what is there already, or another run from its beginning. */
function goneOn(known: RunPart | undefined, part: RunPart): RunPart {
  if (known?.version !== part.version || part.from === 0) return part;
  return { ...part, from: 0, steps: [...known.steps.slice(0, part.from), ...part.steps] };
}

function isOpen(room: Room | undefined): boolean {
  return room?.connection.isOpen ?? false;
}

/** The socket under the SDK: only here can a connection be cut the way a tunnel cuts it. */
function socketOf(room: Room): { terminate(): void } {
  return (room.connection.transport as unknown as { readonly ws: { terminate(): void } }).ws;
}
