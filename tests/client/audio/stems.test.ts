import { describe, expect, test } from 'vitest';
import { stemVolumes } from '../../../src/client/audio/stems.ts';

describe('stems of the music', () => {
  test('come in one after another as the deadline comes near', () => {
    expect(stemVolumes(0, false)).toEqual({ pulse: 1, tension: 0, deadline: 0 });
    expect(stemVolumes(1, false)).toEqual({ pulse: 1, tension: 1, deadline: 0 });
    expect(stemVolumes(2, false)).toEqual({ pulse: 1, tension: 1, deadline: 1 });
  });

  test('never tick under reduced motion', () => {
    for (const pressure of [0, 1, 2] as const) expect(stemVolumes(pressure, true).pulse).toBe(0);
  });
});
