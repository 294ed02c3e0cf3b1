import { canonicalJson } from '../canonical.js';
import type { Item } from './checklist.js';
import { kindOf } from './kinds/index.js';

/**
 * What decides an item's score, as canonical JSON: kind, thresholds, checks, standards, levels.
 * Two items with the same id and the same definition can be compared; wording, guidance, weight
 * and order are no part of it. A hash of this text is the item's fingerprint.
 */
export function definitionOf(item: Item): string {
  return canonicalJson({ kind: item.kind, definition: kindOf(item).definition(item) });
}
