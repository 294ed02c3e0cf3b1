import type { Checklist, Item, Scope } from '../checklist/checklist.js';
import { askedItems } from '../checklist/checklist.js';
import { closest } from '../closest.js';
import { UserError } from '../errors.js';
import { visibleLine } from '../text.js';
import { CHECKUP } from '../words/program.js';

/** What an audit asks. */
interface Asking {
  readonly checklist: Checklist;
  readonly scope: Scope;
}

/** Why an id is none of an item that is asked, and what to do about it; neither begins a sentence. */
interface NotAsked {
  readonly why: string;
  readonly advice: string;
}

/** Says of an id that no item which is asked has what was probably meant. */
export function whyNotAsked({ checklist, scope }: Asking, id: string): NotAsked {
  const ids = (of: Scope): string[] => askedItems(checklist, of).map((item) => item.id);
  if (ids('full').includes(id)) {
    return { why: 'is not a core item', advice: 'only an audit of the full scope asks it' };
  }
  // One that isn't asked may have been meant too; then the next message says so.
  const meant = closest(id, ids(scope)) ?? closest(id, ids('full'));
  return {
    why: `is not an item of ${checklist.id}`,
    advice: meant === null ? `see ${CHECKUP} checklist show for the ids` : `did you mean ${meant}?`,
  };
}

/**
 * The item of an audit that a user named.
 *
 * @throws UserError with what was probably meant.
 */
export function askedItem(audit: Asking, id: string): Item {
  const found = askedItems(audit.checklist, audit.scope).find((item) => item.id === id);
  if (found !== undefined) return found;
  const { why, advice } = whyNotAsked(audit, id);
  const hint = `${advice.charAt(0).toUpperCase()}${advice.slice(1)}`;
  throw new UserError(`${visibleLine(id)} ${why}.`, hint.endsWith('?') ? hint : `${hint}.`);
}
