import { paragraph } from '../blocks.js';
import type { Block } from '../tree.js';
import { blocks } from './document.js';
import type { DiffView } from './view.js';
import { countWords } from './words.js';

/** The whole of it, and the sum last: where a screen ends. */
export function summary(view: DiffView): readonly Block[] {
  return [...blocks(view), paragraph(`${countWords(view.diff)}.`)];
}
