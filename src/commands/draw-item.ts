import type { Audit } from '../core/audit/audit.js';
import type { Item } from '../core/checklist/checklist.js';
import { askedItems } from '../core/checklist/checklist.js';
import { closest } from '../core/closest.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';

/** An item that is answered by looking at records, with how many it asks for. */
type DrawingItem = Extract<Item, { readonly draw: number }>;

/** The item of an audit that a draw is for. */
export function drawingItem({ checklist, scope }: Audit, id: string): DrawingItem {
  const asked = askedItems(checklist, scope);
  const drawing = asked.filter((item) => 'draw' in item);
  const found = drawing.find((item) => item.id === id);
  if (found !== undefined) return found;
  const shown = visibleLine(id);
  const other = asked.find((item) => item.id === id);
  if (other !== undefined) {
    throw new UserError(
      `${shown} is a ${other.kind} item: it looks at no records.`,
      'Give a trace or sample item with --item, or leave --item out and give --count.',
    );
  }
  if (askedItems(checklist, 'full').some((item) => item.id === id)) {
    throw new UserError(
      `${shown} is not asked by this audit: it is no core item.`,
      'Leave --item out and give --count.',
    );
  }
  const meant = closest(
    id,
    drawing.map((item) => item.id),
  );
  throw new UserError(
    `${shown} is not an item of this audit.`,
    meant === null
      ? 'See checkup checklist show for the ids of traces and samples.'
      : `Did you mean ${meant}?`,
  );
}
