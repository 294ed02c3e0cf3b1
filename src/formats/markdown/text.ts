import { visible, visibleLine } from '../../core/text.js';

// What was typed is text and nothing else: no markup, no HTML, no formula and no link. Here alone it
// is escaped for Markdown.

/**
 * Addresses that readers of Markdown turn into links by themselves. A backslash before their colon
 * or their @ doesn't keep all of them from it; code is what every reader leaves as it is. Nothing
 * that means something in code, or parts the cells of a table, is in them.
 */
const ADDRESS =
  /(?:(?<![a-z0-9+.-])[a-z0-9+.-]+:\/\/|www\.|mailto:|xmpp:|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w-])[^\s`|\\<>]*/giu;

/** Ends the sentence that an address stands in, rather than the address. */
const AFTER_ADDRESS = /[.,;:!?)\]'"’”]+$/u;

function escapeMarks(text: string, escapeDollars: boolean): string {
  const escaped = text
    .replace(/[\\`*[\]<~]/g, '\\$&')
    // An underscore inside a word means nothing, and reads better bare.
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/&(?=#|[A-Za-z][A-Za-z0-9]*;)/g, '&amp;');
  return escapeDollars ? escaped.replace(/\$/g, '\\$&') : escaped;
}

/** Two dollar signs can make a formula, one never does. */
function canBeFormula(text: string): boolean {
  return text.split('$').length > 2;
}

/** Text inside a line, its white space as it is. */
function escapeInline(text: string, escapeDollars: boolean): string {
  let escaped = '';
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(AFTER_ADDRESS, '');
    escaped += escapeMarks(text.slice(end, index), escapeDollars);
    escaped += `\`${address}\``;
    end = index + address.length;
  }
  return escaped + escapeMarks(text.slice(end), escapeDollars);
}

/** At the start of a line these would make a heading, a list, a quotation, a table or a rule. */
export function escapeStart(line: string): string {
  return line.replace(/^(\s*)([#>+=:|-])/, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Nothing in it means anything in Markdown; most of what is printed is like that. */
const PLAIN = /^(?!.*www\.) ?[a-z0-9.,;%()/=+-]+(?: [a-z0-9.,;%()/=+-]+)* ?$/i;

/** A part of a line: its runs of white space are one space each, also at its ends. */
export function part(text: string): string {
  if (PLAIN.test(text)) return text;
  const [, before = '', after = ''] = /^(\s?)[^]*?(\s?)$/.exec(text) ?? [];
  const shown = escapeInline(visibleLine(text), canBeFormula(text));
  if (shown === '') return text === '' ? '' : ' ';
  return `${before === '' ? '' : ' '}${shown}${after === '' ? '' : ' '}`;
}

/** A typed text on one line. */
export function inline(text: string): string {
  return escapeStart(part(text).trim());
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

/** A typed text of any length as lines, each broken where it was typed so; empty ones part paragraphs. */
export function typedLines(text: string): string[] {
  const escapeDollars = canBeFormula(text);
  const lines = visible(text).replace(/\t/g, '    ').trim().split('\n');
  return lines.map((line, index) => {
    const shown = escapeStart(escapeInline(line.trim(), escapeDollars));
    // Two spaces at the end of a line break it where it is rendered.
    const isBroken = shown !== '' && (lines[index + 1] ?? '').trim() !== '';
    return isBroken ? `${shown}  ` : shown;
  });
}

/** Lines as a quotation. */
export function quoted(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}
