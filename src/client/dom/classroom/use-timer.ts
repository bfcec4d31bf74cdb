import { useEffect, useState } from 'preact/hooks';

/** A timer that somebody starts. It only tells the time. */
export interface Timer {
  readonly lengthMs: number;
  readonly leftMs: number;
  readonly isRunning: boolean;
  start(): void;
  pause(): void;
  /** Back to the beginning, not started; with another length from now on. */
  reset(lengthMs?: number): void;
}

const TICK_MS = 200;

export function useTimer(firstLengthMs: number): Timer {
  const [lengthMs, setLength] = useState(firstLengthMs);
  const [leftMs, setLeft] = useState(firstLengthMs);
  const [isRunning, setRunning] = useState(false);
  useEffect(() => {
    if (!isRunning) return;
    // A page in the background ticks late: only the clock knows how much is left.
    const endsAt = Date.now() + leftMs;
    const tick = setInterval(() => {
      const left = Math.max(0, endsAt - Date.now());
      setLeft(left);
      if (left === 0) setRunning(false);
    }, TICK_MS);
    return () => clearInterval(tick);
  }, [isRunning]);
  return {
    lengthMs,
    leftMs,
    isRunning,
    start: () => setRunning(leftMs > 0),
    pause: () => setRunning(false),
    reset: (next = lengthMs) => {
      setRunning(false);
      setLength(next);
      setLeft(next);
    },
  };
}

const LAST_MS = 10_000;

/** What a listener should know of the time that is left, in milliseconds; nothing new says nothing. */
export function timeMark(lengthMs: number, leftMs: number): 'end' | 'last' | 'half' | 'started' {
  if (leftMs <= 0) return 'end';
  if (leftMs <= LAST_MS) return 'last';
  return leftMs <= lengthMs / 2 ? 'half' : 'started';
}
