import type { Block } from '../tree.js';
import { rows } from './document.js';
import type { DealershipsView } from './view.js';

/** The list itself. */
export function summary(view: DealershipsView): readonly Block[] {
  return rows(view);
}
