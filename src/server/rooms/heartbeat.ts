/** A socket as far as it is watched here. */
export interface WatchedSocket {
  on(event: 'message' | 'pong' | 'close', hear: () => void): unknown;
  ping(): void;
  terminate(): void;
}

/** So long lies between two looks at a device, more or less. */
const PERIOD_MS = 3_000;
/** A device may lose one question in a weak network; it is gone when it leaves these unanswered. */
const MOST_UNANSWERED = 2;

/**
 * Ends the connection of a device that is gone without a word, after some ten seconds. Each socket has its own beat,
 * never of quite the same length: to ask all of a school in one moment would keep everyone waiting who votes just then,
 * and beats of one length fall into step whenever the process has had to pause.
 */
export function watchOver(socket: WatchedSocket): void {
  let isHeard = true;
  let unanswered = 0;
  let timer: NodeJS.Timeout;
  const hear = () => {
    isHeard = true;
  };
  const look = () => {
    if (isHeard) unanswered = 0;
    else if (unanswered === MOST_UNANSWERED) return socket.terminate();
    else unanswered += 1;
    isHeard = false;
    arm();
    if (unanswered > 0) socket.ping();
  };
  const arm = () => {
    timer = setTimeout(look, PERIOD_MS * (0.75 + Math.random() / 2));
  };
  socket.on('message', hear);
  socket.on('pong', hear);
  socket.on('close', () => clearTimeout(timer));
  arm();
}
