import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from '../../src/server/within.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('work within a time', () => {
  it('comes to what it comes to, and leaves no timer behind', async () => {
    expect(await within(5_000, Promise.resolve('done'))).toBe('done');
    await expect(within(5_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is given up when it never ends', async () => {
    const waited = expect(within(5_000, new Promise(() => {}))).rejects.toThrow('no answer within 5000 ms');
    await vi.advanceTimersByTimeAsync(5_000);
    await waited;
  });
});
