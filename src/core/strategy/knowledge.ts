import type { IssueId } from '../domain/index.ts';
import type { Issue, Preference } from '../model/index.ts';

/** How much a line matters to a party, in the four words the player knows. */
export type Weight = 'none' | 'slight' | 'strong' | 'decisive';

// Bounds of the words, in weight points of 100. Teaching assumption: with ten lines, 10 is the average.
const DECISIVE = 16;
const STRONG = 8;

/** Lines that one answer of a party reveals, the heaviest first. */
const LINES_PER_ANSWER = 4;

/** The word for a weight 0..100. */
export function weightWord(weight: number): Weight {
  if (weight >= DECISIVE) return 'decisive';
  if (weight >= STRONG) return 'strong';
  return weight > 0 ? 'slight' : 'none';
}

/**
 * The issues whose weight the player knows after a number of answers by a party: the heaviest first.
 * Among equal weights the order of the model decides.
 */
export function knownIssues(
  { weights }: Preference,
  issues: readonly Issue[],
  answers: number,
): ReadonlySet<IssueId> {
  const byWeight = issues.map(({ id }) => id).toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  return new Set(byWeight.slice(0, Math.max(0, answers) * LINES_PER_ANSWER));
}
