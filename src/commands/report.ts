import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { App } from '../app.js';
import { auditReport } from '../documents/audit/index.js';
import { printable } from '../documents/document.js';
import { attachCopies } from '../usecases/attach-copies.js';
import { findToReport } from '../usecases/find-audit.js';
import { requireSteps } from '../usecases/gates.js';
import { reportName } from '../usecases/report-name.js';
import { auditView } from '../usecases/views/audit-view.js';
import type { AuditFlags } from './audit-option.js';
import { chooseAudit, chooseDealership } from './audit-option.js';
import type { Act, Outcome } from './command.js';
import type { ReportFlags } from './format-option.js';
import { addFormats, publish, writeDocuments } from './format-option.js';
import type { GateFlags } from './gate-option.js';
import { addGates, gated, passGates } from './gate-option.js';
import { addOpen } from './open-option.js';
import { destination } from './out-option.js';

/** The flags of `checkup report`. */
interface AuditReportFlags extends AuditFlags, ReportFlags, GateFlags {
  /** A score, 1 to 100. */
  readonly target?: number;
}

/** Declares `checkup report`. */
export function configure(command: Command, act: Act): void {
  addGates(command)
    .option('--dealership <name>', 'name or slug; needed only where there are several')
    .option('--quarter <quarter>', 'such as 2026-Q3; the latest sealed one when left out')
    .option('--checklist <id>', 'where a quarter was audited by several checklists')
    .option('--target <score>', 'adds the shortest list of items that leads to it', targetScore)
    // Said by checkup audit, which has just shown it with the seal.
    .addOption(new Option('--shown').hideHelp());
  addOpen(addFormats(command)).action(act(report));
}

function targetScore(text: string): number {
  const score = /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (score >= 1 && score <= 100) return score;
  throw new InvalidArgumentError('It must be a score from 1 to 100, such as 80.');
}

/** Says how an audit stands, and what leads to the target if there is one, and writes its report. */
async function report(app: App, { target, ...flags }: AuditReportFlags): Promise<Outcome> {
  const store = await app.readStore();
  const dealership = await chooseDealership(app, store, flags.dealership);
  const summary = await chooseAudit(app, await findToReport(store, dealership, flags));
  const { slug } = summary.dealership;
  const seen = await auditView(store, summary, target ?? null);
  requireSteps(seen.result, flags);
  const view = await attachCopies(seen, app.paths.evidence, destination(app, flags, slug));
  const place = { folder: slug, name: reportName(view) };
  if (flags.shown === true) await writeDocuments(app, flags, place, printable(auditReport, view));
  else await publish(app, flags, place, auditReport, view);
  return passGates(app, gated(auditReport, view), flags);
}
