import { describe, expect, it, vi } from 'vitest';
import { ShareBar } from '../../../src/client/dom/charts/share-bar.tsx';

vi.mock('../../../src/client/dom/parts/env.ts', () => ({
  useWords: () => (key: string, params: object) => `${key} ${JSON.stringify(params ?? {})}`,
}));

const drawn = (choice: number, others: number, chance: number): string =>
  JSON.stringify(ShareBar({ shares: { choice, others, chance } }));

describe('the bar of shares', () => {
  it('draws a part for each share above 0, and still says the others in words', () => {
    const picture = drawn(70, 0, 30);
    expect(picture.match(/"shares__part /g)).toHaveLength(2);
    expect(picture.match(/debrief\.shares\.part/g)).toHaveLength(3);
  });

  it('says in words that there is nothing to divide, without a bar', () => {
    const picture = drawn(0, 0, 0);
    expect(picture).toContain('debrief.shares.none');
    expect(picture).not.toContain('shares__bar');
  });
});
