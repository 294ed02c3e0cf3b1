import type { Band } from '../../core/checklist/checklist.js';
import { QUARTERS_BEFORE } from '../../core/compare/usual.js';
import type { Usual } from '../../core/compare/usual.js';
import { printRange } from '../../core/score/print.js';
import { numberWord } from '../../core/words/numbers.js';
import { range, score } from './figures.js';

/** How that is computed. */
export const USUAL_RULE =
  'Usual for you: from five check-ups on that hang together like for like, of the last twelve, the last one, before any hold, is held against the mean m of the four before it, each put into its terms by the like-for-like changes in between. s² = (4 v + Σ MR² ÷ 2) ÷ (4 + k), with v the mean variance of all of them and MR the k changes from one to the next before the last. Unusual is what differs from m by more than t(0.975; 4 + 0.6 k) × s × √1.25 (after Smyth, 2004).';

/** What a dealership's own history says of its last quarter; null where there is too little of it. */
export function usualWords(usual: Usual | null, bands: readonly Band[]): string | null {
  if (usual === null) return null;
  const what = usual.isUsual ? 'Usual for you' : 'Unusual for you';
  return `${what}: your last ${numberWord(QUARTERS_BEFORE)} quarters let us expect ${printRange(usual.expected, bands)} before any hold.`;
}

/** The same for other programs, on 0 to 100. */
export function usualData(usual: Usual | null): object | null {
  if (usual === null) return null;
  return {
    usual: usual.isUsual,
    expected: range(usual.expected),
    uncapped: score(usual.share),
  };
}
