import { canonicalJson } from '../canonical.js';
import type { Item } from './checklist.js';
import { kindOf } from './kinds/index.js';

/**
 * What decides an item's score, as canonical JSON: kind, thresholds, checks, standards, levels.
 * Two items with the same id and the same definition can be compared; wording, guidance, weight
 * and order are no part of it. The fingerprint that the design
 * speaks of is a hash of this text; texts are compared as they are, so none is taken.
 */
export function definitionOf(item: Item): string {
  return canonicalJson({ kind: item.kind, definition: kindOf(item).definition(item) });
}
