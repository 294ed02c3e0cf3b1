import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { once } from '../core/once.js';

const segmenter = once(() => new Intl.Segmenter());

/** A text as what is read as single characters. */
function graphemes(text: string): string[] {
  return Array.from(segmenter().segment(text), ({ segment }) => segment);
}

/** The parts of a word that no line may break: what is read as one character, and codes of colour. */
function partsOf(word: string): string[] {
  // eslint-disable-next-line no-control-regex -- codes of colour are what is looked for
  return word.split(/(\u001b\[[\d;]*m)/).flatMap((part) => {
    return part.startsWith('\u001b[') ? [part] : graphemes(part);
  });
}

/** A word that is wider than the room, broken into lines between what is read as one character. */
function broken(word: string, room: number): string {
  if (stringWidth(word) <= room) return word;
  let [lines, line, width] = ['', '', 0];
  for (const part of partsOf(word)) {
    const wide = stringWidth(part);
    if (width > 0 && width + wide > room) [lines, line, width] = [`${lines}${line}\n`, '', 0];
    line += part;
    width += wide;
  }
  return lines + line;
}

/**
 * Breaks a text into lines of at most `width` columns. Each line starts with as many spaces as
 * `lead` is wide, the first with `lead` itself.
 */
export function wrap(text: string, width: number, lead = ''): string {
  const indent = ' '.repeat(stringWidth(lead));
  const room = Math.max(10, width - indent.length);
  const whole = text.replace(/[^ \n]+/g, (word) => broken(word, room));
  return wrapAnsi(whole, room, { trim: true })
    .split('\n')
    .map((line, index) => (line === '' ? '' : (index === 0 ? lead : indent) + line))
    .join('\n');
}

/**
 * Breaks only the lines that are too long. Spaces at their start stay, and what belongs to a bullet
 * or a number stands below its text.
 */
export function fit(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const lead = /^ *(?:(?:-|\d+\.) )?/.exec(line)?.[0] ?? '';
      return stringWidth(line) <= width ? line : wrap(line.slice(lead.length), width, lead);
    })
    .join('\n');
}

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** A text with as many spaces as a column needs. */
export function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

type Rows = readonly (readonly string[])[];

function widthsOf(columns: readonly Column[], rows: Rows): number[] {
  return columns.map((column, c) =>
    Math.max(stringWidth(column.title), ...rows.map((row) => stringWidth(row[c] ?? ''))),
  );
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each + 2, -2);
}

/** Columns of a screen that nobody has measured. */
const USUAL_WIDTH = 80;

/**
 * A table without lines, columns two spaces apart. Where it is wider than the screen, each row
 * becomes a small block of `title: value` lines instead, without those where nothing stands.
 */
export function table(columns: readonly Column[], rows: Rows, width: number): string {
  const widths = widthsOf(columns, rows);
  if (totalOf(widths) <= width) {
    const line = (cells: readonly string[]): string =>
      columns
        .map((column, c) => pad(cells[c] ?? '', widths[c] ?? 0, column.align))
        .join('  ')
        .trimEnd();
    return [line(columns.map((column) => column.title)), ...rows.map(line)].join('\n');
  }
  return tableAsBlocks(columns, rows, width);
}

/** Each row of a table as a block of `title: value` lines, without those where nothing stands. */
export function tableAsBlocks(columns: readonly Column[], rows: Rows, width: number): string {
  // Without columns to line up, as for those who listen, a line is as long as elsewhere.
  const room = width === 0 ? USUAL_WIDTH : width;
  return rows
    .map((row) =>
      columns
        .flatMap((column, c) => {
          const cell = row[c] ?? '';
          const title = column.title === '' ? '' : `${column.title}: `;
          return cell === '' ? [] : [wrap(title + cell, room, c === 0 ? '' : '  ')];
        })
        .join('\n'),
    )
    .join('\n\n');
}
