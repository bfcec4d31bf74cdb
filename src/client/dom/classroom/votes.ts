const MAX_COUNT = 999;

/** What stands in a field for votes: a whole number from 0 to 999; nothing, or nonsense, is 0. */
export function countIn(text: string): number {
  const count = Number.parseInt(text, 10);
  return Number.isNaN(count) ? 0 : Math.min(MAX_COUNT, Math.max(0, count));
}
