import { describe, expect, test } from 'vitest';
import { stemVolumes } from '../../../src/client/audio/stems.ts';

describe('stems of the music', () => {
  test('come in one after another as the deadline comes near', () => {
    expect(stemVolumes(0, true)).toEqual({ pulse: 1, tension: 0, deadline: 0 });
    expect(stemVolumes(1, true)).toEqual({ pulse: 1, tension: 1, deadline: 0 });
    expect(stemVolumes(2, true)).toEqual({ pulse: 1, tension: 1, deadline: 1 });
  });

  test('do not tick where nobody wants it, and stay as tense', () => {
    for (const pressure of [0, 1, 2] as const) {
      const { pulse, tension, deadline } = stemVolumes(pressure, false);
      expect(pulse).toBe(0);
      expect(tension + deadline).toBeGreaterThan(pressure / 2);
    }
  });
});
