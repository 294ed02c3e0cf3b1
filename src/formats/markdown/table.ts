import stringWidth from 'fast-string-width';
import { markdownTable } from 'markdown-table';
import type { Cell, Row, Table } from '../../documents/tree.js';
import { strong } from '../../documents/blocks.js';
import { isDrawn, pieces, withoutDrawings } from '../signs.js';
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
  if (isDrawn(cell)) return '';
  return line(row.total === true ? strong(...pieces(cell)) : cell, IN_CELL).trim();
}

/** The lines of a table, drawings left out: what stands in its cells, without caption and notes. */
export function tableLines(table: Table): string {
  const { columns, rows } = withoutDrawings(table);
  return alignedTable(
    columns.map(({ title, role }) => ({
      title: line(title, IN_CELL).trim(),
      align: role === 'number' ? 'r' : 'l',
    })),
    rows.map((row) => row.cells.map((cell) => cellText(cell, row))),
  );
}
