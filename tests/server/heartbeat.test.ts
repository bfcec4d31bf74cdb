import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchOver } from '../../src/server/rooms/heartbeat.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const MINUTE_MS = 60_000;

/** A device; `answers` says of each question, counted from 1, whether it is answered. */
function device(answers: (question: number) => boolean, onAsked: () => void = () => {}) {
  const events = new EventEmitter();
  const done: string[] = [];
  watchOver({
    on: (event, hear) => events.on(event, hear),
    ping: () => {
      done.push('asked');
      onAsked();
      if (answers(done.length)) events.emit('pong');
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
    const { done } = device(() => false);
    vi.advanceTimersByTime(MINUTE_MS);
    expect(done).toEqual(['asked', 'asked', 'ended']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps one that answers, and one that misses every other question', () => {
    for (const answers of [() => true, (question: number) => question % 2 === 0]) {
      const { done } = device(answers);
      vi.advanceTimersByTime(10 * MINUTE_MS);
      expect(done).not.toContain('ended');
      expect(done.length).toBeGreaterThan(50);
    }
  });

  it('does not ask one that speaks by itself', () => {
    const { done, hear } = device(() => false);
    for (let second = 0; second < 60; second += 1) {
      hear();
      vi.advanceTimersByTime(1_000);
    }
    expect(done).toEqual([]);
  });

  it('is over with the connection', () => {
    const { close } = device(() => true);
    close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks a whole school one by one, even when all came in the same moment', () => {
    const SCHOOL = 400;
    const STEP_MS = 50;
    let asked = 0;
    for (let index = 0; index < SCHOOL; index += 1)
      device(
        () => true,
        () => {
          asked += 1;
        },
      );
    vi.advanceTimersByTime(MINUTE_MS);
    let most = 0;
    for (let at = 0; at < MINUTE_MS; at += STEP_MS) {
      asked = 0;
      vi.advanceTimersByTime(STEP_MS);
      most = Math.max(most, asked);
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(SCHOOL / 10);
  });
});
