import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchOver } from '../../src/server/rooms/heartbeat.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const MINUTE_MS = 60_000;

function socket(answers: boolean) {
  const events = new EventEmitter();
  const done: string[] = [];
  watchOver({
    on: (event, hear) => events.on(event, hear),
    ping: () => {
      done.push('asked');
      if (answers) events.emit('pong');
    },
    terminate: () => {
      done.push('ended');
      events.emit('close');
    },
  });
  return { done, hear: () => events.emit('message'), close: () => events.emit('close') };
}

describe('the watch over a device', () => {
  it('ends the connection of one that is gone without a word', () => {
    const { done } = socket(false);
    vi.advanceTimersByTime(MINUTE_MS);
    expect(done).toEqual(['asked', 'ended']);
  });

  it('keeps one that answers, for as long as it does', () => {
    const { done } = socket(true);
    vi.advanceTimersByTime(MINUTE_MS);
    expect(done).not.toContain('ended');
    expect(done.length).toBeGreaterThan(2);
  });

  it('does not ask one that speaks by itself', () => {
    const { done, hear } = socket(false);
    for (let second = 0; second < 60; second += 1) {
      hear();
      vi.advanceTimersByTime(1_000);
    }
    expect(done).toEqual([]);
  });

  it('is over with the connection', () => {
    const { close } = socket(true);
    close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
