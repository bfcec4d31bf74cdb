import type { Language } from '../../../core/domain/index.ts';

/** What a spreadsheet would read as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A value of a table; what is missing is empty. */
export type CsvValue = string | number | undefined;

/** What parts the values; with a semicolon numbers have a decimal comma, as spreadsheets in German read both. */
export type Separator = ',' | ';';

/** Where the comma stands in numbers, spreadsheets expect a semicolon between cells. */
export function separatorIn(language: Language): Separator {
  const decimal = new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === 'decimal');
  return decimal?.value === ',' ? ';' : ',';
}

/**
 * A table as RFC 4180, with the mark by which spreadsheets know UTF-8. Words that look like a formula get a quote
 * before them, numbers are written with a decimal point (or comma), what is missing is empty.
 */
export function csvText(rows: readonly (readonly CsvValue[])[], separator: Separator = ','): string {
  const lines = rows.map((row) => `${row.map((value) => field(value, separator)).join(separator)}\r\n`);
  return `\uFEFF${lines.join('')}`;
}

function field(value: CsvValue, separator: Separator): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
