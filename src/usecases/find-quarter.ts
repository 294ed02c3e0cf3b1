import { UserError } from '../core/errors.js';
import type { Quarter } from '../core/quarter.js';
import { parseQuarter } from '../core/quarter.js';
import { visibleLine } from '../core/text.js';

/**
 * A quarter that a user typed.
 *
 * @param what where they typed it.
 * @throws UserError for what is none.
 */
export function quarterFrom(text: string, what = '--quarter'): Quarter {
  const quarter = parseQuarter(text);
  if (quarter !== null) return quarter;
  throw new UserError(`${what} ${visibleLine(text)} is not a quarter.`, 'Write it as 2026-Q3.');
}
