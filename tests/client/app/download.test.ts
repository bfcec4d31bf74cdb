import { afterEach, expect, test, vi } from 'vitest';
import { download } from '../../../src/client/app/download.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a file keeps its address long enough for every browser to fetch it, and not for ever', () => {
  vi.useFakeTimers();
  const link = { href: '', download: '', click: vi.fn() };
  vi.stubGlobal('document', { createElement: () => link });
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  download('run.json', '{}');
  expect(link).toMatchObject({ download: 'run.json', href: expect.stringMatching(/^blob:/) });
  expect(link.click).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(10_000);
  expect(revoke).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledExactlyOnceWith(link.href);
});

test('a file has the media type that it is given, else that of JSON', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { createElement: () => ({ click: vi.fn() }) });
  const create = vi.spyOn(URL, 'createObjectURL');
  download('table.csv', 'a,b', 'text/csv');
  download('run.json', '{}');
  download('dot.png', new Uint8Array([1, 2]), 'image/png');
  const blobs = create.mock.calls.map(([blob]) => blob as Blob);
  expect(blobs.map(({ type, size }) => [type, size])).toEqual([
    ['text/csv', 3],
    ['application/json', 2],
    ['image/png', 2],
  ]);
});
