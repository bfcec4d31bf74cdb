import type { FactId } from '../domain/index.ts';
import type { Prose, Segment } from './view-model.ts';

/** Numbers the facts cited on one screen, from 1, in the order in which they are first met. */
export interface Footnotes {
  numberOf(fact: FactId): number;
  cited(): readonly FactId[];
}

export function createFootnotes(): Footnotes {
  const order: FactId[] = [];
  return {
    numberOf: (fact) => {
      const known = order.indexOf(fact);
      return known >= 0 ? known + 1 : order.push(fact);
    },
    cited: () => order,
  };
}

// A source mark swallows the space before it, so that the number clings to its sentence.
const MARK = /\s*\[(F-[A-Z]+-\d{2})\]|==([^=]+)==|\[\[([^|\]]+)\|([^\]]+)\]\]/g;

/** Reads the marks of author texts: `[F-CN-05]`, `==words==`, `[[term|words]]`. */
export function parseProse(text: string, footnotes: Footnotes): Prose {
  const segments: Segment[] = [];
  const addText = (words: string) => {
    if (words !== '') segments.push({ kind: 'text', text: words });
  };
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    addText(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [, fact, highlight, term, words] = match;
    if (fact !== undefined) segments.push({ kind: 'fact', fact, number: footnotes.numberOf(fact) });
    else if (highlight !== undefined) segments.push({ kind: 'highlight', text: highlight });
    else if (term !== undefined && words !== undefined) segments.push({ kind: 'term', text: words, term });
  }
  addText(text.slice(end));
  return segments;
}

/** The words of a text without any marks: for logs, titles and lists. */
export function plainText(text: string): string {
  return text.replace(
    MARK,
    (_all, _fact, highlight?: string, _term?: string, words?: string) => highlight ?? words ?? '',
  );
}
