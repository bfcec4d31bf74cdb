import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts what one address has done in a while. Kept in memory only. */
export interface Attempts {
  /** Milliseconds until the address may try again; 0: now. */
  waitMs(address: string): Promise<number>;
  count(address: string): Promise<void>;
}

export function createAttempts(most: number, seconds: number): Attempts {
  if (most === 0) return { waitMs: async () => 0, count: async () => {} };
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  return {
    async waitMs(address) {
      const past = await limiter.get(address);
      return past && past.consumedPoints >= most ? Math.max(1, past.msBeforeNext) : 0;
    },
    async count(address) {
      await limiter.penalty(address);
    },
  };
}
