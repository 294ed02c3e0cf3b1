import { paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import type { FormView } from './view.js';
import { scopeLine } from './words.js';

/** What there is to fill in. */
export function summary(view: FormView): readonly Block[] {
  return [paragraph(strong(view.checklist.title), ` · ${scopeLine(view)}`)];
}
