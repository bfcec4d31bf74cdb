import type { Language } from '../../core/domain/index.ts';
import type { Catalogue } from '../../core/i18n/index.ts';

// A new language is a file in assets/messages (and the texts of the scenario), nothing else.
const files = import.meta.glob<Catalogue>('../../../assets/messages/*.json', { import: 'default' });
// What nobody reads before a run is over does not come with the first page.
const debriefFiles = import.meta.glob<Catalogue>('../../../assets/messages/debrief/*.json', {
  import: 'default',
});
const loaders = byLanguage(files);
const debriefLoaders = byLanguage(debriefFiles);

/** Languages of the interface, each with its own name. */
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [...loaders.keys()].map(
  (id) => ({ id, name: nameOf(id) }),
);

function nameOf(id: Language): string {
  const name = new Intl.DisplayNames([id], { type: 'language' }).of(id) ?? id;
  return name.charAt(0).toLocaleUpperCase(id) + name.slice(1);
}

/** The language of the browser, if the game speaks it; else English, else the first there is. */
export function preferredLanguage(wanted: readonly string[]): Language {
  const ids = LANGUAGES.map(({ id }) => id);
  for (const tag of wanted.map((it) => it.toLowerCase())) {
    // "de-AT" is German; "den" is not.
    const id = ids.find((it) => tag === it.toLowerCase() || tag.startsWith(`${it.toLowerCase()}-`));
    if (id !== undefined) return id;
  }
  return ids.find((id) => id === 'en') ?? ids[0] ?? 'en';
}

/** Messages of a language, those of the debrief aside; rejects when the file cannot be loaded. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const load = loaders.get(language);
  if (!load) throw new Error(`no messages for "${language}"`);
  return load();
}

/** All messages of a language; rejects when a file cannot be loaded. */
export async function loadWholeCatalogue(language: Language): Promise<Catalogue> {
  const load = debriefLoaders.get(language);
  if (!load) throw new Error(`no messages of the debrief for "${language}"`);
  const [first, debrief] = await Promise.all([loadCatalogue(language), load()]);
  return { ...first, ...debrief };
}

type Load = () => Promise<Catalogue>;

function byLanguage(found: Readonly<Record<string, Load>>): ReadonlyMap<Language, Load> {
  return new Map(Object.entries(found).map(([path, load]) => [path.replace(/^.*\/(.+)\.json$/, '$1'), load]));
}
