// Interface text: ICU messages by key, one catalogue per language.
export { type Catalogue, createTranslator, type Translator } from './translator.ts';
