import { htmlEscape } from 'escape-goat';
import { visible, visibleLine } from '../../core/text.js';

/** A piece of HTML: made by `markup` alone, so that a typed text can't be taken for one. */
export class Html {
  constructor(readonly text: string) {}
}

/** What stands in a piece of HTML: texts, which are escaped, and other pieces, which are not. */
export type HtmlValue = string | number | Html | readonly Html[];

/**
 * HTML from a template. Every text in it is shown as text and nothing else: escaped, on one line,
 * with what would act made visible. Blanks at its ends and those that hold words together stay.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  // Added up, not joined: pieces stand inside pieces, and joining would copy each at every floor.
  let text = '';
  for (const [index, part] of strings.entries()) {
    text += part;
    const value = values[index];
    if (value !== undefined) text += shown(value);
  }
  return new Html(text);
}

/** Nothing in it is escaped; most of what is printed is like that. */
const PLAIN = /^ ?(?:[\w.,:;%()#/=+-]+(?: [\w.,:;%()#/=+-]+)*)? ?$/;

function shown(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.reduce((text, each) => text + each.text, '');
  if (typeof value === 'number') return String(value);
  if (PLAIN.test(value)) return value;
  return htmlEscape(visible(value).replace(/[\t\n\r ]+/g, ' '));
}

/** Nothing. */
export const NO_HTML = markup``;

/** What somebody typed, line by line, without the empty lines around it. */
export function typedLines(text: string): Html {
  const lines = visible(text).trim().split('\n');
  return markup`${lines.map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`))}`;
}

/** A typed text as a string of CSS, in its quotes: nothing in it can end the string or the style. */
export function cssString(text: string): string {
  const escaped = visibleLine(text).replace(
    /[^A-Za-z0-9 ]/gu,
    // The space behind an escape belongs to it.
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
