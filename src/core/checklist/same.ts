import { canonicalJson } from '../canonical.js';
import { onceEach } from '../once.js';
import type { Checklist } from './checklist.js';

/** A checklist as canonical JSON; written once, however many audits share it. */
export const checklistText = onceEach((checklist: Checklist): string => canonicalJson(checklist));

/** Whether two checklists are the same in every word. */
export function isSameChecklist(one: Checklist, other: Checklist): boolean {
  return one === other || checklistText(one) === checklistText(other);
}
