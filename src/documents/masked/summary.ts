import { paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import { headline } from './document.js';
import { groupQuarter } from '../words/group.js';
import type { MaskedView } from './view.js';

/** One line: masked reports come many at a time. */
export function maskedSummary(view: MaskedView): Block[] {
  return [paragraph(strong(view.comparison.name), `, ${groupQuarter(view)}: ${headline(view)}.`)];
}
