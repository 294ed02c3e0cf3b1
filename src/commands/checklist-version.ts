import type { App } from '../app.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { parseQuarter } from '../core/quarter.js';
import { visibleLine } from '../core/text.js';
import { isPath } from '../files/built-in.js';
import { requireChecklist } from '../files/checklist-files.js';
import { auditName } from '../usecases/audit-name.js';
import { auditsOf, onlyAudit } from '../usecases/find-audit.js';
import { locateChecklist } from '../usecases/find-checklist.js';
import { quarterFrom } from '../usecases/find-quarter.js';
import type { AuditFlags } from './audit-option.js';
import { chooseDealership } from './audit-option.js';

/** What names a version of a checklist, for help. */
export const VERSION =
  'a folder or file, an id, or the quarter of an audit (2026-Q3, or example-motors@2026-Q3)';

/** The flags that tell audits of one quarter apart. */
export type VersionFlags = Pick<AuditFlags, 'dealership' | 'checklist'>;

/** A checklist, and where it is from. */
export interface FoundChecklist {
  readonly checklist: Checklist;
  /** In words, as they were typed. */
  readonly source: string;
}

/** Where the checklist is that a user named. */
export async function locate(app: App, wanted: string): Promise<string> {
  return locateChecklist(app.paths, wanted);
}

/**
 * A version of a checklist: from a file, one that comes along, or as an audit has kept it. A file
 * that is called like a quarter is named by a path, such as `./2026-Q3`.
 *
 * @throws UserError for what is none of these.
 */
export async function findVersion(
  app: App,
  wanted: string,
  flags: VersionFlags,
): Promise<FoundChecklist> {
  const quarter = await quarterNamed(app, wanted);
  if (quarter === null) {
    return { checklist: await requireChecklist(await locate(app, wanted)), source: wanted };
  }
  const store = await app.readStore();
  const at = wanted.lastIndexOf('@');
  const name = at > 0 ? wanted.slice(0, at) : flags.dealership;
  const dealership = await chooseDealership(app, store, name);
  const audits = await auditsOf(store, dealership, flags);
  const found = onlyAudit(
    audits.filter((audit) => audit.quarter === quarter),
    quarter,
  );
  if (found === null) {
    throw new UserError(
      `There is no ${flags.checklist === undefined ? '' : 'such '}audit of ${visibleLine(dealership.name)} in ${quarter}.`,
      `There are: ${audits.map((audit) => audit.quarter).join(', ') || 'none'}.`,
    );
  }
  const { checklist } = await store.audits.load(found);
  return { checklist, source: `as audited by ${auditName(found)}` };
}

/** The quarter in `2026-Q3` or `example-motors@2026-Q3`; null for a path or an id. */
async function quarterNamed(app: App, wanted: string): Promise<string | null> {
  if (/[\\/]/.test(wanted)) return null;
  const text = wanted.slice(wanted.lastIndexOf('@') + 1);
  const quarter = parseQuarter(text);
  if (quarter !== null || !/^\d{4}\b/.test(text)) return quarter;
  // It starts like one; a file that is called so is taken for a file.
  const isFile = await isPath(wanted, app.paths.checklists, (path) => app.paths.resolve(path));
  return isFile ? null : quarterFrom(text, 'The quarter');
}
