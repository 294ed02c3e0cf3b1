import type { Block } from '../tree.js';
import { rows } from './document.js';
import type { ListView } from './view.js';

/** The list itself. */
export function summary(view: ListView): readonly Block[] {
  return rows(view);
}
