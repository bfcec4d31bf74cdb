// Dates of the story are calendar dates without a zone, so they are always read and written in UTC.

const FORMS = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  day: { day: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
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

/** An ISO date (`2020-08-28`), month or year in words. */
export function dateWords(language: string, isoDate: string, form: DateForm): string {
  // A date alone is read in UTC, a year or a month alone too.
  const time = Date.parse(isoDate);
  return Number.isNaN(time) ? isoDate : formatFor(language, form).format(time);
}

/**
 * The date of a fact in words, as exact as it is known: a year, a month, a day, or a span of two of them
 * (`2020-08-29/2020-08-30`, as in ISO 8601).
 */
export function spanWords(language: string, span: string): string {
  const [from = '', to] = span.split('/');
  const form = formOf(from);
  if (to === undefined || formOf(to) !== form) return dateWords(language, from, form);
  return formatFor(language, form).formatRange(Date.parse(from), Date.parse(to));
}

function formOf(isoDate: string): DateForm {
  return isoDate.length > 7 ? 'long' : isoDate.length > 4 ? 'month' : 'year';
}

/** A moment (`2026-11-24T10:00:00Z`) in the zone of the device, for saved runs. */
export function momentWords(language: string, isoMoment: string): string {
  const time = Date.parse(isoMoment);
  if (Number.isNaN(time)) return isoMoment;
  const locale = LOCALES[language] ?? language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
