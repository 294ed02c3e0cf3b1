import { closedUp, foldName, whyNoName } from '../core/names.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';

// What a flag, an answers file and the audit itself say has to agree.

/** Says which of two places a value comes from when both give one; they must agree. */
export function agreed(
  flag: string,
  given: string | undefined,
  inFile: string | undefined,
): string | undefined {
  if (given !== undefined && inFile !== undefined && foldName(given) !== foldName(inFile)) {
    throw new UserError(
      `${flag} says ${visibleLine(given)}, but the answers file says ${visibleLine(inFile)}.`,
      `Leave ${flag} out, or correct the file.`,
    );
  }
  return given ?? inFile;
}

/** A flag may give the slug and a file the name: they agree when both lead to the same dealership. */
export async function agreedDealership(
  store: Store,
  given: string | undefined,
  inFile: string | undefined,
): Promise<string | undefined> {
  if (given === undefined || inFile === undefined) return given ?? inFile;
  const [one, other] = [await store.dealerships.find(given), await store.dealerships.find(inFile)];
  return one !== null && one.id === other?.id ? one.slug : agreed('--dealership', given, inFile);
}

/** A name that a flag gives, once it is known to be one, with single blanks. */
export function validName(flag: string, name: string | undefined): string | undefined {
  const why = name === undefined ? null : whyNoName(name);
  if (why !== null) throw new UserError(`${flag} ${why}.`);
  return name === undefined ? undefined : closedUp(name);
}

/** Refuses another scope than the one an audit was started in. */
export function requireScope(audit: AuditSummary, scope: string | undefined): void {
  if (scope === undefined || scope === audit.scope) return;
  throw new UserError(
    `The audit of ${audit.dealership.name} for ${audit.quarter} was started in scope ${audit.scope}.`,
    'An audit keeps its scope, so that quarters stay comparable. Leave it out to go on.',
  );
}
