import type { Band } from '../../core/checklist/checklist.js';
import type { Compared, Pair, Parts } from '../../core/compare/compare.js';
import { printChange, printPoints } from '../../core/score/print.js';
import { roundedParts } from '../../core/score/rounding.js';
import { directionOf } from '../../core/score/uncertainty.js';
import type { Text } from '../tree.js';
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

/** Two published figures and their change, as they stand side by side: they never contradict each other. */
export interface ChangeFigures {
  readonly from: string;
  readonly to: string;
  /**
   * The difference with the verdict that counts: that of like for like. A dash where one of the two is
   * not scored; without a sign where nothing can be compared.
   */
  readonly change: Text;
}

/** Two published figures and their change, printed together. */
export function changeFigures(
  { published, likeForLike }: Pick<Compared, 'published' | 'likeForLike'>,
  bands: readonly Band[],
): ChangeFigures {
  const { from, to } = printChange(published.from, published.to, bands);
  const text = differenceWords(published, bands);
  const { verdict } = likeForLike;
  const sign = signOf(verdict);
  if (sign === null || published.difference === null) return { from, to, change: text };
  const direction = directionOf(verdict);
  const agrees = direction === 0 || text.startsWith(direction > 0 ? '+' : '−');
  // A sign is never put before a figure that says the opposite.
  const change: Text = agrees
    ? signed(sign, text)
    : [`${text}; like for like `, signed(sign, pointsWords(likeForLike.change?.difference ?? 0))];
  return { from, to, change };
}

/** `+12.8`; where one decimal would show nothing of it, `under 0.1`. */
function pointsWords(difference: number): string {
  const printed = printPoints(difference);
  return /[1-9]/.test(printed) ? printed : 'under 0.1';
}

/** `like for like +3.4`, where that differs from the published difference; '' where it doesn't. */
export function likeForLikeWords({ published, likeForLike, parts }: Compared): string {
  if (published.difference === null || likeForLike.change === null) return '';
  const [shown, like] = [published.difference, likeForLike.change.difference];
  if (Math.abs(shown - like) < HALF_A_POINT) return '';
  // As it stands among the parts, which add up as printed.
  return `like for like ${parts === null ? printPoints(like) : printedParts(parts, published).done}`;
}

/** `up 4 from 62`, `down 2 from 64`, `as before`. */
export function sinceWords(
  { from, to }: Pick<Pair, 'from' | 'to'>,
  bands: readonly Band[],
): string {
  const printed = printChange(from, to, bands);
  const points = printed.difference.replace(/^[+−]/u, '');
  if (Number(points) === 0) return 'as before';
  return `${printed.difference.startsWith('+') ? 'up' : 'down'} ${points} from ${printed.from}`;
}

/** A published difference and its parts, in points with one decimal. */
interface PrintedParts {
  readonly total: string;
  readonly done: string;
  readonly applicability: string;
  readonly checklist: string;
  readonly held: string;
}

/** The parts of a published difference, printed so that they add up to it. */
export function printedParts(
  { done, applicability, checklist, held }: Parts,
  { difference }: Compared['published'],
): PrintedParts {
  const total = Math.round((difference ?? 0) * 1000) / 10;
  const [first = 0, second = 0, third = 0, last = 0] = roundedParts(
    [done, applicability, checklist, held].map((part) => part * 100),
    total,
    0.1,
  );
  const print = (points: number): string => printPoints(points / 100);
  return {
    total: print(total),
    done: print(first),
    applicability: print(second),
    checklist: print(third),
    held: print(last),
  };
}
