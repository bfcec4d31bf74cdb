import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClassSheet, classSheets } from '../../../../src/client/app/class-debrief/class-sheets.ts';
import { classWorkbook } from '../../../../src/client/app/class-debrief/class-workbook.ts';
import { csvText } from '../../../../src/client/app/debrief/csv.ts';
import type { ClassDebriefView } from '../../../../src/core/view-model/index.ts';
import { classDebriefOf, wordsIn } from '../../../support/class-debrief.ts';
import { seatId, seatName, WORDS } from '../../../support/class-log.ts';
import { loadTiktok } from '../../../support/tiktok.ts';

const scenario = loadTiktok();
let debrief: ClassDebriefView;
let sheets: readonly ClassSheet[];

beforeAll(async () => {
  debrief = classDebriefOf(scenario, { seed: 5, seats: 9, teams: 3, tested: 8 });
  sheets = classSheets(debrief, await wordsIn('en'));
});

/** Reads a table back as a spreadsheet does. */
function parseCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) field += sign;
    else if (sign === separator) end();
    else if (sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') field += sign;
  }
  return rows.slice(0, -1);
}

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '=HYPERLINK("http://x";"y")',
  'a;b',
  '<&>',
  '"',
];

describe('the files of a class', () => {
  test('have a sheet each for votes, questions, paths and contracts, with a head and rows', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      'Votes',
      'Questions',
      'Ways and endings',
      'All contracts',
    ]);
    for (const { rows } of sheets) expect(rows.length).toBeGreaterThan(2);
    const [votes, questions, paths, deals] = sheets;
    const counted = votes?.rows.slice(1, 1 + debrief.votes.flatMap(({ options }) => options).length);
    expect(counted?.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(
      debrief.votes.reduce((sum, { total }) => sum + total, 0),
    );
    expect(questions?.rows[1]).toHaveLength(11);
    expect(new Set(paths?.rows.slice(1).map(([run]) => run)).size).toBe(debrief.runs);
    expect(deals?.rows[0]).toEqual([
      'Buyer or partner',
      'Contract',
      'Times signed',
      'Line',
      'Agreed',
      'No from',
    ]);
  });

  test('name nobody', () => {
    const text = JSON.stringify(sheets);
    for (let index = 0; index < 9; index += 1)
      for (const secret of [seatName(index), seatId(index), WORDS, 'secret-team'])
        expect(text).not.toContain(secret);
  });

  test.each([',', ';'] as const)('come back from CSV with %s as they were', (separator) => {
    const rows = [...sheets.flatMap((sheet) => sheet.rows), HOSTILE, [0.25, 3, undefined]];
    const text = csvText(rows, separator);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const back = parseCsv(text.slice(1), separator);
    expect(back).toHaveLength(rows.length);
    for (const [at, row] of rows.entries()) {
      const expected = row.map((value) => {
        if (value === undefined) return '';
        if (typeof value === 'number') return separator === ';' ? `${value}`.replace('.', ',') : `${value}`;
        return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
      });
      // Without quotes a return is no sign of a field.
      expect(back[at]?.filter((_, column) => column < expected.length)).toEqual(
        expected.length === 0 ? [] : expected,
      );
    }
    // Nothing that a spreadsheet would run.
    for (const field of back.flat()) expect(field).not.toMatch(/^[=+@\t\r]/);
  });

  test('are a workbook whose words are texts, whatever they begin with', async () => {
    const hostile: ClassSheet = { name: 'a/b:c?*[d]'.repeat(5), rows: [HOSTILE, [1, undefined, 'x\u0000y']] };
    const files = unzipSync(await classWorkbook([...sheets, hostile]));
    const names = Object.keys(files).filter((file) => /worksheets\/sheet\d+\.xml$/.test(file));
    expect(names).toHaveLength(sheets.length + 1);
    const shared = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    for (const file of names) {
      const xml = strFromU8(files[file] ?? new Uint8Array());
      expect(xml).not.toMatch(/<f[ >]/);
      expect(xml).toContain('<row');
    }
    const all = shared + names.map((file) => strFromU8(files[file] ?? new Uint8Array())).join('');
    expect(all).toContain('=1+1');
    expect(all).toContain('@SUM(A1)');
    expect(all).toContain('&lt;&amp;&gt;');
    expect(all).not.toContain('\u0000');
    const [title = ''] = debrief.votes.map((vote) => vote.title);
    expect(all).toContain(title.replaceAll('&', '&amp;'));
    const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    for (const [, name = ''] of book.matchAll(/<sheet [^>]*name="([^"]*)"/g)) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]/);
    }
  });
});
