import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decodeShareCode, encodeShareCode } from '../../../src/client/app/share-code.ts';

describe('a run in the address', () => {
  test('comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const code = await encodeShareCode(value);
        expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(await decodeShareCode(code)).toEqual({ ok: true, value: JSON.stringify(value) });
      }),
      { numRuns: 50 },
    );
  });

  test('is refused when it is broken, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (code) => {
        const decoded = await decodeShareCode(code);
        if (!decoded.ok) expect(decoded.problems[0]?.code).toBe('share-code-broken');
      }),
      { numRuns: 100 },
    );
  });

  test('is refused when it unpacks to a flood', async () => {
    const bomb = await encodeShareCode('a'.repeat(3_000_000));
    expect((await decodeShareCode(bomb)).ok).toBe(false);
  });

  test('is refused when it is too long to be read again, before anyone leaves', async () => {
    // Noise: it packs badly.
    let state = 1;
    const noise = (length: number) =>
      Array.from({ length }, () => {
        state = (state * 48_271) % 2_147_483_647;
        return state.toString(36);
      }).join('');
    const long = await encodeShareCode(noise(15_000));
    expect(long.length).toBeGreaterThan(60_000);
    expect((await decodeShareCode(long)).ok).toBe(true);
    await expect(encodeShareCode(noise(60_000))).rejects.toThrow('too long');
  });

  test('is not packed where the browser cannot', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    await expect(encodeShareCode({})).rejects.toThrow();
    vi.unstubAllGlobals();
  });
});
