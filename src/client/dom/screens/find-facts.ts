import type { FactView } from '../../../core/view-model/index.ts';
import { hasAllWords } from '../parts/search-field.tsx';

/** What the reader looks for. An empty text means: any. */
export interface FactWish {
  readonly query: string;
  /** Name of a group, as in the facts. */
  readonly group: string;
  readonly kind: FactView['kinds'][number] | '';
}

/** Facts that fit, in order of their dates. `datesOf` puts a date into words, so that `28 August` is found. */
export function findFacts(
  facts: readonly FactView[],
  { query, group, kind }: FactWish,
  datesOf: (span: string) => string,
): readonly FactView[] {
  return facts
    .filter(
      (fact) =>
        (group === '' || fact.group === group) &&
        (kind === '' || fact.kinds.includes(kind)) &&
        hasAllWords(query, wordsOf(fact, datesOf)),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function wordsOf({ id, text, date, group, sources }: FactView, datesOf: (span: string) => string): string {
  const named = sources.flatMap(({ publisher, title }) => [publisher, title]);
  return [id, text, date, datesOf(date), group ?? '', ...named].join(' ');
}
