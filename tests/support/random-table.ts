import fc from 'fast-check';
import type { NegotiationModel, Offer, Tier } from '../../src/core/model/index.ts';
import { type Move, offerErrors, type TableSetting, votesAt } from '../../src/core/strategy/index.ts';
import { arbitraryCircumstances, arbitraryModel } from './random-model.ts';

/** A table, and every contract that can be written there, found by trying all combinations. */
export interface RandomTable {
  readonly setting: TableSetting;
  readonly contracts: readonly Offer[];
}

const styles = fc.dictionary(
  fc.constantFrom('M', 'W', 'B'),
  fc.record({
    beta: fc.constantFrom(0.2, 0.4, 1, 2.5, 6),
    reciprocity: fc.constantFrom(0, 0.25, 1, 3),
  }),
);

/** Tables of any model, at which a buyer, a capital or nobody sits opposite. */
export function arbitraryTable(models: fc.Arbitrary<NegotiationModel>): fc.Arbitrary<RandomTable> {
  return fc
    .record({
      model: models,
      bargaining: fc.option(fc.record({ rounds: fc.integer({ min: 1, max: 6 }), styles }), {
        nil: undefined,
      }),
      track: fc.constantFrom('M', 'S'),
      tier: fc.nat(1),
      circumstances: arbitraryCircumstances,
      seat: fc.constantFrom('M', 'M', 'M', 'W', 'B', undefined),
    })
    .map(({ model, bargaining, track, tier, circumstances, seat }) => {
      const counterpart = seat === 'M' && track === 'S' ? undefined : seat;
      const setting: TableSetting = {
        model: bargaining ? { ...model, bargaining } : model,
        track,
        tier: model.tiers[tier] as Tier,
        circumstances,
        ...(counterpart === undefined ? {} : { counterpart }),
      };
      return { setting, contracts: allContracts(setting) };
    });
}

/** Models in which one line often demands another. */
export const arbitraryRuledModel: fc.Arbitrary<NegotiationModel> = fc
  .tuple(
    arbitraryModel,
    fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1), fc.subarray(['a', 'b', 'c'], { minLength: 1 })), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([model, rules]) => ({
    ...model,
    structure: rules.map(([line, option, other, then], at) => ({
      id: `S${at}`,
      if: { [model.issues[line]!.id]: [model.issues[line]!.options[option]!] },
      then: { [model.issues[(line + 1 + other) % 3]!.id]: then },
    })),
  }));

/** Models whose parties are easily content, so that there is something to bargain about. */
const arbitraryMildModel: fc.Arbitrary<NegotiationModel> = arbitraryRuledModel.map((model) => ({
  ...model,
  court: Object.fromEntries(
    Object.entries(model.court).map(([party, value]) => [
      party,
      { keep: value.keep / 5, ban: value.ban / 5, cost: 0 },
    ]),
  ),
  phases: model.phases.map((phase) => ({
    ...phase,
    reservation: Object.fromEntries(
      Object.entries(phase.reservation).map(([party, value]) => [party, value / 5]),
    ),
  })),
  preferences: model.preferences.map((preference) => ({ ...preference, trustShift: 0.1 })),
}));

/** Tables at which at least one contract can be written. */
export const arbitraryOpenTable = arbitraryTable(
  fc.oneof(arbitraryModel, { weight: 3, arbitrary: arbitraryMildModel }),
).filter(({ contracts }) => contracts.length > 0);

/** Every combination of options that breaks no rule of the table. */
export function allContracts(setting: TableSetting): readonly Offer[] {
  const { issues } = setting.model;
  const all = issues.reduce<readonly Offer[]>(
    (offers, { id, options }) =>
      offers.flatMap((offer) => options.map((option) => ({ ...offer, [id]: option }))),
    [{}],
  );
  return all.filter((offer) => offerErrors(setting, offer).length === 0);
}

/** Negotiated lines in which two contracts differ. */
export function changedLines({ tier }: TableSetting, from: Offer, to: Offer): readonly string[] {
  return tier.issues.filter((issue) => from[issue] !== to[issue]);
}

/** What the own side gets from a contract, in hundredths of a point; reckoned here once more. */
export function ownPoints({ model }: TableSetting, offer: Offer): number {
  const own = model.preferences.find(({ role }) => role === 'self')!;
  return model.issues.reduce(
    (sum, { id }) => sum + (own.weights[id] ?? 0) * (own.scores[id]?.[offer[id] ?? ''] ?? 0),
    0,
  );
}

/** Points above its reservation value; no number where a red line is crossed. Everything is enough without a say. */
export function surplusFor(setting: TableSetting, offer: Offer, party: string | undefined): number {
  const vote = votesAt(setting, offer).find((candidate) => candidate.party === party);
  if (!vote?.hasSay) return Number.POSITIVE_INFINITY;
  return vote.redLines.length > 0 ? Number.NEGATIVE_INFINITY : vote.utility - vote.reservation;
}

/** The wanted contracts that change the fewest lines, and of those the ones the own side likes best. */
export function nearestOf(
  setting: TableSetting,
  from: Offer,
  contracts: readonly Offer[],
): { readonly fewest: number; readonly best: number } {
  const changes = contracts.map((offer) => changedLines(setting, from, offer).length);
  const fewest = Math.min(...changes);
  const near = contracts.filter((_, at) => changes[at] === fewest);
  return { fewest, best: Math.max(...near.map((offer) => ownPoints(setting, offer))) };
}

const KINDS = [
  'lay',
  ...['propose', 'propose', 'propose', 'propose', 'propose'],
  ...['please', 'please'],
  ...['accept', 'ask', 'ask'],
  ...['final', 'leave'],
] as const;

/** What is done at a random move, and with which contract. */
export type RandomMove = readonly [(typeof KINDS)[number], number];

export const someMoves: fc.Arbitrary<readonly RandomMove[]> = fc.array(
  fc.tuple(fc.constantFrom(...KINDS), fc.nat({ max: 9_999 })),
  { minLength: 1, maxLength: 15 },
);

/** A random move. `wanted`: what pleases the counterpart. Last words carry the verdict that the votes give. */
export function moveBy({ setting, contracts }: RandomTable, wanted: Offer, [kind, which]: RandomMove): Move {
  const offer = contracts[which % contracts.length]!;
  switch (kind) {
    case 'lay':
    case 'propose':
      return { kind, offer };
    case 'please':
      return { kind: 'propose', offer: wanted };
    case 'ask':
      return { kind, party: 'W', isFree: which % 2 === 0 };
    case 'final': {
      const { counterpart } = setting;
      const isSigned = votesAt(setting, offer).every(
        ({ party, role, yes }) => yes || (role !== 'self' && party !== counterpart),
      );
      return { kind, offer, isSigned };
    }
    case 'accept':
    case 'leave':
      return { kind };
  }
}
