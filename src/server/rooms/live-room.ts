import type { Actor, Parts, RoomEvent, RoomHost, RoomPart } from '../../core/classroom/index.ts';
import type { Log } from '../log.ts';
import { reasonOf } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { RoomConflict, type RoomStore } from '../store/room-store.ts';
import { createCommitQueue } from './commit-queue.ts';
import { changesSince, createJsonWriter, nothingSent, partsSince, type SentParts } from './part-changes.ts';
import { createViewClock } from './view-clock.ts';

/** A socket, as the room needs it. */
export interface Connection {
  deliver(frame: Uint8Array): void;
  close(): void;
}

/** Who a device has shown itself to be. The digest tells a teacher's device from one whose token was replaced. */
export type Identity =
  | { readonly kind: 'host'; readonly digest: string }
  | { readonly kind: 'seat'; readonly seat: string };

export type Admission =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly code: string };

/** Why a device is sent away: it must not come back by itself. */
export type OutCode = 'removed' | 'ended' | 'renewed';

export interface LiveRoomOptions {
  readonly host: RoomHost;
  readonly store: RoomStore;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly encode: (type: string, payload: unknown) => Uint8Array;
  /** How many rooms share the process. */
  readonly rooms: () => number;
  /** The room is over and nothing is kept of it. */
  readonly onEnded: () => void;
  /** What has happened since the last commit is lost, and nobody was told that it was taken: begin anew from the log. */
  readonly onBroken: (isElsewhere: boolean) => void;
}

/** The devices of one room, and what they are told and when. It judges nothing: the host does. */
export interface LiveRoom {
  /** Checks a token; a new seat is committed before this resolves. */
  admit(as: 'seat' | 'host', digest: string): Promise<Admission>;
  /** False when the device has lost its right since it was admitted: asking again tells it why. */
  connect(connection: Connection, identity: Identity): boolean;
  disconnect(connection: Connection): void;
  receive(connection: Connection, message: unknown): void;
  about(): RoomPart | undefined;
  /** Sends everyone away for good. */
  sendAway(code: OutCode): void;
  /** Resolves when all that was taken is committed. */
  settled(): Promise<void>;
  stop(): void;
}

const VIEW_PERIOD_MS = 50;
/** All of the teacher's screen, four times a second: nobody reads faster. */
const HOST_PERIOD_MS = { ofRoom: 10, least: 250, most: 1_000 };
/** What each vote changes there comes at once. The more rooms share the process, the rarer both are. */
const TALLY_PERIOD_MS = { ofRoom: 0.25, least: 15, most: 250 };
const LONGEST_KEY = 100;

interface Device {
  readonly connection: Connection;
  readonly identity: Identity;
  readonly actor: Actor;
  readonly sent: SentParts;
}

