import { kindOf } from '../checklist/kinds/index.js';
import { hasFailedCritical } from '../score/limits.js';
import type { ItemResult, StepResult } from '../score/score.js';
import type { Checklist } from '../checklist/checklist.js';

/** So many parts are tried at most: more is no matter of a few records. */
const MOST_PARTS = 20;

/** A must-not-fail check that fails now and didn't before, or the other way round. */
export interface CapEvent {
  readonly event: 'came' | 'went';
  /** As it is now; where it was asked no longer, as it was. */
  readonly result: ItemResult;
  /**
   * How many of its smallest parts (a record that passes, a level, a check) more, or fewer where the
   * cap went, turn it round; null where it has no such parts, or it takes many.
   */
  readonly parts: number | null;
}

/**
 * The must-not-fail checks of a step that began to fail, and those that failed and no longer do. An
 * item that wasn't scored in one of the two is none: what it did was not seen.
 *
 * @param then the step as it was; undefined where it wasn't asked.
 */
export function capEventsOf(
  then: Pick<StepResult, 'items'> | undefined,
  now: Pick<StepResult, 'items'>,
  checklists: { readonly from: Checklist; readonly to: Checklist },
): CapEvent[] {
  const before = new Map((then?.items ?? []).map((one) => [one.item.id, one]));
  return now.items.flatMap((one): CapEvent[] => {
    const earlier = before.get(one.item.id);
    if (one.share === null || earlier === undefined || earlier.share === null) return [];
    const [failed, fails] = [
      hasFailedCritical(earlier, checklists.from),
      hasFailedCritical(one, checklists.to),
    ];
    if (failed === fails) return [];
    return [
      { event: fails ? 'came' : 'went', result: one, parts: partsToTurn(one, checklists.to) },
    ];
  });
}

/** How many smallest parts more, or fewer where it passes, turn a must-not-fail check round. */
export function partsToTurn(one: ItemResult, checklist: Checklist): number | null {
  const { item, answer } = one;
  if (answer?.state !== 'answered') return null;
  const kind = kindOf(item);
  const fails = hasFailedCritical(one, checklist);
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const value = kind.shifted(item, answer.value, fails ? parts : -parts);
    if (value === null) return null;
    if (hasFailedCritical({ item, share: kind.share(item, value) }, checklist) !== fails) {
      return parts;
    }
  }
  return null;
}
