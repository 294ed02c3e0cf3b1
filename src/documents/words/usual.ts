import type { Band } from '../../core/checklist/checklist.js';
import { QUARTERS_BEFORE } from '../../core/compare/usual.js';
import type { Usual } from '../../core/compare/usual.js';
import { printRange } from '../../core/score/print.js';
import { numberWord } from '../../core/words/numbers.js';
import { range, score } from './figures.js';

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
