import writeWorkbook from 'write-excel-file/universal';
import type { CsvValue } from '../debrief/csv.ts';
import type { ClassSheet } from './class-sheets.ts';

// The only file that knows the library: it is loaded when a teacher wants a workbook. The library has a variant for
// browsers that starts workers from addresses of their own, which the rules of the page forbid.

const NAME_LENGTH = 31;
const WIDTHS = { least: 10, most: 60 };

/** A workbook with a page for each sheet. Every word is a text cell: no spreadsheet reads one as a formula. */
export async function classWorkbook(sheets: readonly ClassSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await writeWorkbook(
    sheets.map(({ name, rows }) => ({
      sheet: name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, NAME_LENGTH),
      columns: widthsOf(rows),
      stickyRowsCount: 1,
      data: rows.map((row, at) => row.map((value) => cellOf(value, at === 0))),
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function cellOf(value: CsvValue, isHead: boolean) {
  if (value === undefined) return null;
  const style = isHead ? { fontWeight: 'bold' as const } : {};
  return typeof value === 'number'
    ? { value, type: Number, ...style }
    : { value: withoutControls(value), type: String, ...style };
}

/** Signs that no XML may hold. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '');
}

function widthsOf(rows: ClassSheet['rows']): { readonly width: number }[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: count }, (_, column) => {
    const longest = Math.max(...rows.map((row) => String(row[column] ?? '').length));
    return { width: Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest + 2)) };
  });
}
