import { Protocol } from '@colyseus/core';
import { WebSocket } from 'ws';

interface Guard {
  readonly messagesPerSecond: number;
  /** A message upset what reads it. The connection is closed; nobody else notices. */
  readonly onFault: (error: unknown) => void;
  readonly onFlood: () => void;
}

const BURST_SECONDS = 6;
const POLICY_VIOLATION = 1008;

/** The one kind of message that devices send: a string of seven letters, as the framework writes it. */
const COMMAND = Buffer.from([Protocol.ROOM_DATA, 0xa7, ...Buffer.from('command')]);
const OTHERS: readonly unknown[] = [Protocol.JOIN_ROOM, Protocol.LEAVE_ROOM, Protocol.PING];

function isOurs(frame: unknown): boolean {
  if (!Buffer.isBuffer(frame)) return false;
  return frame[0] === Protocol.ROOM_DATA
    ? frame.subarray(0, COMMAND.length).equals(COMMAND)
    : OTHERS.includes(frame[0]);
}

/**
 * The class of every socket. Frames reach the framework inside an event, where an exception would end the process,
 * and it writes a line for each name of a message that is no UTF-8: what no device of ours sends never gets there.
 * Its own limit of messages needs a clock that we let sleep, so that the count is here.
 */
export function guardedSocket({ messagesPerSecond, onFault, onFlood }: Guard): typeof WebSocket {
  const most = messagesPerSecond * BURST_SECONDS;
  return class GuardedSocket extends WebSocket {
    #left = most;
    #at = performance.now();

    // biome-ignore lint/suspicious/noExplicitAny: as Node declares it
    override emit(event: string | symbol, ...args: any[]): boolean {
      if (event !== 'message') return super.emit(event, ...args);
      const now = performance.now();
      this.#left = Math.min(most, this.#left + ((now - this.#at) / 1000) * messagesPerSecond) - 1;
      this.#at = now;
      if (this.#left < 0) {
        onFlood();
        this.terminate();
        return true;
      }
      if (!isOurs(args[0])) return true;
      try {
        return super.emit(event, ...args);
      } catch (error) {
        onFault(error);
        this.close(POLICY_VIOLATION);
        return true;
      }
    }
  };
}
