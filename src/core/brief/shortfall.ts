import { definitionOf } from '../checklist/definition.js';
import { fellShort, findingsOf } from '../findings/findings.js';
import type { AuditResult, ItemResult } from '../score/score.js';

/** An item that keeps falling short. */
export interface Shortfall {
  /** What became of it in the last audit. */
  readonly result: ItemResult;
  /** How many quarters in a row it fell short, the last one included. */
  readonly inARow: number;
}

/** What became of an item in an audit; undefined where it wasn't asked. */
function resultOf(audit: AuditResult, id: string): ItemResult | undefined {
  return audit.steps.flatMap((step) => step.items).find(({ item }) => item.id === id);
}

/** In how many of these audits, the latest first, an item fell short before it didn't. */
function inARow(one: ItemResult, latestFirst: readonly AuditResult[]): number {
  const definition = definitionOf(one.item);
  let times = 0;
  for (const audit of latestFirst) {
    const then = resultOf(audit, one.item.id);
    // Not scored says nothing either way: the row is neither longer for it nor broken.
    if (then === undefined || then.share === null) continue;
    if (!fellShort(then.share, audit.checklist) || definitionOf(then.item) !== definition) break;
    times++;
  }
  return times;
}

/**
 * The items that fell short in the last of some audits and in the one before, or in more in a row:
 * the longest row first, then in the order of the findings. Each audit judges by its own bands. An
 * audit in which an item wasn't scored neither counts nor breaks its row; one in which it had
 * another definition breaks it, because that was another item.
 *
 * @param audits by one checklist, in the order of their quarters.
 */
export function repeatedShortfalls(audits: readonly AuditResult[]): Shortfall[] {
  const last = audits.at(-1);
  if (last === undefined) return [];
  const latestFirst = audits.toReversed();
  return findingsOf(last)
    .map(({ result }) => ({ result, inARow: inARow(result, latestFirst) }))
    .filter((one) => one.inARow > 1)
    .sort((a, b) => b.inARow - a.inARow);
}
