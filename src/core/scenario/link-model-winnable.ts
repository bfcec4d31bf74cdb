import type { TrackId } from '../domain/index.ts';
import {
  type DealSpace,
  enumerateDeals,
  type NegotiationModel,
  type OptionSets,
  offerAt,
  type Preference,
  type Tier,
} from '../model/index.ts';
import type { FileCheck } from './lookup.ts';

/**
 * Every table has contracts to sign on every level, and nobody asks for what no contract can give. Says
 * nothing while the model itself is unclear: then everything would look empty.
 */
export function checkWinnable(model: NegotiationModel, at: FileCheck): void {
  const isUnclear = at.lookup
    .problems()
    .some(({ file, code }) => file === 'model.yaml' && !HARMLESS.includes(code));
  if (isUnclear) return;
  const small = onlyLinesThatMatter(model);
  const whole: Tier = { id: '', issues: model.issues.map(({ id }) => id), derived: [] };
  const spacesOf = (tier: Tier, tracks: readonly TrackId[], report: (track: TrackId) => void) =>
    tracks.flatMap((track) => {
      const space = enumerateDeals(small, track, tier);
      if (space.codes.length > 0) return [space];
      report(track);
      return [];
    });
  const ids = model.tracks.map(({ id }) => id);
  const spaces = spacesOf(whole, ids, (track) =>
    at.add(
      'empty-track',
      `tracks[${ids.indexOf(track)}]`,
      `No valid contract is left for table ${track}: whatever is chosen breaks ${rulesInTheWay(small, track, whole)}. Loosen it.`,
    ),
  );
  const open = spaces.map(({ track }) => track);
  const levels = model.tiers.map((tier, index) => ({
    id: tier.id,
    spaces: spacesOf(tier, open, (track) =>
      at.add(
        'empty-level',
        `tiers[${index}].derived`,
        `On level "${tier.id}" no valid contract is left for table ${track}: the derived lines always break ${rulesInTheWay(small, track, tier)}. Change their cases.`,
      ),
    ),
  }));
  // What cannot be kept with all lines open cannot be kept on any level: one problem is enough.
  const tables = [{ id: '', spaces }, ...levels];
  for (const [index, preference] of small.preferences.entries()) {
    const reportOn = (sets: OptionSets, path: string, when: string) => {
      const level = tables.find((table) => isHopeless(small, preference, sets, table.spaces));
      if (!level) return false;
      at.add('red-line-never-kept', path, neverKept(preference, level.id, when));
      return true;
    };
    if (reportOn({}, `preferences[${index}].redLines`, '')) continue;
    small.phases.forEach(({ id, redLines }, number) => {
      const sets = redLines[preference.party];
      if (sets) reportOn(sets, `phases[${number}].redLines.${preference.party}`, ` in phase ${id}`);
    });
  }
}

/** Faults of a model that leave its contracts as they are. */
const HARMLESS: readonly string[] = [
  'weights-sum',
  'missing-score',
  'missing-court',
  'missing-reservation',
  'phase-order',
  'phase-same-date',
  'broken-structure',
];

/** A line that no rule speaks of takes part in no contradiction: one of its options stands for all. */
function onlyLinesThatMatter(model: NegotiationModel): NegotiationModel {
  const sets: readonly OptionSets[] = [
    ...model.structure.flatMap((rule) => [rule.if, rule.then]),
    ...model.tracks.map(({ allow }) => allow),
    ...model.preferences.map(({ redLines }) => redLines),
    ...model.phases.flatMap(({ redLines }) => Object.values(redLines)),
    ...model.tiers.flatMap(({ derived }) => derived.flatMap(({ cases }) => cases.map((step) => step.if))),
  ];
  const matters = new Set([
    ...sets.flatMap((lines) => Object.keys(lines)),
    ...model.tiers.flatMap(({ derived }) => derived.map(({ issue }) => issue)),
  ]);
  const issues = model.issues.map((issue) =>
    matters.has(issue.id) ? issue : { ...issue, options: issue.options.slice(0, 1) },
  );
  return { ...model, issues };
}

function hasContracts(model: NegotiationModel, track: TrackId, tier: Tier): boolean {
  return enumerateDeals(model, track, tier).codes.length > 0;
}

/** The rules without which there would be contracts; all of them when no single one is to blame. */
function rulesInTheWay(model: NegotiationModel, track: TrackId, tier: Tier): string {
  const free = { ...model, tracks: model.tracks.map((other) => ({ ...other, allow: {} })) };
  const guilty = [
    ...model.structure.flatMap(({ id }) => {
      const without = { ...model, structure: model.structure.filter((rule) => rule.id !== id) };
      return hasContracts(without, track, tier) ? [`rule ${id}`] : [];
    }),
    ...(hasContracts(free, track, tier) ? [`"allow" of ${track}`] : []),
  ];
  return guilty.length > 0 ? guilty.join(' or ') : 'several rules at once';
}

/** True when a party finds no contract within its red lines at any table where it has a say. */
function isHopeless(
  { tracks }: NegotiationModel,
  { party, role, redLines }: Preference,
  sets: OptionSets,
  spaces: readonly DealSpace[],
): boolean {
  const buys = (track: string) => tracks.some(({ id, buyer }) => id === track && buyer === party);
  const own = spaces.filter(({ track }) => role !== 'buyer' || buys(track));
  return own.length > 0 && own.every((space) => !hasContractWithin(space, [redLines, sets]));
}

function hasContractWithin(space: DealSpace, sets: readonly OptionSets[]): boolean {
  const lines = sets.flatMap((one) => Object.entries(one));
  return space.codes.some((_, index) => {
    const offer = offerAt(space, index);
    return lines.every(([issue, options]) => options.includes(offer[issue] ?? ''));
  });
}

function neverKept({ party }: Preference, level: string, when: string): string {
  const where = level === '' ? '' : ` on level "${level}"`;
  return `No valid contract${where} keeps the red lines of ${party}${when}, so it can never say yes. Allow more options, or loosen the structure rules${level === '' ? '' : ' or the derived lines'}.`;
}
