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

test.each([
  [undefined, 'application/json'],
  ['text/plain;charset=utf-8', 'text/plain;charset=utf-8'],
])('a file asked for as %s is %s', async (type, expected) => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { createElement: () => ({ click: () => {} }) });
  const made = vi.spyOn(URL, 'createObjectURL');
  download('file', 'Ä', type);
  const [file] = made.mock.calls[0] ?? [];
  expect(file).toMatchObject({ type: expected });
  expect(await (file as Blob).text()).toBe('Ä');
});
