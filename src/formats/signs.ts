import { signed } from '../documents/blocks.js';
import type { Cell, Inline, Sign, Table, Text } from '../documents/tree.js';

/** Which way a sign points, sure or probable: 1 for the better, -1 for the worse, 0 for neither. */
export function directionOf(sign: Sign | null): 1 | 0 | -1 {
  if (sign === 'better' || sign === 'probably-better') return 1;
  return sign === 'worse' || sign === 'probably-worse' ? -1 : 0;
}

/** The signs as they stand in texts. */
export const GLYPHS: Readonly<Record<Sign, string>> = {
  better: '▲',
  worse: '▼',
  'probably-better': '△',
  'probably-worse': '▽',
  unclear: '≈',
  same: '=',
};

/** The signs for those who listen. */
export const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  better: 'clearly better',
  worse: 'clearly worse',
  'probably-better': 'probably better',
  'probably-worse': 'probably worse',
  unclear: 'may be chance',
  same: 'the same',
};

/** A text as the pieces it is made of, those of one line that are only text joined. */
export function pieces(text: Text): Inline[] {
  const all: readonly Inline[] = isMany(text) ? text : [text];
  const joined: Inline[] = [];
  for (const piece of all) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined.splice(-1, 1, last + piece);
    else joined.push(piece);
  }
  return joined;
}

function isMany(text: Text): text is readonly Inline[] {
  return Array.isArray(text);
}

/** Whether a text says already what a sign says. */
export function isSigned(text: Text): boolean {
  return pieces(text).some((piece) => {
    if (typeof piece === 'string') return false;
    if (piece.inline === 'signed') return true;
    return 'text' in piece && typeof piece.text !== 'string' && isSigned(piece.text);
  });
}

/** Whether a cell holds a drawing. */
export function isDrawn(cell: Cell): cell is Extract<Cell, { drawn: unknown }> {
  return typeof cell === 'object' && 'drawn' in cell;
}

/**
 * What a drawing in a cell says where it can't be seen; null where it says nothing that the other
 * cells of its row don't.
 */
export function signInstead(cell: Cell, row: readonly Cell[]): Sign | null {
  if (!isDrawn(cell)) return null;
  const mark = cell.drawn;
  const sign = mark.mark === 'strip' || mark.mark === 'fall' ? mark.sign : null;
  if (sign === null || sign === 'total') return null;
  return row.some((other) => !isDrawn(other) && isSigned(other)) ? null : sign;
}

/**
 * A table without its drawings. A sign that only a drawing showed stands before what comes next in
 * its row, or last where nothing does.
 */
export function withoutDrawings(table: Table): Table {
  const kept = table.columns.flatMap(({ role }, c) => (role === 'mark' ? [] : [c]));
  const rows = table.rows.map((row) => {
    const cells = [...row.cells];
    for (const [c, cell] of row.cells.entries()) {
      const sign = signInstead(cell, cells);
      const bearer = kept.find((other) => other > c) ?? kept.at(-1);
      const text = cells[bearer ?? -1];
      if (sign === null || bearer === undefined || text === undefined || isDrawn(text)) continue;
      cells[bearer] = signed(sign, ...pieces(text));
    }
    return { ...row, cells: kept.map((c) => cells[c] ?? '') };
  });
  return { ...table, columns: kept.flatMap((c) => table.columns[c] ?? []), rows };
}

/** The name that a cell begins with: what stands behind it, such as tags, left aside. */
export function nameIn(cell: Cell): Text {
  if (isDrawn(cell)) return '';
  const all = pieces(cell);
  const end = all.findIndex((piece) => {
    return typeof piece !== 'string' && (piece.inline === 'break' || piece.inline === 'tag');
  });
  if (end <= 0) return all;
  const last = all[end - 1];
  return typeof last === 'string' ? [...all.slice(0, end - 1), last.trimEnd()] : all.slice(0, end);
}
