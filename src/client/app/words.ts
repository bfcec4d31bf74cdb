import type { Language } from '../../core/domain/index.ts';
import { createTranslator, type Translator } from '../../core/i18n/index.ts';
import { type LateArea, loadCatalogue, loadCatalogueWith, loadWholeCatalogue } from './languages.ts';

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
  let translate = createTranslator(first, await loadCatalogue(first));
  let isWhole = false;
  const areas = new Set<LateArea>();
  return {
    translate: () => translate,
    loadLanguage: async (next) => {
      // Whoever changes the language has time: all words come at once.
      const whole = createTranslator(next, await loadWholeCatalogue(next));
      return () => {
        [language, translate, isWhole] = [next, whole, true];
        return whole;
      };
    },
    loadLate: async (area) => {
      if (isWhole || areas.has(area)) return translate;
      const asked = language;
      await loadCatalogueWith(asked, [area]);
      // Another language came meanwhile, and with it all its words.
      if (language !== asked || isWhole) return translate;
      areas.add(area);
      // Another area may have come meanwhile: its words stay.
      const catalogue = await loadCatalogueWith(asked, areas);
      if (language === asked && !isWhole) translate = createTranslator(asked, catalogue);
      return translate;
    },
  };
}
