/** One sentence of an author text, with the marks that stand after it. */
export interface Sentence {
  /** Still with highlights and glossary links. */
  readonly text: string;
  readonly facts: readonly string[];
}

/** Stands for a point that ends no sentence. */
const POINT = '\u2024';

/**
 * Cuts a text into sentences. A mark belongs to the sentence before it. The point of a date ("6. August"), of a
 * thousand ("1.500"), of initials ("U.S.") and inside a name ("Example.com") ends none.
 */
export function sentencesIn(text: string, language: string): readonly Sentence[] {
  const kept = text
    .replace(/(\d)\.(?=\d)/g, `$1${POINT}`)
    .replace(/(?<!\p{L})(\p{L})\.(?=\s?\p{L}\.)/gu, `$1${POINT}`)
    .replace(/(\p{L})\.(?=\p{L}|\s+\p{Ll})/gu, `$1${POINT}`)
    .replace(new RegExp(`\\b(\\d{1,2})\\.(?=\\s(?:${monthsIn(language).join('|')}))`, 'gu'), `$1${POINT}`);
  return [...kept.matchAll(/[^.!?…]+(?:[.!?…]+[“”"»’)=]*|$)(?:\s*\[F-[^\]]+\])*/g)].flatMap(([part]) => {
    const facts = [...part.matchAll(/\[(F-[^\]]+)\]/g)].map(([, id = '']) => id);
    const words = part
      .replace(/\s*\[F-[^\]]+\]/g, '')
      .replaceAll(POINT, '.')
      .trim();
    return words === '' ? [] : [{ text: words, facts }];
  });
}

/** Names of the months, as the language writes them. */
export function monthsIn(language: string): readonly string[] {
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2020, index, 15)));
}