export function createLiveRoom(options: LiveRoomOptions): LiveRoom {
  const { host, store, log, metrics, now, encode, rooms, onEnded, onBroken } = options;
  const devices = new Map<Connection, Device>();
  const jsonOf = createJsonWriter();
  let committed = host.log().length;
  let isOver = false;

  // Of whom something may have changed since they were told.
  let areAllDue = false;
  const dueSeats = new Set<string>();

  const seatClock = createViewClock(
    () => VIEW_PERIOD_MS,
    () => {
      const everyone = areAllDue;
      areAllDue = false;
      const frames = new Map<string, Uint8Array>();
      for (const device of devices.values())
        if (device.identity.kind === 'seat' && (everyone || dueSeats.has(device.identity.seat)))
          show(device, frames);
      dueSeats.clear();
    },
  );
  const periodOf = ({ ofRoom, least, most }: typeof HOST_PERIOD_MS) =>
    Math.min(Math.max(least, ofRoom * rooms()), most);
  const hostClock = createViewClock(
    () => periodOf(HOST_PERIOD_MS),
    () => tellHosts(),
  );
  const tallyClock = createViewClock(
    () => periodOf(TALLY_PERIOD_MS),
    () => tellTally(),
  );

  const queue = createCommitQueue<RoomEvent>({
    append: async (events) => {
      const began = performance.now();
      await store.append(host.code, committed, events);
      committed += events.length;
      metrics.commit((performance.now() - began) / 1000);
      metrics.add('events', events.length);
    },
    onCommit: ringAll,
    onBroken: (error) => {
      metrics.add('failures');
      const isElsewhere = error instanceof RoomConflict;
      log.error('commit-failed', { reason: reasonOf(error), isElsewhere });
      breakDown(isElsewhere);
    },
  });

  function breakDown(isElsewhere: boolean): void {
    if (isOver) return;
    isOver = true;
    stopClocks();
    onBroken(isElsewhere);
  }

  /** A fault in the rules must not take other rooms with it. */
  function guarded<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      log.error('room-fault', { reason: reasonOf(error) });
      breakDown(false);
      return undefined;
    }
  }

  function ringAll(): void {
    if (isOver) return;
    const touched = guarded(() => host.touched());
    if (touched === undefined) return;
    if (touched === 'all') areAllDue = true;
    else for (const seat of touched) dueSeats.add(seat);
    seatClock.ring();
    tallyClock.ring();
    hostClock.ring();
  }

  function tellTally(): void {
    const tally = guarded(() => host.tally());
    if (tally === undefined || isOver) return;
    for (const device of devices.values()) {
      const parts = device.identity.kind === 'host' ? partsSince(device.sent, tally, jsonOf) : undefined;
      if (parts) tell(device, encode('view', { full: false, at: now(), parts, gone: [] }));
    }
  }

  function tellHosts(): void {
    const frames = new Map<string, Uint8Array>();
    for (const device of devices.values()) if (device.identity.kind === 'host') show(device, frames);
  }

  function show(device: Device, frames: Map<string, Uint8Array>, isFull = false): void {
    if (isOver) return;
    const parts = guarded<Parts>(() => host.parts(device.actor));
    const changes = parts && changesSince(device.sent, parts, jsonOf);
    if (!changes) return;
    const frame =
      frames.get(changes.key) ??
      encode('view', { full: isFull, at: now(), parts: changes.parts, gone: changes.gone });
    frames.set(changes.key, frame);
    tell(device, frame);
  }

  function tell(device: Device, frame: Uint8Array): void {
    deliver(device, frame);
    metrics.add('views');
  }

  function deliver({ connection }: Device, frame: Uint8Array): void {
    metrics.add('bytes', frame.byteLength);
    connection.deliver(frame);
  }

  function answer(device: Device, key: string | undefined, code?: string): void {
    if (key === undefined || !devices.has(device.connection)) return;
    deliver(device, encode('ack', code === undefined ? { key, ok: true } : { key, ok: false, code }));
  }

  function sendOut(device: Device, code: OutCode): void {
    deliver(device, encode('out', { code }));
    device.connection.close();
  }

  /** What concerns connections and not the view of anyone. Only for what is committed. */
  function followUp(events: readonly RoomEvent[]): void {
    for (const event of events) {
      if (event.type === 'seat.removed') {
        for (const device of devices.values())
          if (device.identity.kind === 'seat' && device.identity.seat === event.seat)
            sendOut(device, 'removed');
      } else if (event.type === 'host.renewed') {
        for (const device of devices.values())
          if (device.identity.kind === 'host' && !host.isHost(device.identity.digest))
            sendOut(device, 'renewed');
      } else if (event.type === 'room.ended') {
        onEnded();
      }
    }
  }

  const connectionsOf = (seat: string) =>
    [...devices.values()].filter(({ identity }) => identity.kind === 'seat' && identity.seat === seat).length;

  function stopClocks(): void {
    seatClock.stop();
    tallyClock.stop();
    hostClock.stop();
  }

  return {
    async admit(as, digest) {
      if (isOver) return { ok: false, code: 'rooms-unavailable' };
      if (host.isEnded()) return { ok: false, code: 'room-unknown' };
      if (as === 'host')
        return host.isHost(digest)
          ? { ok: true, identity: { kind: 'host', digest } }
          : { ok: false, code: 'not-allowed' };
      const joined = guarded(() => host.join(digest));
      if (!joined) return { ok: false, code: 'rooms-unavailable' };
      if (!joined.ok) return { ok: false, code: joined.problems[0]?.code ?? 'not-allowed' };
      const { seat, outcome } = joined.value;
      const isKept = await new Promise<boolean>((resolve) => queue.add(outcome.events, resolve));
      return isKept
        ? { ok: true, identity: { kind: 'seat', seat } }
        : { ok: false, code: 'rooms-unavailable' };
    },
    connect(connection, identity) {
      // A place is kept for a while before its socket comes: what let the device in may be over by then.
      const isStillIn = identity.kind === 'host' ? host.isHost(identity.digest) : host.isIn(identity.seat);
      if (isOver || !isStillIn) return false;
      const actor: Actor =
        identity.kind === 'host' ? { kind: 'host' } : { kind: 'seat', seat: identity.seat };
      const device: Device = { connection, identity, actor, sent: nothingSent() };
      devices.set(connection, device);
      if (identity.kind === 'seat' && connectionsOf(identity.seat) === 1)
        guarded(() => host.setPresent(identity.seat, true));
      show(device, new Map(), true);
      ringAll();
      return true;
    },
    disconnect(connection) {
      const identity = devices.get(connection)?.identity;
      devices.delete(connection);
      if (identity?.kind !== 'seat' || connectionsOf(identity.seat) > 0) return;
      guarded(() => host.setPresent(identity.seat, false));
      ringAll();
    },
    receive(connection, message) {
      const device = devices.get(connection);
      if (!device || isOver) return;
      metrics.add('messages');
      const key = keyOf(message);
      const taken = guarded(() => host.take(device.actor, message));
      if (!taken) return;
      if (!taken.ok) {
        metrics.add('refused');
        const code = taken.problems[0]?.code ?? 'malformed';
        // Refused for what has happened before: that must be kept first, or it may never have been.
        if (code === 'malformed') answer(device, key, code);
        else queue.add([], (isKept) => isKept && answer(device, key, code));
        return;
      }
      const { events } = taken.value;
      queue.add(events, (isKept) => {
        if (!isKept) return;
        answer(device, key);
        followUp(events);
        // The teacher sees at once what came of an own command.
        if (device.identity.kind === 'host' && !isOver) tellHosts();
      });
    },
    about: () => guarded(() => host.parts({ kind: 'host' }).room),
    sendAway(code) {
      for (const device of devices.values()) sendOut(device, code);
    },
    settled: () => queue.idle(),
    stop() {
      isOver = true;
      stopClocks();
    },
  };
}

/** The name of a message, when it has a usable one, so that a refusal can be matched to it. */
function keyOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('key' in message)) return undefined;
  const { key } = message;
  return typeof key === 'string' && key.length > 0 && key.length <= LONGEST_KEY ? key : undefined;
}
