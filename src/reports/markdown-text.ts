import { markdownTable } from 'markdown-table';
import stringWidth from 'fast-string-width';
import { visible, visibleLine } from '../core/text.js';

function escapeInline(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<~]/g, '\\$&')
      // An underscore inside a word means nothing, and reads better bare.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
      .replace(/&(?=#|[A-Za-z][A-Za-z0-9]*;)/g, '&amp;')
      // Two dollar signs can make a formula, one never does.
      .replace(/\$/g, (sign) => (text.split('$').length > 2 ? `\\${sign}` : sign))
  );
}

/** At the start of a line these would make a heading, a list, a quotation, a table or a rule. */
function escapeStart(line: string): string {
  return line.replace(/^(\s*)([#>+=:|-])/, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** A typed text on one line, as text and nothing else: no markup, no HTML, nothing that acts. */
export function inline(text: string): string {
  return escapeStart(escapeInline(visibleLine(text)));
}

/**
 * A typed text on one line as code: every character as it is, so that it can be copied. Its fences
 * are of a length that no run of backticks in it has.
 *
 * @param text must not be blank.
 */
export function codeSpan(text: string): string {
  const shown = visibleLine(text);
  const runs = (shown.match(/`+/g) ?? []).map((run) => run.length);
  let length = 1;
  while (runs.includes(length)) length += 1;
  const fence = '`'.repeat(length);
  const pad = /^`|`$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A typed text of any length as a quotation, its lines kept, every line behind `indent`. */
export function quotation(text: string, indent = ''): string {
  const lines = visible(text).replace(/\t/g, '    ').trim().split('\n');
  return lines
    .map((line, index) => {
      const shown = escapeStart(escapeInline(line.trim()));
      if (shown === '') return `${indent}>`;
      // Two spaces at the end of a line break it where it is rendered.
      return `${indent}> ${shown}${(lines[index + 1] ?? '').trim() === '' ? '' : '  '}`;
    })
    .join('\n');
}

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
export function mdTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string {
  const cells = rows.map((row) => row.map(escapePipes));
  return markdownTable([columns.map((column) => column.title), ...cells], {
    align: columns.map((column) => column.align ?? 'l'),
    stringLength: stringWidth,
  });
}

/** Paragraphs, lists and tables, each apart from the next by an empty line. */
export function blocks(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;
}

/** A bullet list. */
export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
