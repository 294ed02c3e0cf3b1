import { visibleLine } from '../../core/text.js';
import type { Inline, Text } from '../../documents/tree.js';
import { GLYPHS, pieces } from '../signs.js';
import { codeSpan, escapeStart, part } from './text.js';

/** Where a text stands. */
export interface Place {
  /** What breaks a line there. */
  readonly breaks: string;
  /** Whether a pipe would end its cell. */
  readonly inCell: boolean;
  readonly isBold?: boolean;
}

export const IN_CELL: Place = { breaks: ' · ', inCell: true };
/** On one line, as a heading is. */
export const ON_LINE: Place = { breaks: ' · ', inCell: false };
/** In a heading, which is bold already. */
export const IN_HEADING: Place = { ...ON_LINE, isBold: true };

/** In a paragraph, its later lines as far in as the first. */
export function inParagraph(indent = ''): Place {
  return { breaks: `  \n${indent}`, inCell: false };
}

/** Something printed, and how it gets along with what stands beside it. */
interface Printed {
  readonly text: string;
  /** Whether it is set bold. */
  readonly bold?: boolean;
  /** Whether it needs room around it. */
  readonly apart?: boolean;
}

/** A relative path as the target of a link: nothing in it can end the link or lead elsewhere. */
function target(path: string): string {
  const parts = path.split('/').map((one) => {
    // A lone half of a character has no code of its own.
    const whole = one.toWellFormed();
    return encodeURIComponent(whole).replace(/[()*!'~]/g, hex);
  });
  const relative = parts.join('/');
  return relative.startsWith('/') ? `.${relative}` : relative;
}

function hex(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function codePiece(text: string, { inCell }: Place): string {
  if (visibleLine(text) === '') return '';
  // No code can hold a pipe in a cell whatever stands before it.
  return inCell && text.includes('|') ? part(text) : codeSpan(text);
}

function printed(piece: Inline, place: Place): Printed {
  if (typeof piece === 'string') return { text: part(piece) };
  switch (piece.inline) {
    case 'strong':
      return { text: line(piece.text, { ...place, isBold: true }), bold: place.isBold !== true };
    case 'soft':
      return { text: line(piece.text, place), apart: true };
    case 'code':
      return { text: codePiece(piece.text, place) };
    case 'link':
      return { text: linked(piece.to, line(piece.text, place).trim(), place) };
    case 'signed':
      return { text: `${GLYPHS[piece.sign]} ${line(piece.text, place)}`.trimEnd() };
    case 'tag':
      return piece.bad
        ? { text: part(piece.text).trim(), bold: place.isBold !== true, apart: true }
        : { text: `(${part(piece.text).trim()})`, apart: true };
    case 'shaded':
      return { text: line(piece.text, place) };
    case 'break':
      return { text: place.breaks };
    case 'blank':
      return { text: '____', apart: true };
  }
}

function linked(to: string, text: string, place: Place): string {
  // Headings have no names of their own here that a link could lead to.
  if (to.startsWith('#')) return text;
  return `[${text === '' ? codePiece(to, place) : text}](${target(to)})`;
}

const WORD = /[\p{L}\p{N}]/u;
/** What every reader of Markdown takes for the end of a word. */
const APART = /^$|[\s\p{P}$+<=>^`|~]/u;

/**
 * Bold, where the marks of it do so: they mean nothing between a letter outside and a sign inside,
 * nor beside white space inside.
 */
function embolden(text: string, before: string, after: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const [first, last] = [firstOf(inner), lastOf(inner)];
  const [start = '', end = ''] = text.split(inner);
  const opens = start !== '' || WORD.test(first) || APART.test(before);
  const closes = end !== '' || WORD.test(last) || APART.test(after);
  return opens && closes ? `${start}**${inner}**${end}` : text;
}

/** The first character of a text, whole; '' where there is none. */
function firstOf(text: string): string {
  return Array.from(text.slice(0, 2))[0] ?? '';
}

/** The last one, likewise. */
function lastOf(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

/** Whether two printed pieces would be read as one mark. */
function isClash(before: string, after: string): boolean {
  return ['**', '`'].some((mark) => before.endsWith(mark) && after.startsWith(mark));
}

/** A text as part of a line, without what its start would mean. */
export function line(text: Text, place: Place): string {
  const all = pieces(text).map((piece) => printed(piece, place));
  let out = '';
  for (const [index, { text: raw, bold = false, apart = false }] of all.entries()) {
    if (raw === '') continue;
    const next = all[index + 1];
    const before = lastOf(out);
    const isApart = (apart || out.endsWith('____')) && /^\S/.test(raw) && /\S/.test(before);
    const after = next?.apart === true ? ' ' : firstOf(next?.text ?? '');
    const shown = bold ? embolden(raw, isApart ? ' ' : before, after) : raw;
    // An exclamation mark before a link would make a picture of it.
    if (shown.startsWith('[') && out.endsWith('!')) out = `${out.slice(0, -1)}\\!`;
    out += isApart || isClash(out, shown) ? ` ${shown}` : shown;
  }
  return out;
}

/** A text as a line of its own, or a few. */
export function wholeLine(text: Text, place: Place): string {
  const lines = line(text, place).trim().split('\n');
  // Room to write in, alone on its line, would be a rule.
  return lines.map((one) => escapeStart(one).replace(/^(\s*)_/, '$1\\_')).join('\n');
}
