/** When devices are told: at once after a quiet while, then at most once in each period, in milliseconds. */
export interface ViewClock {
  /** There is something to tell. */
  ring(): void;
  stop(): void;
}

export function createViewClock(periodMs: () => number, tell: () => void): ViewClock {
  let last = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const tellNow = () => {
    timer = undefined;
    last = performance.now();
    tell();
  };
  return {
    ring() {
      if (timer) return;
      const wait = last + periodMs() - performance.now();
      if (wait <= 0) tellNow();
      else timer = setTimeout(tellNow, wait);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
