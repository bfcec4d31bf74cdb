import { describe, expect, test } from 'vitest';
import { sensitivity } from '../../../src/core/report/index.ts';
import type { Claim } from '../../../src/core/scenario/index.ts';
import { miniScenario } from '../../support/mini-scenario.ts';

const rises = (...phases: string[]): Claim => ({
  id: phases.join('-'),
  rises: { party: 'F', phases, hasOwnSuit: true },
});
const zone = (id: string, more: object, bounds: object): Claim => ({
  id,
  zone: { track: 'M', phases: ['P1'], hasOwnSuit: false, with: {}, ...more },
  ...bounds,
});
const ask = (n: number, seed: number, ...claims: readonly Claim[]) =>
  sensitivity({ ...miniScenario, claims }, { n, seed });

describe('the sensitivity of claims', () => {
  test('is the same for the same seed, and another for another', () => {
    const close = zone('close', {}, { min: 2 });
    // Model i of a seed is drawn with seed + i: seeds far apart share none.
    const shares = [1, 1, 1_000, 2_000, 3_000].map((seed) => ask(100, seed, close).claims[0]?.holdsFor);
    expect(shares[0]).toBe(shares[1]);
    expect(new Set(shares).size).toBeGreaterThan(1);
    for (const share of shares) expect(share).toBeGreaterThan(0);
    for (const share of shares) expect(share).toBeLessThan(1);
  });

  test('leaves court odds and rules as they are: a plan B that rises, rises in every model', () => {
    const { claims, all } = ask(20, 1, rises('P1', 'P2'), rises('P2', 'P1'));
    expect(claims).toEqual([
      { id: 'P1-P2', holds: true, holdsFor: 1 },
      { id: 'P2-P1', holds: false, holdsFor: 0 },
    ]);
    expect(all).toBe(0);
  });

  test('counts no contract outside the options asked for, and none where a red line forbids them all', () => {
    const nothing = { maxShare: 0 };
    const model = {
      ...miniScenario.model,
      preferences: miniScenario.model.preferences.map((preference) =>
        preference.party === 'M' ? { ...preference, redLines: { algo: ['sell'] } } : preference,
      ),
    };
    const claims = [
      zone('kept', { with: { algo: ['keep'] } }, nothing),
      zone('any', {}, nothing),
      zone('any-two', {}, { min: 1 }),
    ];
    const found = sensitivity({ ...miniScenario, model, claims }, { n: 5, seed: 1 });
    expect(found.claims[0]).toEqual({ id: 'kept', holds: true, holdsFor: 1 });
    expect(found.claims[1]?.holds).toBe(!found.claims[2]?.holds);
  });
});
