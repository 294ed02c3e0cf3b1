import type { Checklist } from '../checklist/checklist.js';
import { weightOf } from '../checklist/checklist.js';
import type { AuditResult, ItemResult, StepResult } from './score.js';
import { weightedSums } from './mean.js';
import { capped, hasFailedCritical, reaches } from './limits.js';
import { partsOf, voicesOf } from './score.js';
import { isBelowFull, shareWithFull } from './stake.js';

// How it is found, and why nothing shorter is missed. What a step earns depends on its own items
// only, so it is enough to know, for each number of items, the most that this many can do for each
// step; then the steps are put together over all ways of dividing a number among them. Within a
// step the cap is the only thing that does not add up, and there are two ways to spend a number of
// items: on the largest gains, whatever the cap does, or on all failed critical items first, so
// that the cap goes, and then on the largest gains. Any other choice leaves the cap on with less
// below it, or takes it off and gains less.

/** The shortest list of items which, made full, brings the overall share to a target. */
export interface ShortestList {
  /** In the order of the checklist; none when the target is reached as it is. */
  readonly items: readonly ItemResult[];
  /** The overall share with all of them full, 0 to 1. */
  readonly share: number;
  /**
   * That no shorter list reaches the target, and none as short a higher share. The way it is found
   * makes it so, always; it stands here for the readers of the JSON.
   */
  readonly exact: true;
}

/** The most that a number of items can do for their step. */
interface Rung {
  readonly items: readonly ItemResult[];
  /** Step weight × share. */
  readonly worth: number;
}

/** Sums closer than this tie: only binary dust is between them. */
const TIE = 1e-12;

/** Steps' shares as their items are made full, in the order given: after none, one, two … */
function climb(
  { items, failedCritical }: StepResult,
  order: readonly ItemResult[],
  checklist: Checklist,
): number[] {
  const { shares, weights } = weightedSums(partsOf(items));
  let gained = 0;
  let failed = failedCritical.length;
  const shareNow = (): number => {
    const uncapped = (shares + gained) / weights;
    return failed > 0 ? capped(uncapped, checklist) : uncapped;
  };
  return [
    shareNow(),
    ...order.map((one) => {
      gained += gainOf(one);
      failed -= Number(hasFailedCritical(one, checklist));
      return shareNow();
    }),
  ];
}

/** What an item adds to its step's sum of weight × share when it becomes full. */
function gainOf({ item, share }: ItemResult): number {
  return weightOf(item) * (1 - (share ?? 1));
}

/** The most that 0, 1, 2 … items can do for a step, up to all that are below full. */
function ladderOf(step: StepResult, checklist: Checklist): Rung[] {
  const byGain = step.items.filter(isBelowFull).sort((a, b) => gainOf(b) - gainOf(a));
  const freeing = byGain.toSorted(
    (a, b) => Number(hasFailedCritical(b, checklist)) - Number(hasFailedCritical(a, checklist)),
  );
  const freed = climb(step, freeing, checklist);
  return climb(step, byGain, checklist).map((share, number) => {
    const other = freed[number] ?? 0;
    // Where both do as much, failed critical items are the better advice.
    const order = other >= share - TIE ? freeing : byGain;
    return { items: order.slice(0, number), worth: step.step.weight * Math.max(share, other) };
  });
}

/** For each step and all after it together, the most that 0, 1, 2 … items are worth. */
function worths(ladders: readonly (readonly Rung[])[]): number[][] {
  const all: number[][] = [[0]];
  for (const ladder of ladders.toReversed()) {
    const after = all[0] ?? [];
    const here: number[] = [];
    ladder.forEach(({ worth }, number) => {
      after.forEach((rest, more) => {
        here[number + more] = Math.max(here[number + more] ?? 0, worth + rest);
      });
    });
    all.unshift(here);
  }
  return all;
}

/**
 * The shortest list of items which, made full, brings the overall share to at least a target (a
 * score, 0 to 100), caps included: exactly the shortest, however many items there are, and among
 * those as short one that reaches the highest share. Where several do, more items are taken from
 * earlier steps; within a step failed critical items go before others, larger gains before smaller
 * and earlier items before later. Null when nothing was scored, or the target is above 100.
 */
export function shortestListTo(result: AuditResult, target: number): ShortestList | null {
  if (result.share === null) return null;
  if (reaches(result.share, target)) return { items: [], share: result.share, exact: true };
  const scored = result.steps.filter((step) => step.share !== null);
  const ladders = scored.map((step) => ladderOf(step, result.checklist));
  const most = worths(ladders);
  const voices = weightedSums(voicesOf(scored)).weights;
  const length = (most[0] ?? []).findIndex((worth) => reaches(worth / voices, target));
  if (length === -1) return null;

  const chosen = new Set<ItemResult>();
  let left = length;
  let wanted = (most[0]?.[length] ?? 0) - TIE * voices;
  for (const [index, ladder] of ladders.entries()) {
    const rest = (number: number): number => most[index + 1]?.[left - number] ?? -Infinity;
    const number = ladder.findLastIndex((rung, n) => rung.worth + rest(n) >= wanted);
    const rung = ladder[number];
    if (rung === undefined) continue;
    for (const one of rung.items) chosen.add(one);
    left -= number;
    wanted -= rung.worth;
  }
  const items = scored.flatMap((step) => step.items).filter((one) => chosen.has(one));
  const share = shareWithFull(result, new Set(items.map((one) => one.item.id)));
  return share === null ? null : { items, share, exact: true };
}
