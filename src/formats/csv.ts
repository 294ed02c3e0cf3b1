import { visible } from '../core/text.js';
import type { DataTable } from '../documents/tree.js';
import type { Format } from './format.js';

type Value = DataTable['rows'][number][number];

/** What spreadsheets take for a formula, in the signs of East Asian keyboards too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^\t/u;
const NUMBER = /^\s*[+-]?\d+(?:[.,]\d+)?\s*%?\s*$/;

/** A text that no spreadsheet calculates with, unless it is a number. */
function defused(text: string): string {
  // UTF-8 has no lone half of a character.
  const shown = visible(text.toWellFormed());
  return FORMULA.test(shown) && !NUMBER.test(shown) ? `'${shown}` : shown;
}

function cell(value: Value): string {
  if (value === null) return '';
  return typeof value === 'string' ? defused(value) : String(value);
}

/**
 * A table by RFC 4180, in UTF-8 with the mark by which Excel knows it. What was typed is no formula
 * and holds no control characters.
 */
export async function printCsv({ columns, rows }: DataTable): Promise<string> {
  // Loaded when it is asked for: most reports are written without.
  const { stringify } = await import('csv-stringify/sync');
  const lines = [columns.map(defused), ...rows.map((row) => row.map(cell))];
  return stringify(lines, { bom: true, record_delimiter: 'windows' });
}

/** The rows of a document for spreadsheets, one file a table, nothing rounded. */
export const csv: Format = {
  name: 'csv',
  summary: 'tables for spreadsheets, one file each',
  byDefault: false,
  isText: false,
  print: (document) =>
    Promise.all(
      document.tables().map(async (table) => ({
        part: table.name,
        content: await printCsv(table),
      })),
    ),
};
