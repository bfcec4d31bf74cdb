import type { TrackId } from '../domain/index.ts';
import type { Issue, NegotiationModel, StructureRule, Tier } from './negotiation-model.ts';
import { trackOf } from './offer.ts';
import { BITS, firstOptions, type MissedSets, missedSets, wordOf } from './option-bits.ts';

/** Up to 32 rules, and what of them the offer under construction misses. */
interface RuleGroup {
  readonly ifMissed: MissedSets;
  readonly thenMissed: MissedSets;
  /** By depth, the rules whose `if` is settled by the issues chosen so far. */
  readonly decided: Int32Array;
  /** By depth, bits of the sets that are missed so far. */
  readonly ifNow: Int32Array;
  readonly thenNow: Int32Array;
}

/** An issue that follows from the others; `option` is its position, -1 for one that does not exist. */
interface Derivation {
  readonly issue: number;
  readonly cases: readonly { readonly missed: MissedSets; readonly option: number }[];
}

/** Rows for which there is room at first; it doubles when they are used up. */
const FIRST_ROWS = 1024;

/**
 * The valid offers of a track and tier: a row of option positions per offer, a column per issue of the
 * model. The last visible issue changes fastest. A rule is tested as soon as its last `if` line is
 * chosen; when it is broken, nothing below is visited.
 */
export function validRows(model: NegotiationModel, track: TrackId, tier: Tier): Uint16Array {
  const { issues } = model;
  const first = firstOptions(issues);
  const derivations = derivationsOf(issues, tier);
  const isDerived = issues.map((_, at) => derivations.some(({ issue }) => issue === at));
  const visible = issues.flatMap(({ id }, at) => (tier.issues.includes(id) ? at : []));
  const late = issues.flatMap((_, at) => (isDerived[at] || !visible.includes(at) ? at : []));
  const allow: StructureRule = { id: 'allow', if: {}, then: trackOf(model, track).allow };
  const groups = groupsOf(
    issues,
    [allow, ...model.structure].filter(({ then }) => Object.keys(then).length > 0),
    visible.map((at) => (isDerived[at] ? -1 : at)),
  );
  const row = new Int32Array(issues.length).fill(-1);
  const lastRow = new Int32Array(issues.length);
  const rows = rowStore(issues.length);

  const visit = (depth: number): void => {
    const issue = visible[depth];
    if (issue === undefined) {
      if (late.length === 0) rows.add(row);
      else if (completes(row, lastRow, derivations, first) && allHold(groups, depth, late, lastRow, first))
        rows.add(lastRow);
      return;
    }
    const from = first[issue] ?? 0;
    const count = (first[issue + 1] ?? 0) - from;
    for (let option = 0; option < count; option += 1) {
      // What a derivation may still replace is judged with what it derives, in the end.
      if (!stillHolds(groups, depth, isDerived[issue] === true ? -1 : from + option)) continue;
      row[issue] = option;
      visit(depth + 1);
    }
  };
  visit(0);
  return rows.all();
}

/** Chooses one more option (-1: none that counts yet). False when a rule is broken for good. */
function stillHolds(groups: readonly RuleGroup[], depth: number, option: number): boolean {
  for (const { ifMissed, thenMissed, decided, ifNow, thenNow } of groups) {
    const ifs = (ifNow[depth] ?? 0) | (option < 0 ? 0 : (ifMissed.byOption[option] ?? 0));
    const thens = (thenNow[depth] ?? 0) | (option < 0 ? 0 : (thenMissed.byOption[option] ?? 0));
    ifNow[depth + 1] = ifs;
    thenNow[depth + 1] = thens;
    if ((~ifs & thens & (decided[depth + 1] ?? 0)) !== 0) return false;
  }
  return true;
}

/** Adds the options of the late issues to what the visible ones miss, and asks every rule. */
function allHold(
  groups: readonly RuleGroup[],
  depth: number,
  late: readonly number[],
  row: Int32Array,
  first: Int32Array,
): boolean {
  return groups.every(({ ifMissed, thenMissed, ifNow, thenNow }) => {
    let ifs = ifNow[depth] ?? 0;
    let thens = thenNow[depth] ?? 0;
    for (const issue of late) {
      const option = (first[issue] ?? 0) + (row[issue] ?? 0);
      ifs |= ifMissed.byOption[option] ?? 0;
      thens |= thenMissed.byOption[option] ?? 0;
    }
    return (~ifs & thens) === 0;
  });
}

/** Copies the visible options and fills in the derived ones. False when an issue stays without an option. */
function completes(
  visible: Int32Array,
  row: Int32Array,
  derivations: readonly Derivation[],
  first: Int32Array,
): boolean {
  row.set(visible);
  for (const { issue, cases } of derivations) {
    const found = cases.find(({ missed }) => meetsRow(row, missed, first));
    if (found) row[issue] = found.option;
  }
  return !row.includes(-1);
}

/** `meets` for bit 0 on a row; an issue without an option (-1) meets no set that names it. */
function meetsRow(row: Int32Array, { byOption, always, named }: MissedSets, first: Int32Array): boolean {
  let word = always;
  for (let issue = 0; issue < row.length; issue += 1) {
    const option = row[issue] ?? -1;
    word |= option < 0 ? (named[issue] ?? 0) : (byOption[(first[issue] ?? 0) + option] ?? 0);
  }
  return (word & 1) === 0;
}

function derivationsOf(issues: readonly Issue[], tier: Tier): readonly Derivation[] {
  return tier.derived.flatMap(({ issue, cases }) => {
    const at = issues.findIndex(({ id }) => id === issue);
    const options = issues[at]?.options;
    if (!options) return [];
    return {
      issue: at,
      cases: cases.map((rule) => ({
        missed: missedSets(issues, [rule.if]),
        option: options.indexOf(rule.option),
      })),
    };
  });
}

/** `settling`: by depth the issue that is settled there, -1 for one that is not settled before the end. */
function groupsOf(
  issues: readonly Issue[],
  rules: readonly StructureRule[],
  settling: readonly number[],
): readonly RuleGroup[] {
  const groups: RuleGroup[] = [];
  for (let from = 0; from < rules.length; from += BITS) {
    const some = rules.slice(from, from + BITS);
    const ifMissed = missedSets(
      issues,
      some.map((rule) => rule.if),
    );
    const thenMissed = missedSets(
      issues,
      some.map(({ then }) => then),
    );
    const ifNow = Int32Array.of(ifMissed.always, ...settling.map(() => 0));
    const thenNow = Int32Array.of(thenMissed.always, ...settling.map(() => 0));
    const decided = Int32Array.from(ifNow, (_, depth) => {
      const settled = settling.slice(0, depth).map((at) => issues[at]?.id);
      return wordOf(some, (rule) => Object.keys(rule.if).every((issue) => settled.includes(issue)));
    });
    groups.push({ ifMissed, thenMissed, decided, ifNow, thenNow });
  }
  return groups;
}

function rowStore(width: number): {
  readonly add: (row: Int32Array) => void;
  readonly all: () => Uint16Array;
} {
  let rows = new Uint16Array(FIRST_ROWS * width);
  let end = 0;
  return {
    add: (row) => {
      if (end === rows.length) {
        const larger = new Uint16Array(rows.length * 2);
        larger.set(rows);
        rows = larger;
      }
      for (let at = 0; at < width; at += 1) rows[end + at] = row[at] ?? 0;
      end += width;
    },
    all: () => rows.slice(0, end),
  };
}
