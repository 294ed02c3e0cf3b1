import stringWidth from 'fast-string-width';
import type { Cell, Column, Row, Table } from '../../documents/tree.js';
import { strong } from '../../documents/blocks.js';
import { pad, tableAsBlocks, wrap } from '../layout.js';
import { isDrawn, pieces, signInstead, withoutDrawings } from '../signs.js';
import type { Canvas } from './canvas.js';
import { isPlain } from './canvas.js';
import { inline, oneLine, signText } from './inline.js';
import { axisText, drawMark } from './mark.js';

/** Columns of a drawing, where there is room and where there is little. */
const DRAWN = [30, 20] as const;
/** What a column of text is narrowed to at most, before the table stands as blocks instead. */
const NARROWEST: Readonly<Record<Column['role'], number>> = {
  name: 16,
  text: 20,
  number: Infinity,
  mark: Infinity,
};
const GAP = 2;

/** A column as it is printed, its cells not yet broken into lines. */
interface Shown {
  readonly column: Column;
  readonly title: string;
  readonly cells: readonly string[];
  /** How wide its widest line is. */
  readonly natural: number;
  /** How wide it is printed. */
  readonly width: number;
}

function cellText(cell: Cell, row: Row, drawn: number, canvas: Canvas): string {
  if (!isDrawn(cell)) {
    return inline(row.total === true ? strong(...pieces(cell)) : cell, canvas).trim();
  }
  const sign = signInstead(cell, row.cells);
  const picture = drawMark(cell.drawn, drawn, canvas);
  // Colour alone would say nothing to many.
  return sign === null ? picture : `${picture} ${signText(sign, canvas)}`;
}

function shownColumns(table: Table, drawn: number, spare: boolean, canvas: Canvas): Shown[] {
  return table.columns.flatMap((column, c) => {
    if (column.spare === true && !spare) return [];
    const cells = table.rows.map((row) => cellText(row.cells[c] ?? '', row, drawn, canvas));
    const title = titleOf(column, drawn, canvas);
    const natural = widthOf([title, ...cells]);
    return [{ column, title, cells, natural, width: natural }];
  });
}

/** How wide the longest line of some texts is. */
function widthOf(texts: readonly string[]): number {
  return Math.max(...texts.flatMap((text) => text.split('\n')).map((line) => stringWidth(line)));
}

function titleOf(column: Column, drawn: number, canvas: Canvas): string {
  if (column.role !== 'mark') return oneLine(column.title, canvas);
  return column.axis === undefined ? '' : axisText(column.axis, drawn);
}

/** The same columns as wide as there is room; null where there is not enough. */
function fitted(columns: readonly Shown[], room: number): Shown[] | null {
  const total = (all: readonly Shown[]): number =>
    all.reduce((sum, { width }) => sum + width + GAP, -GAP);
  const narrowed = (most: number): Shown[] =>
    columns.map((one) => {
      const least = Math.min(one.width, NARROWEST[one.column.role]);
      return { ...one, width: Math.max(least, Math.min(one.width, most)) };
    });
  if (total(columns) <= room) return [...columns];
  for (let most = Math.min(room, 200); most > 0; most--) {
    const all = narrowed(most);
    if (total(all) <= room) return all;
  }
  return null;
}

/** One row of a table, as many lines as its longest cell has. */
function rowLines(columns: readonly Shown[], textOf: (shown: Shown) => string): string[] {
  const cells = columns.map((shown) => {
    const text = textOf(shown);
    const fits = shown.natural <= shown.width || widthOf([text]) <= shown.width;
    return (fits ? text : wrap(text, shown.width)).split('\n');
  });
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    columns
      .map(({ width, column }, c) =>
        pad(cells[c]?.[index] ?? '', width, column.role === 'number' ? 'right' : 'left'),
      )
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/**
 * The rows of a table. As columns where they have room: with all of them, without those that can be
 * spared, with smaller drawings, with texts on several lines; else each row as a block.
 *
 * @param notesOf the lines that belong below a row.
 */
export function tableText(table: Table, canvas: Canvas, notesOf: (row: Row) => string[]): string {
  const below = (row: Row): string =>
    notesOf(row)
      .map((line) => `\n${line}`)
      .join('');
  const shown = columnsFor(table, canvas);
  if (shown === null) {
    const { columns, rows } = withoutDrawings(table);
    const titles = columns.map(({ title }) => ({ title: oneLine(title, canvas) }));
    return rows
      .map((row) => {
        const cells = row.cells.map((cell) => (isDrawn(cell) ? '' : oneLine(cell, canvas)));
        return tableAsBlocks(titles, [cells], canvas.width) + below(row);
      })
      .join('\n\n');
  }
  const head = rowLines(shown, ({ title }) => title).map((line) => canvas.style.faint(line));
  const rows = table.rows.map((row, r) => {
    return rowLines(shown, ({ cells }) => cells[r] ?? '').join('\n') + below(row);
  });
  return [...(head.join('').trim() === '' ? [] : head), ...rows].join('\n');
}

function columnsFor(table: Table, canvas: Canvas): Shown[] | null {
  const [wide, narrow] = DRAWN;
  const room = canvas.tableWidth;
  if (isPlain(canvas)) return null;
  for (const spare of [true, false]) {
    const all = shownColumns(table, wide, spare, canvas);
    if (all.reduce((sum, { width }) => sum + width + GAP, -GAP) <= room) return all;
  }
  return (
    fitted(shownColumns(table, narrow, true, canvas), room) ??
    fitted(shownColumns(table, narrow, false, canvas), room)
  );
}
