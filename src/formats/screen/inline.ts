import { visible, visibleLine } from '../../core/text.js';
import type { Inline, Sign, Text } from '../../documents/tree.js';
import { GLYPHS, SIGN_WORDS, pieces } from '../signs.js';
import type { Canvas } from './canvas.js';
import { isPlain, paintOf } from './canvas.js';

/** A part of a line: its runs of white space are one space each, also at its ends. */
function part(text: string): string {
  return visible(text).replace(/\s+/g, ' ');
}

/** A sign to see, or in words for those who listen. */
export function signText(sign: Sign, canvas: Canvas): string {
  return isPlain(canvas) ? SIGN_WORDS[sign] : paintOf(sign, canvas)(GLYPHS[sign]);
}

/** Texts that say themselves what their sign says. */
const SAYS: Readonly<Record<Sign, RegExp>> = {
  better: /better/i,
  worse: /worse/i,
  'probably-better': /probably better/i,
  'probably-worse': /probably worse/i,
  unclear: /chance/i,
  same: /same/i,
};

/** A sign before its text, or words behind it. */
function signed(sign: Sign, text: string, canvas: Canvas): string {
  const paint = paintOf(sign, canvas);
  if (!isPlain(canvas)) return paint(`${GLYPHS[sign]} ${text}`.trimEnd());
  if (SAYS[sign].test(text)) return paint(text);
  return paint([text, SIGN_WORDS[sign]].filter((part) => part !== '').join(', '));
}

function printed(piece: Inline, canvas: Canvas, breaks: string): string {
  if (typeof piece === 'string') return part(piece);
  switch (piece.inline) {
    case 'strong':
      return canvas.style.strong(inline(piece.text, canvas, breaks));
    case 'soft':
      return canvas.style.faint(inline(piece.text, canvas, breaks));
    case 'code':
      return visibleLine(piece.text);
    case 'link': {
      const text = inline(piece.text, canvas, breaks);
      // Headings can't be jumped to here.
      return piece.to.startsWith('#') ? text : `${text} (${visibleLine(piece.to)})`;
    }
    case 'signed':
      return signed(piece.sign, inline(piece.text, canvas, breaks), canvas);
    case 'tag':
      return (piece.bad ? canvas.style.bad : canvas.style.faint)(`(${visibleLine(piece.text)})`);
    case 'shaded':
      return inline(piece.text, canvas, breaks);
    case 'break':
      return breaks;
    case 'blank':
      return '____';
  }
}

/** What stands apart from the word before it. */
function isApart(piece: Inline): boolean {
  return typeof piece !== 'string' && /^(?:soft|tag|blank)$/.test(piece.inline);
}

/**
 * A text for the screen, not yet broken into lines.
 *
 * @param breaks what breaks a line where the text stands.
 */
export function inline(text: Text, canvas: Canvas, breaks = '\n'): string {
  let out = '';
  for (const piece of pieces(text)) {
    const shown = printed(piece, canvas, breaks);
    const space = isApart(piece) && /\S$/.test(out) && !/^\s/.test(shown) ? ' ' : '';
    out += space + shown;
  }
  return out;
}

/** The same for a cell or a heading, where no line breaks. */
export function oneLine(text: Text, canvas: Canvas): string {
  return inline(text, canvas, ' · ').trim();
}

/** What somebody typed, line by line. */
export function typedLines(text: string): string[] {
  return visible(text).replace(/\t/g, '    ').trim().split('\n');
}
