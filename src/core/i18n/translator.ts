import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, Message } from '../domain/index.ts';

/** ICU messages of one language by key; every language has the same keys. */
export type Catalogue = Readonly<Record<string, string>>;

/** Interface text in the language of the page. */
export type Translator = (message: Message) => string;

/**
 * Makes a translator. A key that is missing reads as the key itself, so that a gap is seen and nothing
 * breaks; tests hold the catalogues complete. Broken ICU syntax throws at the first use of the message.
 */
export function createTranslator(language: Language, catalogue: Catalogue): Translator {
  const formats = new Map<string, IntlMessageFormat>();
  const formatFor = (key: string, text: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    formats.set(key, format);
    return format;
  };
  return ({ key, params }) => {
    const text = catalogue[key];
    if (text === undefined) return key;
    // Parsing a plain text would cost more than showing it.
    if (!text.includes('{') && !text.includes("'")) return text;
    return String(formatFor(key, text).format(params));
  };
}
