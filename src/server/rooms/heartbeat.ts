/** A socket as far as it is watched here. */
export interface WatchedSocket {
  on(event: 'message' | 'pong' | 'close', hear: () => void): unknown;
  ping(): void;
  terminate(): void;
}

/** A device that was silent for one of these is asked, and has one to answer. */
const PERIOD_MS = 3_000;

/**
 * Ends the connection of a device that is gone without a word, after three periods at the latest. Each socket has its own
 * beat. To ask all of a school in one moment, as the framework does, would keep everyone waiting who votes just then.
 */
export function watchOver(socket: WatchedSocket): void {
  let isHeard = true;
  let isAsked = false;
  const hear = () => {
    isHeard = true;
  };
  const beat = setInterval(() => {
    if (!isHeard && isAsked) return socket.terminate();
    isAsked = !isHeard;
    isHeard = false;
    if (isAsked) socket.ping();
  }, PERIOD_MS);
  socket.on('message', hear);
  socket.on('pong', hear);
  socket.on('close', () => clearInterval(beat));
}
