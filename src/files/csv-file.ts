import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../core/schema/problem.js';
import { ProblemsError } from '../core/schema/problem.js';
import { UserError } from '../core/errors.js';
import { closedUp } from '../core/names.js';
import { count } from '../core/words/numbers.js';
import { visible, visibleLine } from '../core/text.js';
import { decodeText, readBytes } from './read-text.js';
import { sha256 } from './sha256.js';

/** Large enough for the repair orders of some years. */
const MAX_CSV_BYTES = 64 * 1024 * 1024;

/** No reference, and no name of a stratum, comes near this. */
const LONGEST_CELL = 200;

/** A column that is the wrong one has a problem in every row. */
const MOST_SHOWN = 10;

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A list that was exported from elsewhere: a header line, and rows with as many cells. */
export interface CsvFile {
  /** Where it is. */
  readonly path: string;
  /** Its own name, without folders. */
  readonly name: string;
  /** SHA-256 of its bytes, in lower-case hex. */
  readonly sha256: string;
  /** The names of the columns, white space closed up. */
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  /** The place of what starts at an offset in bytes, behind line breaks and a delimiter. */
  readonly placeAt: (offset: number, delimiter?: string) => CellPlace;
}

interface CsvRow {
  readonly cells: readonly string[];
  /** Where it starts, in bytes of the text. */
  readonly start: number;
}

/** A line and a column, from 1. */
type CellPlace = Pick<Problem, 'line' | 'column'>;

/**
 * Reads a CSV file: UTF-8, at most 64 MiB, cells parted by comma, semicolon, tab or pipe, whichever
 * its header line has most of; quotes as in RFC 4180; empty lines are skipped.
 *
 * @throws UserError when it can't be read or is a spreadsheet; ProblemsError with the place where
 *   it is broken.
 */
export async function readCsvFile(path: string): Promise<CsvFile> {
  const bytes = await readBytes(path, MAX_CSV_BYTES);
  refuseSpreadsheet(path, bytes);
  const text = decodeText(path, bytes);
  const placeAt = placesIn(text);
  const [header, ...rows] = parseCsv(path, text, placeAt);
  if (header === undefined) {
    throw new UserError(`${path} is empty.`, 'Give a CSV file with a header line and rows.');
  }
  return {
    path,
    name: basename(path).toWellFormed(),
    sha256: sha256(bytes),
    headers: header.cells.map(closedUp),
    rows,
    placeAt,
  };
}

/**
 * The cells of a column, one for each row, as they can be shown on one line: in Unicode's form NFC,
 * every run of white space as one space, none around it.
 *
 * @param column its index, from 0.
 * @param whyRefused what else is wrong with a cell that isn't empty, in a few words, or null.
 * @throws ProblemsError when a cell goes over several lines, holds a character that can't be seen,
 *   is longer than 200 characters, or is refused; with the first such cells.
 */
export function cellsOf(
  csv: CsvFile,
  column: number,
  whyRefused: (cell: string) => string | null = () => null,
): string[] {
  const problems: Problem[] = [];
  let unfit = 0;
  const cells = csv.rows.map(({ cells: all, start }) => {
    const raw = (all[column] ?? '').trim();
    const cell = closedUp(raw);
    const message = whyUnfit(raw) ?? (cell === '' ? null : whyRefused(cell));
    if (message === null) return cell;
    unfit += 1;
    if (problems.length < MOST_SHOWN) {
      const path = [csv.headers[column] ?? ''];
      problems.push({ file: csv.path, ...csv.placeAt(start), path, message });
    }
    return cell;
  });
  if (unfit > 0) {
    throw new ProblemsError(
      `${csv.path} has ${count(unfit, 'cell')} that cannot be used${unfit > problems.length ? `; these are the first ${String(problems.length)}` : ''}.`,
      problems,
      'Mend the file, or name another column.',
    );
  }
  return cells;
}

function whyUnfit(raw: string): string | null {
  if (closedUp(raw).length > LONGEST_CELL) {
    return `is longer than ${String(LONGEST_CELL)} characters (is it the right column?)`;
  }
  // White space too, but a quote that was closed too late makes one cell of two rows.
  if (/[\r\n]/.test(raw)) return 'goes over several lines (write it on one line)';
  return visible(raw) === raw
    ? null
    : `holds a character that cannot be seen: ${visibleLine(raw)} (take it out)`;
}

/** Today's spreadsheets are zip archives; those of before 2007 have a mark of their own. */
function refuseSpreadsheet(path: string, bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start !== '504b0304' && start !== 'd0cf11e0') return;
  throw new UserError(
    `${path} is a spreadsheet, not a CSV file.`,
    'Open it, save it as CSV (in Excel: "CSV UTF-8"), and give that file.',
  );
}

function parseCsv(path: string, text: string, placeAt: CsvFile['placeAt']): CsvRow[] {
  const delimiter = delimiterOf(text);
  const starts = [0];
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      on_record: (record, { bytes }) => {
        starts.push(bytes);
        return record;
      },
    });
    return records.map((cells, index) => ({ cells, start: starts[index] ?? 0 }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isWholeRow = error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH';
    const place = isWholeRow
      ? placeAt(starts.at(-1) ?? 0)
      : // The parser counts to the end of the cell before.
        placeAt(Number(error['bytes']), delimiter);
    const message = CURES[error.code] ?? `${visibleLine(error.message)} (mend the line)`;
    throw new ProblemsError(
      `${path} is not sound CSV.`,
      [{ file: path, path: [], ...place, message }],
      'Mend the line, or export the file again as CSV.',
    );
  }
}

const CURES: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH:
    'this row has more or fewer cells than the header (give each row a cell for each column; take out titles and totals)',
  CSV_QUOTE_NOT_CLOSED: 'a quote that opens here is never closed (close it, or take it out)',
  CSV_INVALID_CLOSING_QUOTE:
    'text follows the closing quote of this cell (write a quote that is meant twice: "")',
  INVALID_OPENING_QUOTE:
    'a quote stands inside this cell (put the cell in quotes, and write the one inside twice: "")',
};

function placesIn(text: string): CsvFile['placeAt'] {
  return (offset, delimiter = '') => {
    const bytes = Buffer.from(text);
    let start = offset;
    while (['\r', '\n', delimiter].includes(String.fromCharCode(bytes[start] ?? 0))) start += 1;
    const before = bytes
      .subarray(0, start)
      .toString()
      .split(/\r\n|\r|\n/);
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
}

/** The candidate that the header line has most of, quoted text left out; a comma where it has none. */
function delimiterOf(text: string): string {
  const header = /^[\r\n]*((?:"[^"]*"|[^"\r\n])*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? '';
  const times = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (times(each) > times(best) ? each : best));
}
