/** Votes by choice: whole numbers from 0 to 999. Whoever counts them, a teacher or a room of devices, hands over these. */
export type Counts = Readonly<Record<string, number>>;

/** What counts come to. */
export interface Tally {
  readonly total: number;
  /** Choices with the most votes, in the order of the counts: none without votes, several when it is a tie. */
  readonly winners: readonly string[];
  /** The strongest choice that lost, the first of equals; missing when nobody voted for one. */
  readonly minority?: string;
  /** By choice: 0..1; all 0 without votes. */
  readonly shares: Readonly<Record<string, number>>;
}

export function tallyOf(counts: Counts): Tally {
  const votes = Object.entries(counts);
  const total = votes.reduce((sum, [, count]) => sum + count, 0);
  const most = Math.max(0, ...votes.map(([, count]) => count));
  const winners = most === 0 ? [] : votes.filter(([, count]) => count === most).map(([choice]) => choice);
  const lost = votes.filter(([, count]) => count > 0 && count < most).toSorted(([, a], [, b]) => b - a);
  const minority = lost[0]?.[0];
  return {
    total,
    winners,
    ...(minority === undefined ? {} : { minority }),
    shares: Object.fromEntries(votes.map(([choice, count]) => [choice, total === 0 ? 0 : count / total])),
  };
}
