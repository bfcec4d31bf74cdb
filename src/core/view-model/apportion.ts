/** A hair below a whole number is rounding of decimals, not a remainder. */
const ROUNDING = 1e-9;

/**
 * Shares out a whole number in proportion to some parts, by Hare's method: what rounding down leaves goes to the
 * largest remainders. All 0 where the parts are.
 */
export function apportion(parts: readonly number[], total: number): readonly number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / sum) * total);
  const whole = exact.map((share) => Math.floor(share + ROUNDING));
  const missing = total - whole.reduce((all, share) => all + share, 0);
  const raised = new Set(
    exact
      .map((share, at) => ({ at, left: share - (whole[at] ?? 0) }))
      .toSorted((a, b) => b.left - a.left)
      .slice(0, missing)
      .map(({ at }) => at),
  );
  return whole.map((share, at) => (raised.has(at) ? share + 1 : share));
}
