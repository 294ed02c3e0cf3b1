import type { Band, Checklist, Item } from '../checklist/checklist.js';
import { isCritical } from '../checklist/checklist.js';
import { SAME_SHARE } from './uncertainty.js';

/**
 * Whether a share (0 to 1) is at least a score (0 to 100). Binary arithmetic must not decide on
 * which side of a limit a score falls.
 */
export function reaches(share: number, score: number): boolean {
  return share * 100 >= score - SAME_SHARE;
}

/** A critical item that was scored, and scored under the checklist's limit. */
export function hasFailedCritical(
  { item, share }: { readonly item: Item; readonly share: number | null },
  checklist: Checklist,
): boolean {
  return isCritical(item) && share !== null && !reaches(share, checklist.scoring.critical.below);
}

/** What a step's share becomes when a critical item of it failed. A cap never raises it. */
export function capped(uncapped: number, checklist: Checklist): number {
  return Math.min(uncapped, checklist.scoring.critical.cap / 100);
}

/** The band that a share (0 to 1) falls in: the last that starts at or below it. */
export function bandOf(share: number | null, bands: readonly Band[]): Band | null {
  if (share === null) return null;
  return bands.findLast((band) => reaches(share, band.from)) ?? null;
}

/** In per cent, where a checklist doesn't say. Our own limit. */
const USUAL_FLOOR = 60;

/** The coverage, 0 to 1, from which on a score is compared with others. */
export function coverageFloor({ scoring }: Checklist): number {
  return (scoring.coverage?.floor ?? USUAL_FLOOR) / 100;
}

/** Whether so little was scored that the score stands apart from all others. */
export function isApart(coverage: number | null, checklist: Checklist): boolean {
  return coverage !== null && coverage < coverageFloor(checklist) - SAME_SHARE;
}

/** Under this coverage a score says too little about what was left out. Our own limit. */
const THIN = 0.8;

/** Whether so little was scored that the score needs a warning beside it. */
export function isThin({ coverage }: { readonly coverage: number | null }): boolean {
  return coverage !== null && coverage < THIN;
}
