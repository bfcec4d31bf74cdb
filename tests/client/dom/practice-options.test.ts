import { describe, expect, test } from 'vitest';
import { withCounterpart, withTrack } from '../../../src/client/dom/table/practice-options.ts';
import { PRACTICE } from '../../support/table-views.ts';

const { chosen } = PRACTICE;

describe('another contract at the practice table', () => {
  test('keeps who sits opposite where that is possible', () =>
    expect(withTrack(chosen, 'M', PRACTICE)).toEqual(chosen));

  test('seats the first who can sit there', () => {
    const setup = {
      ...PRACTICE,
      counterparts: {
        ...PRACTICE.counterparts,
        S: [{ id: 'I', name: 'US-Investoren', emblem: 'investors' }],
      },
    };
    expect(withTrack(chosen, 'S', setup)).toEqual({ ...chosen, track: 'S', counterpart: 'I' });
  });

  test('leaves the chair empty, and without a name for nobody, where no one can sit', () => {
    const next = withTrack(chosen, 'S', PRACTICE);
    expect(next.track).toBe('S');
    expect('counterpart' in next).toBe(false);
  });
});

test('nobody opposite can be chosen and taken back', () => {
  const alone = withCounterpart(chosen, '');
  expect('counterpart' in alone).toBe(false);
  expect(withCounterpart(alone, 'M')).toEqual(chosen);
});
