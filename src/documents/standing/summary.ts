import { count } from '../../core/words/numbers.js';
import { paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import { rows, standingWords } from './document.js';
import type { StandingView } from './view.js';
import { CHECKUP } from '../../core/words/program.js';

/** So many dealerships stand on the screen; the list has them all. */
const MOST = 10;

/** Where things stand, those first in which something happened last; or how to begin. */
export function summary(view: StandingView): readonly Block[] {
  const { dealerships } = view;
  if (dealerships.length === 0) {
    return [
      paragraph(strong('checkup: the quarterly customer-service check-up')),
      paragraph(
        `${standingWords(view)}. See the example first, or start with your own dealership.`,
      ),
    ];
  }
  const more = dealerships.length - MOST;
  return [
    paragraph(strong(`checkup: ${standingWords(view)}`)),
    ...rows(dealerships.slice(0, MOST)),
    ...(more > 0 ? [paragraph(`and ${count(more, 'dealership')} more: ${CHECKUP} list`)] : []),
  ];
}
