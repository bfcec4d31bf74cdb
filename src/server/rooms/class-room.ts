import {
  type Client,
  CloseCode,
  getMessageBytes,
  matchMaker,
  Protocol,
  Room,
  ServerError,
} from '@colyseus/core';
import type { RoomHost } from '../../core/classroom/index.ts';
import { type Log, reasonOf } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RoomStore } from '../store/room-store.ts';
import {
  type Admission,
  type Connection,
  createLiveRoom,
  type Identity,
  type LiveRoom,
} from './live-room.ts';

/** Name of the only kind of room there is. */
export const ROOM_NAME = 'class';

/** What a room needs of the process that holds it. */
export interface RoomWorld {
  readonly store: RoomStore;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The room as its log tells; undefined when there is none of this code. */
  readonly openHost: (code: string) => Promise<RoomHost | undefined>;
  /** Leaves a room that lives in another process: its place in the list is that of the other one. */
  readonly leaveToOther: (code: string, leave: () => Promise<void>) => Promise<void>;
}

/** What other processes may ask a room. Arguments and answers travel as JSON. */
export interface RoomCalls {
  admit(asking: { readonly as: 'seat' | 'host'; readonly digest: string }): Promise<Admission>;
  about(): { readonly scenario: string; readonly isLocked: boolean } | undefined;
  /** Its time is over. */
  expire(): void;
  /** It lives in another process: this one was thought dead. Devices go there. */
  abandon(): Promise<void>;
}

/** Nothing of ours needs the clock of the framework: an hour between its ticks costs nothing. */
const IDLE_MS = 3_600_000;

/** Not offered by the framework to its rooms, and the only thing of it that is needed. */
const PLACES = '_reservedSeats';
const PLACE_TIMERS = '_reservedSeatTimeouts';

type ClassClient = Client<{ auth: Identity }>;

/**
 * A room as Colyseus knows it: a name in a list and sockets. Messages go to a live room that knows nothing of
 * Colyseus. There is no schema state, since every device may know something else, and nothing that the framework
 * keeps for those who come back: the token of a device is its seat.
 */
export function classRoomOf(world: RoomWorld): new () => Room & RoomCalls {
  return class ClassRoom extends Room<{ client: ClassClient }> implements RoomCalls {
    override autoDispose = false;
    override patchRate = IDLE_MS;
    readonly #connections = new Map<ClassClient, Connection>();
    #live: LiveRoom | undefined;

    override async onCreate({ code }: { code: string }): Promise<void> {
      const host = await world.openHost(code);
      if (!host) throw new ServerError(404, 'room-unknown');
      if (host.isEnded()) {
        // The process ended between the teacher's word and the deed.
        await world.store.remove(code);
        throw new ServerError(404, 'room-unknown');
      }
      this.roomId = code;
      this.#live = createLiveRoom({
        host,
        store: world.store,
        log: world.log,
        metrics: world.metrics,
        now: Date.now,
        rooms: () => matchMaker.stats.local.roomCount,
        encode: (type, payload) => getMessageBytes.raw(Protocol.ROOM_DATA, type, payload),
        onEnded: () => this.#end(),
        onBroken: (isElsewhere) => this.#breakDown(isElsewhere),
      });
      this.onMessage('command', (client, message: unknown) => {
        const connection = this.#connections.get(client);
        if (connection) this.#live?.receive(connection, message);
      });
      // Whatever else is sent is no reason to do anything.
      this.onMessage('*', () => {});
    }

    override onJoin(client: ClassClient): void {
      if (!this.#live || !client.auth) throw new ServerError(503, 'rooms-unavailable');
      const connection: Connection = {
        deliver: (frame) => client.enqueueRaw(frame),
        close: () => client.leave(CloseCode.CONSENTED),
      };
      if (!this.#live.connect(connection, client.auth)) throw new ServerError(403, 'not-allowed');
      this.#connections.set(client, connection);
    }

    override onLeave(client: ClassClient): void {
      const connection = this.#connections.get(client);
      this.#connections.delete(client);
      if (connection) this.#live?.disconnect(connection);
    }

    override onBeforeShutdown(): void {
      this.#close(CloseCode.SERVER_SHUTDOWN);
    }

    override onDispose(): void {
      this.#live?.stop();
    }

    async admit(asking: { readonly as: 'seat' | 'host'; readonly digest: string }): Promise<Admission> {
      return this.#live?.admit(asking.as, asking.digest) ?? { ok: false, code: 'rooms-unavailable' };
    }

    about() {
      const room = this.#live?.about();
      return room && { scenario: room.scenario.id, isLocked: room.isLocked };
    }

    expire(): void {
      this.#live?.sendAway('ended');
      this.#close(CloseCode.CONSENTED);
    }

    #end(): void {
      world.log.info('room-ended');
      this.#live?.sendAway('ended');
      world.store.remove(this.roomId).catch((error: unknown) => {
        // It is over in its log too: whoever loads it next deletes it.
        world.log.error('room-not-removed', { reason: reasonOf(error) });
      });
      this.#close(CloseCode.CONSENTED);
    }

    #close(code: number): void {
      const close = async () => {
        await this.#live?.settled();
        this.#live?.stop();
        await this.#leave(code);
      };
      close().catch((error: unknown) => world.log.error('room-not-closed', { reason: reasonOf(error) }));
    }

    /** Whoever has a place and no socket yet is not waited for: the framework would, for a quarter of a minute. */
    async #leave(code: number): Promise<void> {
      for (const id of Object.keys(this[PLACES])) {
        clearTimeout(this[PLACE_TIMERS][id]);
        delete this[PLACE_TIMERS][id];
        delete this[PLACES][id];
      }
      await this.disconnect(code);
    }

    async abandon(): Promise<void> {
      this.#live?.stop();
      await world.leaveToOther(this.roomId, () => this.#leave(CloseCode.WITH_ERROR));
    }

    #breakDown(isElsewhere: boolean): void {
      const left = isElsewhere ? this.abandon() : this.#leave(CloseCode.WITH_ERROR);
      left.catch((error: unknown) => world.log.error('room-not-closed', { reason: reasonOf(error) }));
    }
  };
}
