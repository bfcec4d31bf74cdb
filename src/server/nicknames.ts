import german from './words/names.de.json';
import english from './words/names.en.json';

/** Adjectives as stems: the animal says which ending they get. */
interface NameWords {
  readonly adjectives: readonly string[];
  readonly endings: Readonly<Record<string, string>>;
  /** By gender, as in `endings`. */
  readonly animals: Readonly<Record<string, readonly string[]>>;
}

const WORDS: Readonly<Record<string, NameWords>> = { de: german, en: english };

/** A friendly name such as "Flinker Otter". `draw` gives a whole number from 0 to below `count`. */
export function drawNickname(language: string, draw: (count: number) => number): string {
  const { adjectives, endings, animals }: NameWords = WORDS[language] ?? english;
  const all = Object.entries(animals).flatMap(([gender, names]) => names.map((name) => ({ name, gender })));
  const { name = '', gender = '' } = all[draw(all.length)] ?? {};
  const adjective = `${adjectives[draw(adjectives.length)] ?? ''}${endings[gender] ?? ''}`;
  return `${adjective.charAt(0).toUpperCase()}${adjective.slice(1)} ${name}`;
}
