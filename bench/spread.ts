/** What a benchmark says of a time or a size that it measured more than once. */
export interface Spread {
  readonly median: number;
  /** Value that 95 % of the runs reach: for a rate the slow end, for a time the long one. */
  readonly p95: number;
  readonly runs: number;
}

export function spreadOf(samples: readonly number[], kind: 'rate' | 'time'): Spread {
  const bestFirst = samples.toSorted((a, b) => (kind === 'rate' ? b - a : a - b));
  const at = (share: number) => bestFirst[Math.max(0, Math.ceil(share * bestFirst.length) - 1)] ?? 0;
  return { median: rounded(at(0.5)), p95: rounded(at(0.95)), runs: samples.length };
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
