import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGroupCommit } from '../../../src/server/store/group-commit.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'setImmediate', 'setTimeout'] }));
afterEach(() => vi.useRealTimers());

const PERIOD_MS = 10;
const LONG_MS = 1_000;

/** A disk that takes its time: what is written, and when. */
function slowDisk(commitMs: number, refuses: (item: string) => boolean = () => false) {
  const commits: { readonly at: number; readonly items: string }[] = [];
  const began = performance.now();
  const group = createGroupCommit<string>(
    async (items) => {
      commits.push({ at: performance.now() - began, items: items.join('') });
      await new Promise((resolve) => setTimeout(resolve, commitMs));
      if (items.some(refuses)) throw new Error('refused');
    },
    { maxItems: 4, periodMs: PERIOD_MS },
  );
  return { group, commits };
}

describe('a group commit', () => {
  it('is begun at once after a quiet while', async () => {
    const { group, commits } = slowDisk(1);
    for (const item of 'ab') {
      const added = group.add(item);
      await vi.advanceTimersByTimeAsync(LONG_MS);
      await added;
    }
    expect(commits).toEqual([
      { at: 0, items: 'a' },
      { at: LONG_MS, items: 'b' },
    ]);
  });

  it('takes what came while the one before it was written, and what came in its period', async () => {
    const { group, commits } = slowDisk(4);
    const added = [group.add('a'), group.add('b')];
    await vi.advanceTimersByTimeAsync(2);
    added.push(group.add('c'));
    await vi.advanceTimersByTimeAsync(6);
    added.push(group.add('d'));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    await Promise.all(added);
    expect(commits).toEqual([
      { at: 0, items: 'ab' },
      { at: PERIOD_MS, items: 'cd' },
    ]);
  });

  it('follows at once on one that took longer than a period, and is never too large', async () => {
    const { group, commits } = slowDisk(30);
    const added = [...'abcdef'].map((item) => group.add(item));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    await Promise.all(added);
    expect(commits).toEqual([
      { at: 0, items: 'abcd' },
      { at: 30, items: 'ef' },
    ]);
  });

  it('refuses only what is bad in it', async () => {
    const { group } = slowDisk(1, (item) => item === 'b');
    const added = Promise.allSettled([...'abc'].map((item) => group.add(item)));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect((await added).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('is waited for until nothing is left', async () => {
    const { group, commits } = slowDisk(1);
    const added = [...'abcdefghi'].map((item) => group.add(item));
    const drained = group.drain().then(() => commits.map(({ items }) => items).join(''));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(await drained).toBe('abcdefghi');
    await Promise.all(added);
  });
});
