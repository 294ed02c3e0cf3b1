import { askedItem } from '../core/audit/asked-item.js';
import type { Audit } from '../core/audit/audit.js';
import type { Item } from '../core/checklist/checklist.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { UserError } from '../core/errors.js';

/** The item of an audit that a draw is for, with how many records it asks for. */
export function drawingItem(
  audit: Audit,
  id: string,
): { readonly item: Item; readonly number: number } {
  const item = askedItem(audit, id);
  const number = kindOf(item).asksFor(item)?.number;
  if (number !== undefined) return { item, number };
  throw new UserError(
    `${item.id} is a ${item.kind} item: it looks at no records.`,
    'Give an item that is answered from records with --item, or leave --item out and give --count.',
  );
}
