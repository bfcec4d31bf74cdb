import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../../../src/client/app/debrief/csv.ts';

/** Reads RFC 4180 by its grammar, independent of the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error('a quote is never closed');
        value += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`a bare ${text[at]}`);
        value += text[at];
        at += 1;
      }
    }
    row.push(value);
    if (text[at] === ',') at += 1;
    else if (text.slice(at, at + 2) === '\r\n') {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither comma nor line end at ${at}`);
  }
  return rows;
}

const words = fc.string({ unit: fc.constantFrom('a', 'ß', ',', '"', "'", '\n', '\r', '=', '-', ' ', ';') });
const cell = fc.oneof(words, fc.double({ noNaN: true, min: 0, max: 1 }), fc.constant(undefined));
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }));

test('a table that is read again is the same table', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = csvText(rows);
      expect(text[0]).toBe('\uFEFF');
      const read = parseCsv(text.slice(1));
      const expected = rows.map((row) =>
        row.map((value) => {
          if (typeof value !== 'string') return value === undefined ? '' : String(value);
          return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
        }),
      );
      expect(read).toEqual(expected);
    }),
  );
});

test('no cell of words begins like a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), words, (sign, rest) => {
      const [row] = parseCsv(csvText([[`${sign}${rest}`]]).slice(1));
      expect(row).toEqual([`'${sign}${rest}`]);
    }),
  );
});

test('a number is a number, also one below 0', () => {
  expect(csvText([[-0.25, 0, undefined, 'a,b']])).toBe('\uFEFF-0.25,0,,"a,b"\r\n');
});
