import type { Language } from '../../core/domain/index.ts';
import { createTranslator, type Translator } from '../../core/i18n/index.ts';
import { type LateArea, loadCatalogue, loadLateCatalogue, loadWholeCatalogue } from './languages.ts';

/** The words of the page: at first without those of areas that come late. */
export interface Words {
  /** As it is now. */
  readonly translate: () => Translator;
  /** Resolves to what puts another language to use; rejects when it cannot be had. */
  readonly loadLanguage: (next: Language) => Promise<() => Translator>;
  /** Resolves to what speaks of this area too, in the language that is used by then. */
  readonly loadLate: (area: LateArea) => Promise<Translator>;
}

export async function loadWords(first: Language): Promise<Words> {
  let language = first;
  let catalogue = await loadCatalogue(first);
  let translate = createTranslator(first, catalogue);
  let isWhole = false;
  return {
    translate: () => translate,
    loadLanguage: async (next) => {
      // Whoever changes the language has time: all words come at once.
      const whole = await loadWholeCatalogue(next);
      return () => {
        [language, catalogue, isWhole] = [next, whole, true];
        translate = createTranslator(next, whole);
        return translate;
      };
    },
    loadLate: async (area) => {
      if (isWhole) return translate;
      const asked = language;
      const late = await loadLateCatalogue(asked, area);
      // Another language came meanwhile, and with it all its words.
      if (language !== asked || isWhole) return translate;
      catalogue = { ...catalogue, ...late };
      translate = createTranslator(asked, catalogue);
      return translate;
    },
  };
}
