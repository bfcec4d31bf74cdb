import type { Issue, OptionSets } from './negotiation-model.ts';

/** How many option sets one word of bits can hold. */
export const BITS = 32;

/** Up to 32 option sets turned round: for every option, the sets that an offer leaves by choosing it. */
export interface MissedSets {
  /** One word per option, bit k for set k. Options are numbered through, issue by issue. */
  readonly byOption: Int32Array;
  /** One word per issue: the sets that name it. */
  readonly named: Int32Array;
  /** Sets that name an issue the model does not have: no offer is inside. */
  readonly always: number;
}

/** An offer meets set k when bit k is 0 in `always` and in the words of all its options. */
export function missedSets(issues: readonly Issue[], sets: readonly OptionSets[]): MissedSets {
  const byOption = issues.flatMap(({ id, options }) =>
    options.map((option) => wordOf(sets, (set) => set[id]?.includes(option) === false)),
  );
  const known = issues.map(({ id }) => id);
  return {
    byOption: Int32Array.from(byOption),
    named: Int32Array.from(known, (id) => wordOf(sets, (set) => set[id] !== undefined)),
    always: wordOf(sets, (set) => Object.keys(set).some((id) => !known.includes(id))),
  };
}

/** A word with bit k set where item k passes. */
export function wordOf<T>(items: readonly T[], isSet: (item: T) => boolean): number {
  return items.reduce((word, item, at) => (isSet(item) ? word | (1 << at) : word), 0);
}

/** Number of the first option of every issue, when options are numbered through; last the number of all. */
export function firstOptions(issues: readonly Issue[]): Int32Array {
  const first = new Int32Array(issues.length + 1);
  issues.forEach(({ options }, at) => {
    first[at + 1] = (first[at] ?? 0) + options.length;
  });
  return first;
}
