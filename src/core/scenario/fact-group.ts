/** The letters in the id of a fact: `US` of `F-US-05`. Facts with the same letters belong together. */
export function factGroup(id: string): string {
  return id.split('-')[1] ?? '';
}
