import type { IssueId } from '../domain/index.ts';
import type { DealSpace } from './deal-space.ts';
import type { Offer } from './negotiation-model.ts';

/**
 * Index of the wanted offer that changes the fewest of the visible issues. Of equally near ones the one
 * with the highest `preferBy` value (one per offer of the space), then the first; undefined when nothing
 * is wanted. `isWanted` is asked as rarely as possible, so it must not count its calls.
 */
export function nearestOffer(
  { model, digits, codes }: DealSpace,
  from: Offer,
  isWanted: (index: number) => boolean,
  visibleIssues: readonly IssueId[],
  preferBy: Float64Array | undefined,
): number | undefined {
  const width = model.issues.length;
  const columns = Int32Array.from(
    model.issues.flatMap(({ id }, at) => (visibleIssues.includes(id) ? at : [])),
  );
  // An unknown option is -1, and so every offer changes it.
  const wanted = Int32Array.from(columns, (at) => {
    const issue = model.issues[at];
    return issue ? issue.options.indexOf(from[issue.id] ?? '') : -1;
  });
  let nearest: number | undefined;
  let fewest = columns.length + 1;
  let preferred = Number.NEGATIVE_INFINITY;
  for (let index = 0, row = 0; index < codes.length; index += 1, row += width) {
    let changes = 0;
    for (let at = 0; at < columns.length && changes <= fewest; at += 1)
      if (digits[row + (columns[at] ?? 0)] !== wanted[at]) changes += 1;
    if (changes > fewest) continue;
    const preference = preferBy?.[index] ?? 0;
    if (changes === fewest && preference <= preferred) continue;
    if (!isWanted(index)) continue;
    nearest = index;
    fewest = changes;
    preferred = preference;
  }
  return nearest;
}
