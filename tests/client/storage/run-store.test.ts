import { expect, test } from 'vitest';
import { createMemoryStore, openRunStore, type StoredRun } from '../../../src/client/storage/index.ts';
import { SAVE_FORMAT } from '../../../src/core/session/index.ts';

const run = (id: string, decisions: number): StoredRun => ({
  id,
  savedAt: '2026-11-24T10:00:00Z',
  summary: { date: '2020-08-06', scene: 's1', decisions },
  language: 'en',
  tier: 'starter',
  save: {
    format: SAVE_FORMAT,
    version: 1,
    scenario: { id: 'mini', hash: 'h' },
    seed: 1,
    language: 'en',
    tier: 'starter',
    events: [],
  },
});

test('a run is written where nothing lies, and replaces only what it may', async () => {
  const store = createMemoryStore();
  expect(await store.put(run('a', 1), () => false)).toBe(true);
  expect(await store.put(run('a', 2), () => false)).toBe(false);
  expect(await store.get('a')).toEqual({ id: 'a', value: run('a', 1) });
  expect(await store.put(run('a', 2), (value) => JSON.stringify(value).includes('"decisions":1'))).toBe(true);
  expect(await store.list()).toEqual([{ id: 'a', value: run('a', 2) }]);
  await store.remove('a');
  expect(await store.get('a')).toBeUndefined();
});

test('what is remembered can be changed and taken away, and is no run', async () => {
  const store = createMemoryStore();
  expect(await store.updateMemory('reflections', 'a', () => ({ one: 'x' }))).toEqual({ one: 'x' });
  await store.updateMemory('reflections', 'b', () => 'other');
  expect(await store.updateMemory('reflections', 'a', (stored) => [stored, 'more'])).toEqual([
    { one: 'x' },
    'more',
  ]);
  expect(await store.list()).toEqual([]);
  expect(await store.updateMemory('reflections', 'a', () => undefined)).toBeUndefined();
  expect(await store.loadMemory('reflections', 'a')).toBeUndefined();
  expect(await store.loadMemory('reflections', 'b')).toBe('other');
});

test('what lies below a key is found, copied and taken away without its neighbours', async () => {
  const store = createMemoryStore();
  await store.putMemory('reflections', 'run-1', 'older');
  await store.putMemory('reflections', 'run-1/always.1', 'x');
  await store.putMemory('reflections', 'run-1/role.w', 'y');
  await store.putMemory('reflections', 'run-1/role.w', 'z');
  await store.putMemory('reflections', 'run-10/always.1', 'of another run');
  await store.putMemory('quiz', 'run-1/always.1', 'of another topic');
  expect(await store.listMemory('reflections', 'run-1')).toEqual([
    { id: 'always.1', value: 'x' },
    { id: 'role.w', value: 'z' },
  ]);
  await store.removeMemory('reflections', 'run-1');
  expect(await store.listMemory('reflections', 'run-1')).toEqual([]);
  expect(await store.loadMemory('reflections', 'run-1')).toBeUndefined();
  expect(await store.listMemory('reflections', 'run-10')).toHaveLength(1);
  expect(await store.listMemory('quiz', 'run-1')).toHaveLength(1);
  expect(await store.list()).toEqual([]);
});

test('settings are no run', async () => {
  const store = createMemoryStore();
  await store.saveSettings({ music: false });
  expect(await store.list()).toEqual([]);
  expect(await store.loadSettings()).toEqual({ music: false });
});

test('where there is no database, everything is kept in memory', async () => {
  expect((await openRunStore()).isPersistent).toBe(false);
});
