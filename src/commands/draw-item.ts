import { askedItem } from '../core/audit/asked-item.js';
import type { Audit } from '../core/audit/audit.js';
import type { Item } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';

/** An item that is answered by looking at records, with how many it asks for. */
type DrawingItem = Extract<Item, { readonly draw: number }>;

/** The item of an audit that a draw is for. */
export function drawingItem(audit: Audit, id: string): DrawingItem {
  const item = askedItem(audit, id);
  if ('draw' in item) return item;
  throw new UserError(
    `${item.id} is a ${item.kind} item: it looks at no records.`,
    'Give a trace or sample item with --item, or leave --item out and give --count.',
  );
}
