import type { Band } from '../../core/checklist/checklist.js';
import type { Compared, Pair } from '../../core/compare/compare.js';
import { printChange, printPoints } from '../../core/score/print.js';
import type { Inline } from '../tree.js';
import { signed } from '../blocks.js';
import { signOf } from './signs.js';

/** A difference this small isn't worth a word beside another. In shares. */
const HALF_A_POINT = 0.005;

/** `+6`, `−17`, `0`: a difference as it stands beside its two scores. */
export function differenceWords(
  { from, to }: Pick<Pair, 'from' | 'to'>,
  bands: readonly Band[],
): string {
  const { difference } = printChange(from, to, bands);
  return Number(difference) === 0 ? '0' : difference;
}

/**
 * A published difference with the verdict that counts: that of like for like. A dash where one of the
 * two is not scored; without a sign where nothing can be compared.
 */
export function changeCell({ published, likeForLike }: Compared, bands: readonly Band[]): Inline {
  const text = differenceWords(published, bands);
  const sign = signOf(likeForLike.change);
  return sign === null || published.change === null ? text : signed(sign, text);
}

/** `like for like +3.4`, where that differs from the published difference; '' where it doesn't. */
export function likeForLikeWords({ published, likeForLike }: Compared): string {
  if (published.change === null || likeForLike.change === null) return '';
  const [shown, like] = [published.change.difference, likeForLike.change.difference];
  return Math.abs(shown - like) < HALF_A_POINT ? '' : `like for like ${printPoints(like)}`;
}

/** `up 4 from 62`, `down 2 from 64`, `the same as before`. */
export function sinceWords(
  { from, to }: Pick<Pair, 'from' | 'to'>,
  bands: readonly Band[],
): string {
  const printed = printChange(from, to, bands);
  const points = printed.difference.replace(/^[+−]/u, '');
  if (Number(points) === 0) return `as before, ${printed.from}`;
  return `${printed.difference.startsWith('+') ? 'up' : 'down'} ${points} from ${printed.from}`;
}
