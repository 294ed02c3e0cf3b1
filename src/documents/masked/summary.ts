import { quarterName } from '../../core/quarter.js';
import { paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import { headline } from './document.js';
import type { MaskedView } from './view.js';

/** One line: masked reports come many at a time. */
export function maskedSummary(view: MaskedView): Block[] {
  const { comparison, quarter } = view;
  return [paragraph(strong(comparison.name), `, ${quarterName(quarter)}: ${headline(view)}.`)];
}
