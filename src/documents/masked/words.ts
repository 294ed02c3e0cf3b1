import type { MaskedFigure } from '../../core/compare/masked.js';
import { printScore } from '../../core/score/print.js';
import { NONE } from '../words/scores.js';
import { placeWords } from '../words/group.js';

/** What stands for a place that the data leaves wide open. */
export const UNKNOWN = 'cannot be told';

/** A place, unless it could be any in more than half the group; `–` where nothing is ranked. */
export function ownPlace({ rank }: MaskedFigure): string {
  if (rank === null) return NONE;
  const { place, last, of } = rank;
  return last - place + 1 > of / 2 ? UNKNOWN : placeWords(rank);
}

/** Where own and middle half stand to each other, as printed; null where the half isn't shown. */
export function besideMiddle({
  share,
  quartiles,
}: MaskedFigure): 'above' | 'within' | 'below' | null {
  if (share === null || quartiles === null) return null;
  const print = (one: number): number => Number(printScore(one));
  if (print(share) > print(quartiles.upper)) return 'above';
  return print(share) < print(quartiles.lower) ? 'below' : 'within';
}
