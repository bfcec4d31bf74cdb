/** How hard a text is to read. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  readonly longestSentence: number;
  /** LIX (Björnsson 1968): mean sentence length plus share of words over six letters. */
  readonly lix: number;
  /** Flesch reading ease (1948), for English: the higher the easier. */
  readonly flesch: number;
  /** Amstad's Flesch for German (1978). It flatters hard texts, so LIX is the gate. */
  readonly amstad: number;
}

const LONG_WORD = 6;

/** Measures plain text, without marks. */
export function readability(text: string): Readability {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  const count = Math.max(1, words.length);
  const meanSentence = words.length / Math.max(1, sentences.length);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0) / count;
  return {
    words: words.length,
    sentences: sentences.length,
    longestSentence: Math.max(0, ...sentences.map((sentence) => wordsOf(sentence).length)),
    lix: meanSentence + (100 * words.filter((word) => word.length > LONG_WORD).length) / count,
    flesch: 206.835 - 1.015 * meanSentence - 84.6 * syllables,
    amstad: 180 - meanSentence - 58.5 * syllables,
  };
}

/** Words as a reader counts them: numbers are words, hyphens join. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
}

function sentencesOf(text: string): readonly string[] {
  // The point of a date ("6. August") or of a thousand (1.500) ends no sentence.
  return text
    .replace(/(\d)\.(?= ?[\p{Lu}\d])/gu, '$1')
    .split(/[.!?:…]+[“”"»«]?\s+|\n+/u)
    .filter((sentence) => wordsOf(sentence).length > 0);
}

function syllablesIn(word: string): number {
  const lower = word.toLowerCase();
  const stem = lower.length > 3 && lower.endsWith('e') && !lower.endsWith('le') ? lower.slice(0, -1) : lower;
  return Math.max(1, stem.match(/[aeiouyäöü]+/g)?.length ?? 1);
}
