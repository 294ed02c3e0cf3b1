import stringWidth from 'fast-string-width';
import { markdownTable } from 'markdown-table';
import type { Cell, Column, Row, Table } from '../../documents/tree.js';
import { strong } from '../../documents/blocks.js';
import { GLYPHS, isDrawn, signInstead } from '../signs.js';
import { IN_CELL, line } from './inline.js';

/** A column's title, and whether it is set flush right. */
export interface TableColumn {
  readonly title: string;
  readonly align?: 'l' | 'r';
}

/** A pipe that isn't escaped yet would end its cell. */
function escapePipes(cell: string): string {
  return cell.replace(/\\[^]|\|/g, (found) => (found === '|' ? '\\|' : found));
}

/** A table whose columns line up as plain text too. Cells are Markdown already, but for pipes. */
export function alignedTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(escapePipes));
  return markdownTable(lines, {
    align: columns.map((column) => column.align ?? 'l'),
    stringLength: stringWidth,
  });
}

function cellText(cell: Cell, row: Row): string {
  if (isDrawn(cell)) {
    const sign = signInstead(cell, row.cells);
    return sign === null ? '' : GLYPHS[sign];
  }
  return line(row.total === true ? strong(...[cell].flat()) : cell, IN_CELL).trim();
}

/** A column as it is printed: its title and its cells. */
interface PrintedColumn {
  readonly column: Column;
  readonly cells: readonly string[];
}

/** The columns of a table; those of drawings only where something must stand in for them. */
function printedColumns({ columns, rows }: Table): PrintedColumn[] {
  return columns
    .map((column, c) => ({ column, cells: rows.map((row) => cellText(row.cells[c] ?? '', row)) }))
    .filter(({ column, cells }) => column.role !== 'mark' || cells.some((cell) => cell !== ''));
}

/** The lines of a table: what stands in its cells, without its caption and its notes. */
export function tableLines(table: Table): string {
  const columns = printedColumns(table);
  return alignedTable(
    columns.map(({ column: { title, role } }) => ({
      title: line(title, IN_CELL).trim(),
      align: role === 'number' ? 'r' : 'l',
    })),
    table.rows.map((_, r) => columns.map(({ cells }) => cells[r] ?? '')),
  );
}
