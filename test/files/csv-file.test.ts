import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemsError, printProblem } from '../../src/core/schema/problem.js';
import { UserError } from '../../src/core/errors.js';
import type { CsvFile } from '../../src/files/csv-file.js';
import { cellsOf, readCsvFile } from '../../src/files/csv-file.js';
import { makePipe, tempFolder } from '../support/folders.js';

function write(content: string | Uint8Array): string {
  const file = join(tempFolder(), 'ros.csv');
  writeFileSync(file, content);
  return file;
}

async function read(content: string | Uint8Array): Promise<CsvFile> {
  return readCsvFile(write(content));
}

/** What is wrong, without the folder: `3:1: what`. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  if (error instanceof ProblemsError) {
    return error.problems.map((each) => printProblem(each).replace(/^.*\.csv:/, '')).join('\n');
  }
  return error instanceof UserError ? error.message.replace(/^\S*\//, '') : '';
}

const rowsOf = ({ rows }: CsvFile): (readonly string[])[] => rows.map(({ cells }) => cells);

describe('a CSV file', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['pipes', 'a|b\n1|2\n'],
    ['more of another in quotes', '"a,,,";"b"\n1;2\n'],
    ['empty lines before and between', '\n\na;b\n\n1;2\n\n'],
    ['a byte order mark and CR LF', '\uFEFFa;b\r\n1;2\r\n'],
    ['CR alone', 'a;b\r1;2\r'],
    ['line ends that differ', 'a;b\r\n1;2\n'],
    ['no line end at the end', 'a;b\n1;2'],
  ])('with %s is read', async (_what, text) => {
    const csv = await read(text);
    expect(csv.headers).toHaveLength(2);
    expect(rowsOf(csv)).toEqual([['1', '2']]);
  });

  test('keeps quotes, line breaks and delimiters that stand in quotes', async () => {
    const csv = await read(' RO ,"Say"\r\n7,"a, ""b""\r\nc"\r\n');
    expect(csv.headers).toEqual(['RO', 'Say']);
    expect(rowsOf(csv)).toEqual([['7', 'a, "b"\r\nc']]);
  });

  test('of one column has no delimiter, and knows its name and its fingerprint', async () => {
    const text = '\uFEFFRO\r\n7\r\n';
    const csv = await read(text);
    expect(csv).toMatchObject({
      name: 'ros.csv',
      headers: ['RO'],
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    });
  });

  test.each([
    [
      'a row with too many cells',
      'a,b\r\n"é\r\nx",2\r\n\r\n1,2,3\r\n4,5\r\n',
      /^5:1: this row has/,
    ],
    ['a row with too few', 'a,b\n1,2\nTotal: 1\n', /^3:1: this row has/],
    ['a quote that is never closed', 'a,b\n\n1,"open\n2,3\n4,5\n', /^3:3: a quote that opens here/],
    ['text behind a quote', 'a,b\r\n\r\né,"x\r\ny" z\r\n', /^3:3: text follows the closing quote/],
    ['a quote inside a cell', 'a,b\n1,2\n="7",3\n', /^3:1: a quote stands inside/],
    ['a broken header', '"a" x,b\n1,2\n', /^1:1: text follows/],
    ['a byte that is not UTF-8', Buffer.from('a\nM\xfcller\n', 'latin1'), /^2:2: holds a byte/],
  ])('with %s is refused with its place', async (_what, content, says) => {
    const said = await refusal(read(content));
    expect(said).toMatch(says);
    expect(said).toMatch(/\(.+\)$/);
    expect(said).not.toContain('\n');
  });

  test.each([
    ['a spreadsheet', Buffer.from('PK\u0003\u0004 and so on'), 'is a spreadsheet, not a CSV file.'],
    [
      'an old spreadsheet',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'is a spreadsheet, not a CSV file.',
    ],
    ['nothing in it', '', 'is empty.'],
    ['line ends only', '\uFEFF\r\n\r\n', 'is empty.'],
  ])('that is or has %s is refused', async (_what, content, says) => {
    expect(await refusal(read(content))).toContain(says);
  });

  test('may start with the letters that spreadsheets start with', async () => {
    expect((await read('PK,RO\n1,2\n')).headers).toEqual(['PK', 'RO']);
  });

  test('is a plain file of at most 64 MiB', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'folder'));
    makePipe(join(folder, 'pipe'));
    expect(await refusal(readCsvFile(join(folder, 'folder')))).toBe(
      'folder is a folder, not a file.',
    );
    expect(await refusal(readCsvFile(join(folder, 'none')))).toBe('none does not exist.');
    expect(await refusal(readCsvFile(join(folder, 'pipe')))).toBe('pipe is not a plain file.');
    const limit = 64 * 1024 * 1024;
    expect(await refusal(read(Buffer.alloc(limit + 1, 'x')))).toMatch(
      /^1:1: is 64\.0 MiB \(at most 64 MiB/,
    );
    // Larger than any checklist may be.
    const csv = await read(`RO\n${'1234567\n'.repeat(300_000)}`);
    expect(csv.rows).toHaveLength(300_000);
  });
});

describe('cellsOf', () => {
  test('gives a column without the spaces around its cells', async () => {
    const csv = await read('RO,x\n 7 ,a\n"\t8\n",b\n,c\n');
    expect(cellsOf(csv, 0)).toEqual(['7', '8', '']);
  });

  test('makes every run of white space one space, and one form of what looks alike', async () => {
    const csv = await read('RO\u00a0 no,x\nRO\u00a010,a\nRO  \u200910,b\nRO\t10,c\nA\u0308 1,d\n');
    expect(csv.headers).toEqual(['RO no', 'x']);
    expect(cellsOf(csv, 0)).toEqual(['RO 10', 'RO 10', 'RO 10', '\u00c4 1']);
  });

  test('refuses what the caller cannot use, at its place, but no empty cell', async () => {
    const csv = await read('RO,x\n7,a\n,b\n.,c\n');
    const why = (cell: string): string | null => (cell.length < 2 ? `is ${cell} (no)` : null);
    const said = await refusal(Promise.resolve().then(() => cellsOf(csv, 0, why)));
    expect(said).toBe('2:1 RO: is 7 (no)\n4:1 RO: is . (no)');
  });

  test.each([
    [
      'an escape',
      '\u001b[31m7',
      /^2:1 RO: holds a character that cannot be seen: \[U\+001B\]\[31m7/,
    ],
    ['a zero byte', 'a\u0000b', /\[U\+0000\]/],
    ['an override of direction', 'a\u202eb', /\[U\+202E\]/],
    ['a line break', '"a\nb"', /^2:1 RO: goes over several lines/],
    ['a carriage return', '"a\rb"', /goes over several lines/],
    ['201 characters', 'x'.repeat(201), /is longer than 200 characters/],
  ])('refuses a cell with %s', async (_what, cell, says) => {
    const csv = await read(`RO,x\n${cell},1\n`);
    const said = await refusal(Promise.resolve().then(() => cellsOf(csv, 0)));
    expect(said).toMatch(says);
    // The other column has nothing wrong.
    expect(cellsOf(csv, 1)).toEqual(['1']);
  });

  test('shows the first of many, each at the line on which its row starts', async () => {
    const csv = await read(`RO,x\r\n${'"a\r\nb",1\r\n\r\n'.repeat(30)}`);
    const said = await refusal(Promise.resolve().then(() => cellsOf(csv, 0)));
    const places = said.split('\n').map((line) => line.split(' ')[0]);
    expect(places).toEqual(Array.from({ length: 10 }, (_, index) => `${String(2 + 3 * index)}:1`));
    expect(() => cellsOf(csv, 0)).toThrow(/has 30 cells that cannot be used; .* first 10\.$/);
  });

  test('takes what is only strange: formulas, any script, quotes', async () => {
    const cells = ['=1+1', '+4', '@x', "-cmd|' /C calc'!A0", '修理 7', '🚗', 'a "b"'];
    const csv = await read(
      `RO\n${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\n')}`,
    );
    expect(cellsOf(csv, 0)).toEqual(cells);
  });
});
