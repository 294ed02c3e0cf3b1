import type { Ask } from './ask.js';
import type { Terminal } from './terminal.js';
import { createInquirerAsk } from './inquirer-ask.js';
import { createPlainAsk } from './plain-ask.js';

/** The way of asking that fits the terminal. */
export function createAsk(terminal: Terminal & { readonly plain: boolean }): Ask {
  return terminal.plain ? createPlainAsk(terminal) : createInquirerAsk(terminal);
}
