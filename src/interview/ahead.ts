import { visibleLine } from '../core/text.js';

/**
 * Nobody answers a question sooner than this after it is shown, in milliseconds: the keys of a word
 * come quicker after each other than that.
 */
export const UNSEEN = 120;

/** What is said of what was typed ahead of a question. */
export function aheadWords(typed: string): string {
  return `Typed ahead and not taken: ${visibleLine(typed.replaceAll('\r', ' '))}`;
}
