import type { Command } from 'commander';
import { Option } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { lastAuditor } from '../core/audit/audit.js';
import type { Order } from '../core/audit/route.js';
import { ORDERS } from '../core/audit/route.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { count } from '../core/words/numbers.js';
import { builtInChecklists } from '../files/built-in.js';
import { formFormats } from '../usecases/write-form.js';
import type { FormView } from '../documents/form/view.js';
import type { StoredDealership } from '../storage/dealerships.js';
import { slugify } from '../storage/slug.js';
import type { Store } from '../storage/store.js';
import { requireScope, validName } from './audit-agreement.js';
import { givenChecklist } from './audit-questions.js';
import { checklistAhead } from './checklist-ahead.js';
import type { Act } from './command.js';
import type { AuditFlags } from './select.js';
import { auditName, openAudits, quarterFrom } from './select.js';
import type { ReportFlags } from './write-reports.js';
import { formatOption, outOption, writeFormats } from './write-reports.js';

interface FormFlags extends AuditFlags, ReportFlags {
  readonly full?: boolean;
  readonly by: Order;
  readonly auditor?: string;
}

/** Where forms go that are for no dealership in particular. */
const NO_DEALERSHIP = 'forms';

/** Declares `checkup form`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'whose; a blank to fill in where none is known')
    .option('--quarter <quarter>', 'such as 2026-Q3; that of the open audit when left out')
    .option('--checklist <id or path>', 'the one that is open, or was used last, when left out')
    .option('--full', 'all items; without it a new form has the core items')
    .addOption(
      new Option('--by <order>', 'put the items in order by').choices(ORDERS).default('step'),
    )
    .option('--auditor <name>', 'who is going to fill it in')
    .addOption(formatOption(formFormats))
    .addOption(outOption())
    .action(act(form));
}

/** Writes the form of the open audit that fits the flags; where there is none, a blank one. */
async function form(app: App, flags: FormFlags): Promise<ExitCode> {
  const named = validName('--dealership', flags.dealership);
  const auditor = validName('--auditor', flags.auditor);
  const store = await app.readStore();
  const dealership = await knownDealership(store, flags.dealership);
  const given = await givenChecklist(app, flags.checklist);
  const checklistId = given?.id ?? flags.checklist;
  const open = await openAudits(store, { ...flags, checklist: checklistId });
  const [only] = open;
  if (open.length === 1 && only !== undefined) {
    requireScope(only, flags.full === true ? 'full' : undefined);
    const audit = await store.audits.load(only);
    app.say(`The form of the open audit of ${auditName(only)}.`);
    await write(app, flags, only.dealership.slug, {
      checklist: audit.checklist,
      checklistPath: null,
      scope: audit.scope,
      order: flags.by,
      dealership: audit.dealership.name,
      yearStarts: audit.dealership.yearStarts,
      quarter: audit.quarter,
      auditor: auditor ?? lastAuditor(audit),
      draws: audit.draws,
    });
    return EXIT.done;
  }
  if (open.length > 1) {
    app.say(
      `${count(open.length, 'audit')} are open: ${open.map(auditName).join('; ')}. This form is for none of them; say for which with --dealership, --quarter or --checklist.`,
    );
  }
  const audits = dealership === null ? [] : await store.audits.list({ dealership });
  const checklist = await checklistAhead(app, store, audits, given, checklistId);
  const name = dealership?.name ?? named ?? null;
  await write(app, flags, dealership?.slug ?? (await folderFor(name)), {
    checklist,
    checklistPath: given === null ? await pathStandIn(app, checklist) : (flags.checklist ?? null),
    scope: flags.full === true ? 'full' : 'core',
    order: flags.by,
    dealership: name,
    yearStarts: dealership?.yearStarts ?? null,
    quarter: flags.quarter === undefined ? null : quarterFrom(flags.quarter),
    auditor: auditor ?? null,
    draws: [],
  });
  return EXIT.done;
}

/** The dealership that a flag names, or the only one there is; a new name is none yet. */
async function knownDealership(
  store: Store,
  wanted: string | undefined,
): Promise<StoredDealership | null> {
  if (wanted !== undefined) return store.dealerships.find(wanted);
  const [only, another] = await store.dealerships.list();
  return another === undefined ? (only ?? null) : null;
}

/** For a checklist that an audit kept and no id finds: nobody knows where its file is today. */
async function pathStandIn(app: App, { id }: Checklist): Promise<string | null> {
  return (await builtInChecklists(app.paths.checklists)).includes(id) ? null : 'PATH';
}

async function folderFor(dealership: string | null): Promise<string> {
  return dealership === null ? NO_DEALERSHIP : slugify(dealership);
}

async function write(app: App, flags: FormFlags, folder: string, view: FormView): Promise<void> {
  const quarter = view.quarter === null ? '' : `${view.quarter}-`;
  const name = `${quarter}${view.checklist.id}-form`;
  await writeFormats(app, flags, formFormats, folder, name, (format) => format.form(view));
}
