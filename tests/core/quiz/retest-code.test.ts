import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/domain/index.ts';
import { EMPTY_DIARY, withTest } from '../../../src/core/quiz/index.ts';
import {
  encodeRetest,
  formsOf,
  parseRetest,
  type RetestResult,
  retestOf,
} from '../../../src/core/quiz/retest-code.ts';
import type { Scenario } from '../../../src/core/scenario/index.ts';
import { quizScenario } from '../../support/quiz-items.ts';

const SYMBOLS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

const score = fc
  .integer({ min: 1, max: 31 })
  .chain((count) =>
    fc.record({
      count: fc.constant(count),
      right: fc.nat(count),
      claims: fc.tuple(fc.nat(count), fc.nat(count)),
    }),
  )
  .map(({ count, right, claims: [one, both] }) => ({
    count,
    right,
    hits: Math.min(one, both),
    falseAlarms: both - Math.min(one, both),
  }));
const result: fc.Arbitrary<RetestResult> = fc
  .record(
    {
      forms: fc.nat(4_095),
      day: fc.nat(32_767).map((days) => addDays('2020-01-01', days)),
      pre: score,
      post: score,
    },
    { requiredKeys: ['forms', 'day', 'post'] },
  )
  .map((value) => value);
const codesOf = (text: string) => {
  const read = parseRetest(text);
  return read.ok ? [] : read.problems.map(({ code }) => code);
};

describe('a code for a test after a week', () => {
  test('says again what went into it, however it is typed', () => {
    fc.assert(
      fc.property(result, (value) => {
        const code = encodeRetest(value)!;
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
        expect(parseRetest(code)).toEqual({ ok: true, value });
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
        expect(parseRetest(typed)).toEqual({ ok: true, value });
        expect(parseRetest(code.replaceAll('-', '–').replaceAll('1', 'I'))).toEqual({ ok: true, value });
      }),
    );
  });

  test('with one wrong symbol is a typing error, whichever it is', () => {
    fc.assert(
      fc.property(result, fc.nat(14), (value, place) => {
        const symbols = [...encodeRetest(value)!.replaceAll('-', '')];
        for (const symbol of SYMBOLS.filter((other) => other !== symbols[place]))
          expect(codesOf(symbols.with(place, symbol).join(''))).toEqual(['retest-typo']);
      }),
    );
  });

  test('with two symbols that changed places is a typing error', () => {
    fc.assert(
      fc.property(result, fc.nat(14), fc.nat(14), (value, a, b) => {
        const symbols = [...encodeRetest(value)!.replaceAll('-', '')];
        fc.pre(symbols[a] !== symbols[b]);
        const swapped = symbols.with(a, symbols[b]!).with(b, symbols[a]!);
        expect(codesOf(swapped.join(''))).toEqual(['retest-typo']);
      }),
    );
  });

  test('that is cut or too long says so, and so does a letter that is in no code', () => {
    const code = encodeRetest({
      forms: 7,
      day: '2026-11-25',
      post: { count: 6, right: 4, hits: 1, falseAlarms: 0 },
    })!;
    expect(codesOf(code.slice(0, -1))).toEqual(['retest-length']);
    expect(codesOf(`${code}7`)).toEqual(['retest-length']);
    expect(codesOf('')).toEqual(['retest-length']);
    expect(parseRetest(`${code.slice(0, -1)}u`)).toMatchObject({
      problems: [{ code: 'retest-symbol', path: 'U' }],
    });
  });

  test('of another version is not a typing error', () => {
    // Version 2 and no result: sixteen zero symbols but for the first, and the check that belongs to it.
    const found = SYMBOLS.map((check) => codesOf(`8${'0'.repeat(13)}${check}`));
    expect(found.filter(([code]) => code === 'retest-version')).toHaveLength(1);
  });

  test('is never made of what would not fit', () => {
    const post = { count: 6, right: 4, hits: 1, falseAlarms: 0 };
    expect(encodeRetest({ forms: 7, day: '2026-11-25' })).toBeUndefined();
    expect(encodeRetest({ forms: 7, day: '2019-12-31', post })).toBeUndefined();
    expect(encodeRetest({ forms: 7, day: '2026-11-25', post: { ...post, count: 32 } })).toBeUndefined();
  });

  test('may be any text: that is never an error of the game', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...SYMBOLS, ' ', '-'), minLength: 13, maxLength: 17 }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = parseRetest(typed);
        if (read.ok) expect(parseRetest(encodeRetest(read.value)!)).toEqual(read);
        else expect(read.problems).toHaveLength(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the code of a diary', () => {
  const scenario: Scenario = {
    ...quizScenario,
    manifest: {
      ...quizScenario.manifest,
      tests: { pre: ['i-single', 'i-order'], post: ['i-truth', 'i-kind'] },
    },
  };
  test('has the final test with hits and false alarms, and the first one where there was one', () => {
    const after = withTest(EMPTY_DIARY, 'post', {
      right: 0,
      count: 2,
      day: '2026-11-25',
      answers: {
        'i-truth': { response: 'true', confidence: 'sure' },
        'i-kind': { response: 'claim', confidence: 'sure' },
      },
    });
    const post = { count: 2, right: 0, hits: 0, falseAlarms: 1 };
    const read = (code: string | undefined) => parseRetest(code ?? '');
    expect(read(retestOf(scenario, after))).toEqual({
      ok: true,
      value: { forms: formsOf(scenario), day: '2026-11-25', post },
    });
    const answers = { 'i-single': { response: 'b', confidence: 'sure' } } as const;
    const both = withTest(after, 'pre', { right: 1, count: 2, day: '2026-11-24', answers });
    expect(read(retestOf(scenario, both))).toMatchObject({
      value: { pre: { count: 2, right: 1, hits: 0, falseAlarms: 0 }, post },
    });
  });

  test('says nothing of a test whose answers an older version has not kept', () => {
    const post = { right: 1, count: 2, day: '2026-11-25', answers: {} };
    const known = withTest(withTest(EMPTY_DIARY, 'pre', { right: 1, count: 2 }), 'post', post);
    const read = parseRetest(retestOf(scenario, known) ?? '');
    expect(read).toMatchObject({ ok: true, value: { post: { count: 2 } } });
    expect(read).not.toHaveProperty('value.pre');
    expect(retestOf(scenario, withTest(known, 'post', { right: 1, count: 2 }))).toBeUndefined();
  });

  test('is missing without a final test', () => {
    expect(retestOf(scenario, EMPTY_DIARY)).toBeUndefined();
    expect(retestOf(scenario, withTest(EMPTY_DIARY, 'pre', { right: 1, count: 2 }))).toBeUndefined();
  });

  test('knows which questions were asked', () =>
    expect(formsOf(scenario)).not.toBe(
      formsOf({ ...scenario, manifest: { ...scenario.manifest, tests: { pre: [], post: ['i-truth'] } } }),
    ));
});
