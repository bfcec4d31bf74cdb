import fc from 'fast-check';
import type { Circumstances, NegotiationModel, OptionSets, Preference } from '../../src/core/model/index.ts';

const ISSUES = ['own', 'algo', 'price'] as const;
const OPTIONS = ['a', 'b', 'c'] as const;
const PARTIES = [
  ['F', 'self'],
  ['I', 'self'],
  ['M', 'buyer'],
  ['O', 'buyer'],
  ['W', 'ratifier'],
  ['B', 'ratifier'],
] as const;

const points = fc.integer({ min: 0, max: 100 });
const odds = fc.double({ min: 0, max: 1, noNaN: true });
const someOptions = fc.uniqueArray(fc.constantFrom(...OPTIONS), { minLength: 1, maxLength: 3 });
const optionSets: fc.Arbitrary<OptionSets> = fc.dictionary(fc.constantFrom(...ISSUES), someOptions, {
  maxKeys: 2,
});
const record = <T>(
  keys: readonly string[],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<Readonly<Record<string, T>>> =>
  fc
    .tuple(...keys.map(() => value))
    .map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at] as T])));

const preferenceOf = (party: string, role: Preference['role']): fc.Arbitrary<Preference> =>
  fc.record({
    party: fc.constant(party),
    role: fc.constant(role),
    weights: record(ISSUES, fc.integer({ min: 0, max: 40 })),
    scores: record(ISSUES, record(OPTIONS, points)),
    redLines: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, optionSets),
    trustShift: odds,
  });

/** Small models of every kind: three issues of three options, six parties, two phases, two tracks. */
export const arbitraryModel: fc.Arbitrary<NegotiationModel> = fc.record({
  issues: fc.constant(ISSUES.map((id) => ({ id, options: OPTIONS }))),
  structure: fc.array(fc.record({ id: fc.constant('S1'), if: optionSets, then: optionSets }), {
    maxLength: 2,
  }),
  tracks: fc.tuple(optionSets, optionSets).map(([first, second]) => [
    { id: 'M', buyer: 'M', allow: first, signs: 'DEAL.SIGNED_M' },
    { id: 'S', allow: second, signs: 'DEAL.SIGNED_S' },
  ]),
  preferences: fc.tuple(...PARTIES.map(([party, role]) => preferenceOf(party, role))),
  phases: fc.tuple(
    ...['P1', 'P2'].map((id, at) =>
      fc.record({
        id: fc.constant(id),
        date: fc.constant(`2030-0${at + 1}-01`),
        courtOdds: fc.record({ withoutSuit: odds, withSuit: odds }),
        reservation: record(['M', 'O', 'W', 'B'], points),
        vetoes: fc.subarray(['W', 'B']),
        redLines: fc.oneof(
          fc.constant({}),
          optionSets.map((sets) => ({ W: sets })),
        ),
      }),
    ),
  ),
  court: fc.record({
    F: fc.record({ keep: points, ban: points, cost: fc.integer({ min: 0, max: 10 }) }),
    I: fc.record({ keep: points, ban: points, cost: fc.integer({ min: 0, max: 10 }) }),
  }),
  licence: fc.record({
    party: fc.constant('B'),
    unless: optionSets,
    homeCost: fc.record({ party: fc.constant('F'), share: odds }),
  }),
  tiers: fc.constant([
    { id: 'all', issues: [...ISSUES], derived: [] },
    {
      id: 'few',
      issues: ['own', 'algo'],
      derived: [
        {
          issue: 'price',
          cases: [
            { if: { own: ['a'] }, option: 'c' },
            { if: {}, option: 'b' },
          ],
        },
      ],
    },
  ]),
  references: fc.constant([]),
});

export const arbitraryCircumstances: fc.Arbitrary<Circumstances> = fc.record({
  phase: fc.constantFrom('P1', 'P2'),
  hasOwnSuit: fc.boolean(),
  trust: fc.dictionary(fc.constantFrom('F', 'I', 'M', 'W', 'B'), points),
  goodwill: fc.dictionary(fc.constantFrom('W', 'B'), fc.integer({ min: -5, max: 5 })),
});

const NAMES = ['own', 'algo', 'price', 'data'] as const;
const LETTERS = ['a', 'b', 'c', 'd'] as const;
const mixedSets: fc.Arbitrary<OptionSets> = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.subarray([...LETTERS], { minLength: 1 }),
  { maxKeys: 2 },
);
const rules = (maxLength: number) =>
  fc.array(fc.record({ id: fc.constant('S'), if: mixedSets, then: mixedSets }), { maxLength });
const derivedIssue = (issue: string) =>
  fc.record({
    issue: fc.constant(issue),
    cases: fc
      .tuple(
        fc.array(fc.record({ if: mixedSets, option: fc.constantFrom('a', 'b') }), { maxLength: 2 }),
        fc.constantFrom('a', 'b'),
      )
      .map(([cases, option]) => [...cases, { if: {}, option }]),
  });

/**
 * Models of other shapes: two to four issues of two to four options, up to forty rules, tracks without
 * limits, levels that derive any issue, red lines everywhere, mostly without a licence.
 */
export const arbitraryMixedModel: fc.Arbitrary<NegotiationModel> = fc
  .tuple(
    arbitraryModel,
    fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 4 }),
    fc.oneof({ weight: 6, arbitrary: rules(3) }, { weight: 1, arbitrary: rules(40) }),
    fc.tuple(...PARTIES.map(() => fc.tuple(record(NAMES, record(LETTERS, points)), mixedSets, fc.nat(3)))),
    fc.tuple(...NAMES.map((issue) => fc.option(derivedIssue(issue), { nil: undefined, freq: 2 }))),
    fc.option(mixedSets, { nil: undefined, freq: 1 }),
    fc.tuple(record(NAMES, points), fc.boolean()),
  )
  .map(([model, sizes, structure, likes, derivations, unless, [weights, hasLimits]]) => {
    const issues = sizes.map((size, at) => ({ id: NAMES[at] as string, options: LETTERS.slice(0, size) }));
    const derived = derivations.flatMap((derivation, at) => (at < sizes.length ? (derivation ?? []) : []));
    const isVisible = ({ id }: { readonly id: string }) => derived.every(({ issue }) => issue !== id);
    const ids = issues.map(({ id }) => id);
    const { licence, ...rest } = model;
    return {
      ...rest,
      issues,
      structure,
      tracks: model.tracks.map((track) => (hasLimits ? track : { ...track, allow: {} })),
      preferences: model.preferences.map((preference, at) => {
        const [scores, redLines, luck] = likes[at] ?? [{}, {}, 0];
        return {
          ...preference,
          weights: { ...weights, ...preference.weights },
          scores,
          redLines: luck === 0 ? redLines : {},
        };
      }),
      ...(licence && unless ? { licence: { ...licence, unless } } : {}),
      tiers: [
        { id: 'all', issues: ids, derived: [] },
        { id: 'few', issues: issues.filter(isVisible).map(({ id }) => id), derived },
        // A derivation may also replace what was chosen.
        { id: 'both', issues: ids, derived },
      ],
    };
  });
