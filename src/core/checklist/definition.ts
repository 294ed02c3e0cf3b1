import type { Json } from '../canonical.js';
import { canonicalJson } from '../canonical.js';
import { onceEach } from '../once.js';
import type { Item } from './checklist.js';
import { kindOf } from './kinds/index.js';

/**
 * What decides an item's score, as canonical JSON: kind, thresholds, checks, standards, levels.
 * Two items with the same id and the same definition can be compared; wording, guidance, weight
 * and order are no part of it. The fingerprint that the design
 * speaks of is a hash of this text; texts are compared as they are, so none is taken.
 */
export const definitionOf = onceEach((item: Item): string =>
  canonicalJson({ kind: item.kind, definition: kindOf(item).definition(item) }),
);

/**
 * Whether two items of one id are scored alike, so that their scores can be compared. This is the
 * only judge of it: comparisons of audits and of checklists both ask here.
 */
export function isSameDefinition(from: Item, to: Item): boolean {
  return definitionOf(from) === definitionOf(to);
}

/** The definition by its keys: two definitions differ where at least one of these does. */
export function definingFacts(item: Item): Readonly<Record<string, Json>> {
  return { kind: item.kind, ...kindOf(item).definition(item) };
}
