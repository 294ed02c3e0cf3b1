import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../../src/core/text.js';
import { csv, printCsv } from '../../src/formats/csv.js';
import { nasty } from './hostile.js';
import { samplePrintable } from './sample.js';
import { TOOLS } from './tools.js';

/** A file read as RFC 4180 has it: records end with CR LF and nothing else. */
function read(text: string): string[][] {
  return parse(text, { bom: true, record_delimiter: '\r\n' });
}

test('one file a table, with the mark of UTF-8, lines that end in CR LF, nothing rounded', async () => {
  const files = await csv.print(samplePrintable(), TOOLS);
  expect(files).toEqual([
    {
      part: 'items',
      content:
        '\ufeffitem,score,core,note\r\n' +
        'resp-calls,66.66666666666667,true,"Line one\nline ""two"", 東京"\r\n' +
        '\'=evil,,false,"\'=HYPERLINK(""http://x"")"\r\n',
    },
    { part: 'steps', content: '\ufeffstep,change\r\nresponse,-17.5\r\n' },
  ]);
});

describe('a typed cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-A1', "'-A1"],
    ['@x', "'@x"],
    ['\t=1', "'\t=1"],
    ['\tx', "'\tx"],
    ['\rx', '[U+000D]x'],
    ['＝1+1', "'＝1+1"],
    ['-17', '-17'],
    ['+4.2', '+4.2'],
    ['-5 %', '-5 %'],
    ['plain', 'plain'],
  ])('%j stands there as %j', async (text, shown) => {
    expect(read(await printCsv({ name: 'x', columns: ['a'], rows: [[text]] }))[1]).toEqual([shown]);
  });

  test('is read back as it was typed, and is never a formula', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (one, two) => {
        const text = await printCsv({
          name: 'x',
          columns: ['a', 'b'],
          rows: [
            [one, two],
            [two, 1],
          ],
        });
        const [, first = [], second = []] = read(text);
        for (const [cell, typed] of [
          [first[0], one],
          [first[1], two],
          [second[0], two],
        ] as const) {
          expect(cell?.replace(/^'/, '')).toBe(visible(typed.toWellFormed()).replace(/^'/, ''));
          expect(cell).not.toMatch(/^\s*[=@]|^\t|^\s*[+-](?!\d+([.,]\d+)?\s*%?\s*$)/);
        }
        expect(second[1]).toBe('1');
      }),
      { numRuns: 500 },
    );
  });
});
