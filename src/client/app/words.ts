import type { Language } from '../../core/domain/index.ts';
import { createTranslator, type Translator } from '../../core/i18n/index.ts';
import { loadCatalogue, loadWholeCatalogue } from './languages.ts';

/** The words of the page: at first without those of the debrief, which come when it does. */
export interface Words {
  /** As it is now. */
  readonly translate: () => Translator;
  /** Resolves to what puts another language to use; rejects when it cannot be had. */
  readonly loadLanguage: (next: Language) => Promise<() => Translator>;
  /** Resolves to what speaks of the debrief too, in the language that is used by then. */
  readonly loadDebrief: () => Promise<Translator>;
}

export async function loadWords(first: Language): Promise<Words> {
  let language = first;
  let translate = createTranslator(first, await loadCatalogue(first));
  let isWhole = false;
  const loadWhole = async (next: Language): Promise<Translator> =>
    createTranslator(next, await loadWholeCatalogue(next));
  return {
    translate: () => translate,
    loadLanguage: async (next) => {
      // Whoever changes the language has time: all words come at once.
      const whole = await loadWhole(next);
      return () => {
        [language, translate, isWhole] = [next, whole, true];
        return whole;
      };
    },
    loadDebrief: async () => {
      if (isWhole) return translate;
      const asked = language;
      const whole = await loadWhole(asked);
      // Another language came meanwhile, and with it all its words.
      if (language === asked) [translate, isWhole] = [whole, true];
      return translate;
    },
  };
}
