import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { App, ExitCode } from '../app.js';
import { UserError } from '../core/errors.js';
import { isThin } from '../core/score/score.js';
import { printChange, printPercent, scoreWords } from '../core/score/print.js';
import { shortestListTo } from '../core/score/shortest-list.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import { targetWords } from '../documents/words/target.js';
import type { AuditView } from '../reports/view.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import type { Act } from './command.js';
import type { GateFlags } from './gates.js';
import { addGates, passGates, requireSteps } from './gates.js';
import type { AuditFlags } from './select.js';
import { auditsOf, chooseDealership, onlyAudit, onlyLatest, quarterFrom } from './select.js';
import type { ReportFlags } from './write-reports.js';
import {
  auditView,
  formatOption,
  outOption,
  sayBrokenSeals,
  writeAuditFiles,
} from './write-reports.js';

/** The flags of the report of one audit. */
interface AuditReportFlags extends ReportFlags, GateFlags {
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
    .addOption(formatOption())
    .addOption(outOption())
    .action(act(report));
}

function targetScore(text: string): number {
  const score = /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (score >= 1 && score <= 100) return score;
  throw new InvalidArgumentError('It must be a score from 1 to 100, such as 80.');
}

/** One line that says how an audit stands. */
export function scoreLine(view: AuditView): string {
  const { audit, result, previous } = view;
  const band = result.band === null ? '' : `, ${visibleLine(result.band.name)}`;
  const change =
    previous === null
      ? ''
      : `, ${printChange(previous.result.share, result.share, result.checklist.bands).difference} since ${previous.audit.quarter}`;
  const failed = result.steps.flatMap((step) => step.failedCritical).length;
  const critical = failed === 0 ? '' : `, ${count(failed, 'critical item')} failed`;
  const draft = audit.seal === null ? ' (draft: not sealed)' : '';
  return `${visibleLine(audit.dealership.name)} ${audit.quarter}: ${scoreWords(result.share, result.checklist.bands)}${band}${critical}${change}, coverage ${printPercent(result.coverage)}${isThin(result) ? ' only' : ''}${draft}`;
}

/** The audit a report is about: the quarter asked for, or the latest sealed one, or the open one. */
export function wantedAudit(
  audits: readonly AuditSummary[],
  quarter: string | undefined,
): AuditSummary {
  const found =
    quarter === undefined
      ? (onlyLatest(audits.filter(({ seal }) => seal !== null)) ?? onlyLatest(audits))
      : onlyAudit(audits, quarterFrom(quarter));
  if (found !== null) return found;
  throw new UserError(
    quarter === undefined ? 'There is no audit yet.' : `There is no such audit in ${quarter}.`,
    'See checkup list for those there are; start one with checkup audit.',
  );
}

/**
 * Says how an audit stands, and what leads to the target if there is one, and writes its report.
 *
 * @returns the exit code by the limits that the user set.
 */
export async function writeAuditReport(
  app: App,
  store: Store,
  summary: AuditSummary,
  { target, ...flags }: AuditReportFlags = {},
): Promise<ExitCode> {
  const all = await store.audits.list({ dealership: summary.dealership });
  const view = { ...(await auditView(store, summary, all)), target: target ?? null };
  requireSteps(view.result, flags);
  sayBrokenSeals(app, view.previous === null ? [view] : [view.previous, view]);
  app.say(scoreLine(view));
  if (target !== undefined) {
    app.say(app.wrap(targetWords(target, shortestListTo(view.result, target), view.result)));
  }
  await writeAuditFiles(app, flags, summary.dealership.slug, view, app.paths.evidence);
  return passGates(app, view.result, view.previous?.comparison ?? null, flags);
}

async function report(app: App, flags: AuditFlags & AuditReportFlags): Promise<ExitCode> {
  const store = await app.readStore();
  const dealership = await chooseDealership(app, store, flags.dealership);
  const summary = wantedAudit(await auditsOf(store, dealership, flags), flags.quarter);
  return writeAuditReport(app, store, summary, flags);
}
