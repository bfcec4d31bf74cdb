/** What a spreadsheet would read as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as RFC 4180, with the mark by which spreadsheets know UTF-8. Words that look like a formula get a quote
 * before them, numbers are written with a decimal point, what is missing is empty.
 */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

function field(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
