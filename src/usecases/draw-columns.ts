import { closest } from '../core/closest.js';
import { referenceColumn } from '../core/draw/reference-column.js';
import { UserError } from '../core/errors.js';
import { closedUp } from '../core/names.js';
import { visibleLine } from '../core/text.js';
import type { CsvFile } from '../files/csv-file.js';

/** More names than this on a line help nobody. */
const MOST_NAMED = 20;

/** The index of the column that a flag names. */
export function columnIndex({ name, headers }: CsvFile, flag: string, wanted: string): number {
  const header = closedUp(wanted);
  const index = headers.indexOf(header);
  if (header !== '' && index >= 0 && index === headers.lastIndexOf(header)) return index;
  if (header !== '' && index >= 0) {
    throw new UserError(
      `${visibleLine(name)} has several columns called ${visibleLine(header)}.`,
      `Give each a name of its own in the file, or name another with ${flag}.`,
    );
  }
  const meant = header === '' ? null : closest(header, named(headers));
  throw new UserError(
    `${visibleLine(name)} has no column ${header === '' ? 'without a name to draw by' : visibleLine(header)}.`,
    meant === null ? `Its columns: ${list(headers)}.` : `Did you mean ${visibleLine(meant)}?`,
  );
}

/** The index of the column with the references: the one named, or else the likeliest. */
export function referenceIndex(csv: CsvFile, wanted: string | undefined): number {
  if (wanted !== undefined) return columnIndex(csv, '--column', wanted);
  const found = referenceColumn(csv.headers);
  if (found !== null) return csv.headers.indexOf(found);
  throw new UserError(
    `Which column of ${visibleLine(csv.name)} holds the references is not clear.`,
    `Name it with --column. Its columns: ${list(csv.headers)}.`,
  );
}

function named(headers: readonly string[]): string[] {
  return headers.filter((header) => header !== '');
}

function list(headers: readonly string[]): string {
  const names = named(headers).map((header) => visibleLine(header).slice(0, 60));
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ') || 'none has a name'}${more > 0 ? ` and ${String(more)} more` : ''}`;
}
