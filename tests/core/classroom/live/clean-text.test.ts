import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../src/core/classroom/live/clean-text.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      ' ',
      '\n',
      '\t',
      '\u0000',
      '\u202e',
      '\u2066',
      '\u200b',
      '\ufeff',
      '\u2028',
      '\u3164',
      '\u0301',
      '\ud83d\ude00',
      '\ud83d',
      '<',
      '\u00a0',
      '\u2000',
    ),
    maxLength: 60,
  }),
);

describe('words of a person', () => {
  test('become one line without anything that cannot be seen, in composed letters', () =>
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: 40 }), (text, max) => {
        const clean = cleanText(text, max);
        expect(clean.length).toBeLessThanOrEqual(max);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(clean).not.toMatch(/^\s|\s$|\s\s/);
        expect(clean).not.toMatch(/\p{M}{3}/u);
      }),
      { numRuns: 2_000 },
    ));

  test('that are clean stay as they are', () =>
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: 40 }), (text, max) => {
        const clean = cleanText(text, max);
        expect(cleanText(clean, max)).toBe(clean);
      }),
      { numRuns: 2_000 },
    ));

  test.each([
    ['  Grüner   Otter\n', 'Grüner Otter'],
    ['Zoe\u0308', 'Zoë'],
    ['\u202eabc\u202c', 'abc'],
    ['a\u200bb\ufeffc', 'abc'],
    ['<b>x</b>', '<b>x</b>'],
    ['\u3164\u2800', ''],
    ['=1+1', '=1+1'],
  ])('%j is shown as %j', (text, clean) => {
    expect(cleanText(text, 24)).toBe(clean);
  });

  test('are not cut through a character', () => {
    expect(cleanText('abc\ud83d\ude00', 4)).toBe('abc');
  });
});
