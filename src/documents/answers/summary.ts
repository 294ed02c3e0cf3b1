import type { Block } from '../tree.js';
import { rows } from './document.js';
import type { AnswersView } from './view.js';

/** The answers. */
export function summary(view: AnswersView): readonly Block[] {
  return rows(view);
}
