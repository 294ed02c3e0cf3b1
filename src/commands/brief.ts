import { join } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Order } from '../core/audit/route.js';
import { ORDERS } from '../core/audit/route.js';
import { briefOf } from '../core/brief/brief.js';
import type { Checklist, Scope } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import type { Quarter } from '../core/quarter.js';
import { quarterOf, shiftQuarter } from '../core/quarter.js';
import { writeWhole } from '../files/report-files.js';
import { brokenSealLines } from '../reports/broken-seals.js';
import type { BriefView } from '../reports/markdown-brief.js';
import { briefMarkdown } from '../reports/markdown-brief.js';
import type { CheckedAudit } from '../reports/view.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import { fit } from '../formats/layout.js';
import { requireScope } from '../usecases/agreement.js';
import { auditName } from '../usecases/audit-name.js';
import { auditsOf, onlyAudit, openAudits } from '../usecases/find-audit.js';
import { checklistAhead, givenChecklist } from '../usecases/find-checklist.js';
import { quarterFrom } from '../usecases/find-quarter.js';
import { auditView, scored } from '../usecases/views/checked-audit.js';
import type { AuditFlags } from './audit-option.js';
import { chooseDealership, pickOpenAudit } from './audit-option.js';
import type { Act } from './command.js';

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
    )
    .option('--out <dir>', 'write it there instead of printing it')
    .action(act(brief));
}

interface BriefFlags extends AuditFlags {
  readonly full?: boolean;
  readonly by: Order;
  readonly out?: string;
}

/** The check-up that lies ahead: an open audit, or one that nobody has started. */
interface Planned {
  readonly summary: AuditSummary | null;
  readonly quarter: Quarter;
  readonly checklist: Checklist;
  readonly scope: Scope;
}

async function brief(app: App, flags: BriefFlags): Promise<ExitCode> {
  const store = await app.readStore();
  const given = await givenChecklist(app.paths, flags.checklist);
  const wanted = { ...flags, checklist: given?.id ?? flags.checklist };
  const [only, another] = await openAudits(store, wanted);
  const dealership =
    only !== undefined && another === undefined
      ? only.dealership
      : ((await firstDealership(store, flags.dealership)) ??
        (await chooseDealership(app, store, flags.dealership)));
  const planned = await plan(app, store, dealership, given, wanted);
  const view = await briefView(store, dealership, planned, flags.by);
  for (const line of brokenSealLines(view.past)) app.warn(app.style.bad(line));
  const text = briefMarkdown(view);
  if (flags.out === undefined || flags.out === '-') {
    app.out(fit(text, app.tableWidth));
    return EXIT.done;
  }
  const name = `${planned.quarter}-${planned.checklist.id}-brief.md`;
  const file = join(app.paths.resolve(flags.out), name);
  await writeWhole(file, text);
  app.out(`${app.paths.short(file)}\n`);
  return EXIT.done;
}

/** The dealership of a first check-up ever: it is not kept yet, and may have no name. */
async function firstDealership(
  store: Store,
  name = 'Your dealership',
): Promise<StoredDealership | null> {
  const known = await store.dealerships.list();
  return known.length > 0 ? null : { id: '', slug: '', name, yearStarts: 1, group: null };
}

/** Finds out which check-up lies ahead. */
async function plan(
  app: App,
  store: Store,
  dealership: StoredDealership,
  given: Checklist | null,
  flags: BriefFlags,
): Promise<Planned> {
  const { checklist } = flags;
  const audits = await auditsOf(store, dealership, { checklist });
  const open = await openAudit(app, store, dealership, flags);
  if (open !== null) {
    requireScope(open, flags.full === true ? 'full' : undefined);
    const kept = await store.audits.load(open);
    return { summary: open, quarter: open.quarter, checklist: kept.checklist, scope: open.scope };
  }
  const latest = audits.at(-1);
  return {
    summary: null,
    quarter:
      flags.quarter === undefined
        ? nextQuarter(latest, quarterOf(app.now(), dealership.yearStarts))
        : quarterFrom(flags.quarter),
    checklist: await checklistAhead(app.paths, store, audits, given, checklist),
    scope: flags.full === true ? 'full' : (latest?.scope ?? 'core'),
  };
}

/**
 * The open audit that is meant, or null.
 *
 * @throws UserError when several are and nobody can be asked, or the quarter asked for is sealed.
 */
async function openAudit(
  app: App,
  store: Store,
  dealership: StoredDealership,
  { quarter, checklist }: BriefFlags,
): Promise<AuditSummary | null> {
  const wanted = { dealership: dealership.slug, quarter, checklist };
  const open = await pickOpenAudit(app, store, wanted);
  if (open !== null || quarter === undefined) return open;
  const sealed = onlyAudit(await auditsOf(store, dealership, wanted), quarterFrom(quarter));
  if (sealed === null) return null;
  throw new UserError(
    `The audit of ${auditName(sealed)} is sealed already.`,
    'Write its report with checkup report, or leave --quarter out for the next one.',
  );
}

const LAST_QUARTER = '9999-Q4';

/** Today's quarter, or the one after the latest audit where that is later. */
function nextQuarter(latest: AuditSummary | undefined, today: Quarter): Quarter {
  if (latest === undefined || latest.quarter < today) return today;
  if (latest.quarter === LAST_QUARTER) {
    throw new UserError(`No quarter comes after ${LAST_QUARTER}.`, 'Say which with --quarter.');
  }
  return shiftQuarter(latest.quarter, 1);
}

async function briefView(
  store: Store,
  dealership: StoredDealership,
  { summary, quarter, checklist, scope }: Planned,
  by: Order,
): Promise<BriefView> {
  const sealed = (await store.audits.list()).filter(
    (audit) => audit.seal !== null && audit.checklistId === checklist.id,
  );
  const before = sealed.filter(
    (audit) => audit.dealership.id === dealership.id && audit.quarter < quarter,
  );
  const past: CheckedAudit[] = [];
  for (const each of before) past.push(await scored(store, each));
  const audit = summary === null ? null : await store.audits.load(summary);
  const ahead = { checklist, scope, audit, by };
  const last = before.at(-1);
  return {
    dealership,
    group: dealership.group,
    quarter,
    ahead,
    brief: briefOf(ahead, past, await sharesBeside(store, last, sealed)),
    past,
    last: last === undefined ? null : await auditView(store, last, before),
  };
}

/**
 * What the other dealerships of its group scored, or all others where it has none, that were audited
 * alike: quarter, checklist, version, scope.
 */
async function sharesBeside(
  store: Store,
  last: AuditSummary | undefined,
  sealed: readonly AuditSummary[],
): Promise<(number | null)[]> {
  const alike = sealed.filter(
    (audit) =>
      last !== undefined &&
      audit.dealership.id !== last.dealership.id &&
      (last.dealership.group === null || audit.dealership.group === last.dealership.group) &&
      audit.quarter === last.quarter &&
      audit.checklistVersion === last.checklistVersion &&
      audit.scope === last.scope,
  );
  const kept = await store.scores.list();
  const shares: (number | null)[] = [];
  for (const audit of alike) {
    shares.push((kept.get(audit.id) ?? (await scored(store, audit)).result).share);
  }
  return shares;
}
