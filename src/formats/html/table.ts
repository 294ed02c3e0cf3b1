import type { Block, Cell, Column, Mark, Row, Table, Text } from '../../documents/tree.js';
import { isDrawn, pieces } from '../signs.js';
import { inCell, inline } from './inline.js';
import { axis, drawn } from './marks/mark.js';
import type { PageParts } from './parts.js';
import type { Html } from './text.js';
import { NO_HTML, markup } from './text.js';

/** How blocks inside a table are printed; handed in, for they may be tables again. */
export type PrintBlocks = (blocks: readonly Block[], parts: PageParts) => Html;

/** A table as a table: each row can be read without its marks. */
export function table(block: Table, parts: PageParts, print: PrintBlocks): Html {
  const { columns, rows } = block;
  const kinds = [
    'table',
    ...marksOf(rows),
    ...(block.whole || rows.length <= FEW ? ['whole'] : []),
    ...(columns.length > MANY ? ['many'] : []),
  ].join(' ');
  const bodies = rows.some(({ notes }) => notes !== undefined && notes.length > 0)
    ? rows.map((row) => markup`<tbody>${tableRow(row, columns, parts, print)}</tbody>`)
    : [markup`<tbody>${rows.map((row) => tableRow(row, columns, parts, print))}</tbody>`];
  const titles = columns.every(({ title, axis }) => title === '' && axis === undefined);
  return markup`<table class="${kinds}"><caption${block.captioned ? NO_HTML : UNSEEN}>${caption(block.caption)}</caption><colgroup>${columns.map((column, index) => width(column, markIn(rows, index)))}</colgroup>${titles ? NO_HTML : markup`<thead><tr>${columns.map(head)}</tr></thead>`}${bodies}</table>`;
}

/** So few rows stay on one sheet of paper, with their heads. */
const FEW = 4;
/** More columns than have room at their usual size. */
const MANY = 8;
const UNSEEN = markup` class="unseen"`;

/** A caption; a name with its figures has them at the end of the line. */
export function caption(text: Text): Html {
  const [first, ...rest] = pieces(text);
  const named = typeof first === 'object' && first.inline === 'strong';
  const plain = rest.map((each) => (typeof each === 'string' ? each : '')).join('');
  const figures = rest.length > 0 && /^\s*(?:[\d+−–-]|$)/.test(plain);
  return named && figures
    ? markup`<span class="ends"><span>${inline(first)}</span> <span>${inline(rest)}</span></span>`
    : inline(text);
}

function marksOf(rows: readonly Row[]): string[] {
  const marks = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (isDrawn(cell) ? [`of-${cell.drawn.mark}`] : [])),
  );
  return [...new Set(marks)];
}

/** What the marks of a column are; null where it holds none. */
function markIn(rows: readonly Row[], index: number): Mark['mark'] | null {
  const cell = rows
    .map(({ cells }) => cells[index])
    .find((each) => each !== undefined && isDrawn(each));
  return cell !== undefined && isDrawn(cell) ? cell.drawn.mark : null;
}

/** How much of a table a column of marks takes, in hundredths, where nobody says. */
const MARK_WIDTHS: Readonly<Record<Mark['mark'], number | undefined>> = {
  strip: 24,
  dots: 35,
  fall: 66,
  line: 24,
  squares: undefined,
};

function width({ width, spare }: Column, mark: Mark['mark'] | null): Html {
  const own = width ?? (mark === null ? undefined : MARK_WIDTHS[mark]);
  const share = own === undefined ? NO_HTML : markup` width="${own}%"`;
  return markup`<col${spare === true ? SPARE : NO_HTML}${share}>`;
}

const SPARE = markup` class="spare"`;

function head(column: Column): Html {
  const title =
    column.axis === undefined
      ? markup`${column.title}`
      : markup`${axis(column.axis)}<span class="unseen">${column.title}</span>`;
  return column.title === '' && column.axis === undefined
    ? markup`<td class="${classes(column)}"></td>`
    : markup`<th scope="col" class="${classes(column)}">${title}</th>`;
}

function classes({ role, spare, large }: Column): string {
  return [role, ...(spare === true ? ['spare'] : []), ...(large === true ? ['large'] : [])].join(
    ' ',
  );
}

function tableRow(
  row: Row,
  columns: readonly Column[],
  parts: PageParts,
  print: PrintBlocks,
): Html {
  const cells = columns.map((column, index) => {
    const cell = row.cells[index] ?? '';
    return index === 0 ? rowHead(cell, column, parts) : bodyCell(cell, column, parts);
  });
  const notes = row.notes ?? [];
  const below =
    notes.length === 0
      ? NO_HTML
      : markup`<tr class="notes"><td colspan="${columns.length}">${print(notes, parts)}</td></tr>`;
  return markup`<tr${row.total === true ? TOTAL : NO_HTML}>${cells}</tr>${below}`;
}

const TOTAL = markup` class="total"`;

function rowHead(cell: Cell, column: Column, parts: PageParts): Html {
  if (isDrawn(cell)) return bodyCell(cell, column, parts);
  const { html, numbered } = inCell(cell, true);
  return markup`<th scope="row" class="${classes(column)}${numbered ? ' numbered' : ''}">${html}</th>`;
}

/** A cell; where rows are stacked, the column's title stands before it. */
function bodyCell(cell: Cell, column: Column, parts: PageParts): Html {
  if (isDrawn(cell)) {
    return markup`<td class="${classes(column)}">${drawn(cell.drawn, parts)}</td>`;
  }
  const titled =
    column.title === '' || column.role === 'mark' || cell === ''
      ? NO_HTML
      : markup` data-title="${column.title}"`;
  return markup`<td class="${classes(column)}"${titled}>${inCell(cell).html}</td>`;
}
