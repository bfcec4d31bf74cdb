// Dates of the story are calendar dates without a zone, so they are always read and written in UTC.

const FORMS = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  day: { day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateForm = keyof typeof FORMS;

const LOCALES: Readonly<Record<string, string>> = { de: 'de-DE', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(language: string, form: DateForm): Intl.DateTimeFormat {
  const id = `${language} ${form}`;
  let format = formats.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language] ?? language, { ...FORMS[form], timeZone: 'UTC' });
    formats.set(id, format);
  }
  return format;
}

/** An ISO date (`2020-08-28`) in words; anything that is no date (`Summer 2020`) comes back as it is. */
export function dateWords(language: string, isoDate: string, form: DateForm): string {
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  return Number.isNaN(time) ? isoDate : formatFor(language, form).format(time);
}

/** A moment (`2026-11-24T10:00:00Z`) in the zone of the device, for saved runs. */
export function momentWords(language: string, isoMoment: string): string {
  const time = Date.parse(isoMoment);
  if (Number.isNaN(time)) return isoMoment;
  const locale = LOCALES[language] ?? language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
