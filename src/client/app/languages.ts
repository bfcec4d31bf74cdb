import type { Language } from '../../core/domain/index.ts';
import type { Catalogue } from '../../core/i18n/index.ts';

// A new language is a file in assets/messages (and the texts of the scenario), nothing else.
const files = import.meta.glob<Catalogue>('../../../assets/messages/*.json', { import: 'default' });
// Words of an area that few read, or late, do not come with the first page: a folder for each.
const lateFiles = import.meta.glob<Catalogue>('../../../assets/messages/*/*.json', { import: 'default' });
const loaders = byLanguage(files);
const lateLoaders = {
  debrief: byLanguage(lateFiles, 'debrief'),
  class: byLanguage(lateFiles, 'class'),
  lessons: byLanguage(lateFiles, 'lessons'),
  live: byLanguage(lateFiles, 'live'),
  round: byLanguage(lateFiles, 'round'),
  retest: byLanguage(lateFiles, 'retest'),
  'class-debrief': byLanguage(lateFiles, 'class-debrief'),
};
export type LateArea = keyof typeof lateLoaders;

const LATE_AREAS: readonly LateArea[] = [
  'debrief',
  'class',
  'lessons',
  'live',
  'round',
  'retest',
  'class-debrief',
];

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

/** Messages of the first page in a language; rejects when the file cannot be loaded. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const load = loaders.get(language);
  if (!load) throw new Error(`no messages for "${language}"`);
  return load();
}

/** Messages of an area that comes late; rejects when the file cannot be loaded. */
export async function loadLateCatalogue(language: Language, area: LateArea): Promise<Catalogue> {
  const load = lateLoaders[area].get(language);
  if (!load) throw new Error(`no messages of "${area}" for "${language}"`);
  return load();
}

/** All messages of a language; rejects when a file cannot be loaded. */
export async function loadWholeCatalogue(language: Language): Promise<Catalogue> {
  const late = LATE_AREAS.map((area) => loadLateCatalogue(language, area));
  return Object.assign({}, ...(await Promise.all([loadCatalogue(language), ...late])));
}

type Load = () => Promise<Catalogue>;

/** Files of a folder below the messages; of the messages themselves where none is named. */
function byLanguage(found: Readonly<Record<string, Load>>, folder = 'messages'): ReadonlyMap<Language, Load> {
  const own = Object.entries(found).filter(([path]) => path.split('/').at(-2) === folder);
  return new Map(own.map(([path, load]) => [path.replace(/^.*\/(.+)\.json$/, '$1'), load]));
}
