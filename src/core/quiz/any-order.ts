/** Ids drawn one after another; `nextIndex(count)` gives an integer from 0 to `count` - 1. */
export function inAnyOrder(ids: readonly string[], nextIndex: (count: number) => number): readonly string[] {
  const left = [...ids];
  return ids.flatMap(() => left.splice(nextIndex(left.length), 1));
}
