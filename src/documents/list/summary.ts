import type { Block } from '../tree.js';
import { rows, voids } from './document.js';
import type { ListView } from './view.js';

/** The list itself, and why some of it no longer counts. */
export function summary(view: ListView): readonly Block[] {
  return [...rows(view), ...voids(view)];
}
