import type { App } from '../app.js';
import type { Audit } from '../core/audit/audit.js';
import type { Item } from '../core/checklist/checklist.js';
import { askedItems } from '../core/checklist/checklist.js';
import { closest } from '../core/closest.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import type { AuditFlags } from './select.js';
import { auditName, auditsOf, chooseDealership } from './select.js';

/**
 * The open audit that the flags mean, or the only one there is.
 *
 * @throws UserError where there is none or several, with the flags that tell them apart.
 */
export async function chooseOpenAudit(
  app: App,
  store: Store,
  flags: AuditFlags,
): Promise<AuditSummary> {
  const dealerships =
    flags.dealership === undefined
      ? await store.dealerships.list()
      : [await chooseDealership(app, store, flags.dealership)];
  const fitting: AuditSummary[] = [];
  for (const dealership of dealerships) {
    fitting.push(...(await auditsOf(store, dealership, flags)));
  }
  const open = fitting.filter(({ seal }) => seal === null);
  const [only, another] = open;
  if (only === undefined) throw noneOpen(fitting);
  if (another === undefined) return only;
  const names = open.map((audit) => `${auditName(audit)} (${audit.checklistId})`);
  throw new UserError(
    `Several audits are open: ${names.join('; ')}.`,
    'Say which with --dealership NAME, --quarter QUARTER or --checklist ID.',
  );
}

function noneOpen(fitting: readonly AuditSummary[]): UserError {
  const [only, another] = fitting;
  if (only !== undefined && another === undefined) {
    return new UserError(
      `The audit of ${auditName(only)} is sealed and takes no more answers.`,
      'See its answers with checkup answers, or start another quarter with checkup audit.',
    );
  }
  return new UserError(
    only === undefined ? 'There is no such audit that is open.' : 'All of these audits are sealed.',
    'See checkup list for those there are; start one with checkup audit.',
  );
}

/** The item of an audit that a user named, or an error with what was probably meant. */
export function askedItem({ checklist, scope }: Audit, id: string): Item {
  const asked = askedItems(checklist, scope);
  const found = asked.find((item) => item.id === id);
  if (found !== undefined) return found;
  if (askedItems(checklist, 'full').some((item) => item.id === id)) {
    throw new UserError(
      `${id} is not a core item, and this audit asks only those.`,
      'An audit keeps its scope; start the next one with --full to have it asked.',
    );
  }
  const meant = closest(
    id,
    asked.map((item) => item.id),
  );
  throw new UserError(
    `${visibleLine(id)} is not an item of ${checklist.id}.`,
    meant === null ? 'See checkup checklist show for the ids.' : `Did you mean ${meant}?`,
  );
}
