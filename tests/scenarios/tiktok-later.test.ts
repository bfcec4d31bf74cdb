import { describe, expect, test } from 'vitest';
import { judge, type Offer } from '../../src/core/model/index.ts';
import { loadTiktok } from '../support/tiktok.ts';

// What later.<language>.yaml says about the numbers of the model, so that a new number does not make it wrong.

const { model, later } = loadTiktok();
const { track, offer } = model.references.find(({ id }) => id === later?.reference)!;

/** Who says no, by moment. */
const refusals = (contract: Offer) =>
  later!.moments.map((moment) =>
    judge(model, track, contract, { ...moment, trust: {}, goodwill: {} }).flatMap(({ party, yes }) =>
      yes ? [] : [party],
    ),
  );

describe('the joint venture of 2026 in the model of 2020', () => {
  test('is put to the vote in August, September and November 2020', () => {
    const dates = later!.moments.map(({ phase }) => model.phases.find(({ id }) => id === phase)?.date);
    expect(dates.map((date) => date?.slice(0, 7))).toEqual(['2020-08', '2020-09', '2020-11']);
  });

  test('fails at Washington, then at Beijing, then at Beijing and the own side', () =>
    expect(refusals(offer)).toEqual([['W'], ['B'], ['F', 'I', 'B']]));

  test('is asked of Beijing only after August', () => {
    const isAsked = later!.moments.map(({ phase }) =>
      model.phases.find(({ id }) => id === phase)?.vetoes.includes('B'),
    );
    expect(isAsked).toEqual([false, true, true]);
  });

  test('with money for the Treasury would have had every yes in August, and not later', () => {
    const [august, ...after] = refusals({ ...offer, fund: 'key' });
    expect(offer.fund).toBe('none');
    expect(august).toEqual([]);
    for (const names of after) expect(names).toContain('B');
  });
});
