import { WebSocket } from 'ws';

interface Guard {
  readonly messagesPerSecond: number;
  /** A message upset what reads it. The connection is closed; nobody else notices. */
  readonly onFault: (error: unknown) => void;
  readonly onFlood: () => void;
}

const BURST_SECONDS = 6;
const POLICY_VIOLATION = 1008;

/**
 * The class of every socket. Frames reach the framework inside an event, where an exception would end the process:
 * a name of a message that is no UTF-8 is enough. And its own limit of messages needs a clock that we let sleep.
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
