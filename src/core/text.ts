import { once } from './once.js';

// Characters that would act on a terminal or reorder a line instead of being shown: the control
// codes C0 (but for line feed and tab), DEL and C1, line and paragraph separators, and the marks and
// overrides of text direction. What a user typed is stored as it is; only what is shown passes here.
const ACTING =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A text that is safe to show: each acting character becomes a visible mark such as `[U+001B]`.
 * Line feeds and tabs stay; CR LF counts as a line feed.
 */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(ACTING, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}

/** The same on one line: every run of white space is one space. */
export function visibleLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/**
 * JSON that is safe to print: `JSON.stringify` with two spaces, and every acting character that
 * JSON would let through written as an escape. Parsing it gives the value exactly.
 */
export function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(
    ACTING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}

const sentences = once(() => new Intl.Segmenter('en', { granularity: 'sentence' }));

/** The first sentence of a text; '' of a blank one. */
export function firstSentence(text: string): string {
  const [first] = sentences().segment(text.trim());
  return first?.segment.trim() ?? '';
}

/** A text as a sentence: with a full stop where it doesn't end with a mark of its own. */
export function asSentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

/**
 * Which of two different texts stands first, by UTF-16 code units: the same order everywhere, which
 * that of a language isn't. For sorting.
 */
export function byCodeUnits(a: string, b: string): number {
  // Stryker disable next-line EqualityOperator: two texts that are the same are not sorted.
  return a < b ? -1 : 1;
}
