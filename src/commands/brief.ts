import type { Command } from 'commander';
import { Option } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Order } from '../core/audit/route.js';
import { ORDERS } from '../core/audit/route.js';
import { brief as briefDocument } from '../documents/brief/index.js';
import { printable } from '../documents/document.js';
import { printScreen } from '../formats/screen/screen.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import { openAudits } from '../usecases/find-audit.js';
import { givenChecklist } from '../usecases/find-checklist.js';
import { plannedNext, plannedOpen } from '../usecases/planned-audit.js';
import { briefView } from '../usecases/views/brief-view.js';
import type { AuditFlags } from './audit-option.js';
import { chooseDealership, pickOpenAudit } from './audit-option.js';
import type { Act } from './command.js';
import type { ReportFlags } from './format-option.js';
import { addFormats, warnOfBroken, writeDocuments } from './format-option.js';

/** Declares `checkup brief`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'name or slug; needed only where there are several')
    .option('--quarter <quarter>', 'such as 2026-Q3; the one that is open, or the next')
    .option('--checklist <id or path>', 'the one that is open, or was used last, when left out')
    .option('--full', 'all items, where the audit is not started yet')
    .addOption(
      new Option('--by <order>', 'the order of the records to ask for')
        .choices(ORDERS)
        .default('step'),
    );
  addFormats(command).action(act(brief));
}

interface BriefFlags extends AuditFlags, ReportFlags {
  readonly full?: boolean;
  readonly by: Order;
}

/** Shows what to know before going in; with `--format` or `--out` it is written instead. */
async function brief(app: App, flags: BriefFlags): Promise<ExitCode> {
  const store = await app.readStore();
  const given = await givenChecklist(app.paths, flags.checklist);
  const quarter = flags.quarter;
  const checklist = given?.id ?? flags.checklist;
  const dealership = await dealershipAhead(app, store, { ...flags, checklist });
  const wanted = { quarter, checklist, given, isFull: flags.full === true };
  const open = await pickOpenAudit(app, store, {
    dealership: dealership.slug,
    quarter,
    checklist,
  });
  const planned =
    open === null
      ? await plannedNext(app.paths, store, dealership, wanted, app.now())
      : await plannedOpen(store, open, wanted);
  const view = await briefView(store, dealership, planned, flags.by);
  warnOfBroken(app, briefDocument, view);
  if (flags.out === undefined && flags.format === undefined) {
    app.out(printScreen(briefDocument.summary(view), app));
  } else {
    const name = `${view.quarter}-${view.ahead.checklist.id}-brief`;
    const place = { folder: dealership.slug, name };
    await writeDocuments(app, flags, place, printable(briefDocument, view));
  }
  return EXIT.done;
}

/**
 * The dealership that goes next: the one whose audit is open. Before a first check-up ever it is
 * not kept yet, and may have no name.
 */
async function dealershipAhead(
  app: App,
  store: Store,
  flags: AuditFlags,
): Promise<StoredDealership> {
  const [only, another] = await openAudits(store, flags);
  if (only !== undefined && another === undefined) return only.dealership;
  const known = await store.dealerships.list();
  if (known.length > 0) return chooseDealership(app, store, flags.dealership);
  const name = flags.dealership ?? 'Your dealership';
  return { id: '', slug: '', name, yearStarts: 1, group: null };
}
